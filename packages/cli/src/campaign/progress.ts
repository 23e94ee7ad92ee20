import type { Report } from '@vanzelf/proactive'
import type { World } from '../world.ts'

/** Tells how far something is: a terminal one line that changes, a pipe a line for each tenth, a program nothing. */
export interface Progress {
  of(report: Pick<Report, 'batches' | 'outcomes' | 'state'>): void
  /** How many were read, of a number that nobody knows yet. */
  read(count: number): void
  /** Leaves no half line behind. */
  end(): void
}

const SILENT: Progress = { of: () => {}, read: () => {}, end: () => {} }

/** @param needsApproval then a batch is done with once it is decided, and once more when it takes effect */
export function progressTo({ err }: World, json: boolean, needsApproval: boolean): Progress {
  if (err.isTTY) return onOneLine(err.write.bind(err), err.columns ?? 80, needsApproval)
  return json ? SILENT : byTenths(err.write.bind(err), needsApproval)
}

function onOneLine(write: (text: string) => unknown, columns: number, needsApproval: boolean): Progress {
  let shown = false
  const line = (text: string) => {
    shown = true
    // Back to the first column, and whatever stood there is wiped.
    write(`\r\u001b[K${text.slice(0, columns - 1)}`)
  }
  return {
    of: (report) => line(told(report, needsApproval)),
    read: (count) => line(`${count.toLocaleString('en')} read`),
    end: () => {
      if (shown) write('\r\u001b[K')
      shown = false
    },
  }
}

function byTenths(write: (text: string) => unknown, needsApproval: boolean): Progress {
  let last = ''
  return {
    ...SILENT,
    of: (report) => {
      const { what, share } = farIn(report, needsApproval)
      const step = `${what} ${Math.floor(share * 10)}`
      // What two batches finish at once is told once.
      if (step === last || share < 0.1) return
      last = step
      write(`${told(report, needsApproval)}\n`)
    },
  }
}

function told(report: Pick<Report, 'batches' | 'outcomes' | 'state'>, needsApproval: boolean): string {
  const { what, share } = farIn(report, needsApproval)
  const { eligible, undetermined } = report.outcomes
  const count = (number: number) => number.toLocaleString('en')
  return `${what} ${String(Math.floor(share * 100)).padStart(3)}%  ${count(eligible)} eligible, ${count(undetermined)} undetermined by this run`
}

function farIn(
  { batches: { open, decided, done } }: Pick<Report, 'batches'>,
  needsApproval: boolean,
): { readonly what: string; readonly share: number } {
  const all = open + decided + done
  const takesEffect = needsApproval && open === 0 && done > 0
  const share = all === 0 ? 1 : (takesEffect || !needsApproval ? done : decided + done) / all
  return { what: takesEffect ? 'put into effect' : 'decided', share }
}
