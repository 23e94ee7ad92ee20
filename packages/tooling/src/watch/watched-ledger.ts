import type { Watch } from './watch.ts'

/** What of a ledger is needed to look at all that it holds. */
interface Kept {
  export(): AsyncGenerator<string>
  close(): Promise<void>
}

/** The same ledger, of which every row is looked at before it is closed: also what another process wrote to it. */
export function watchedLedger<Ledger extends Kept>(ledger: Ledger, { seen }: Watch): Ledger {
  const close = async () => {
    try {
      for await (const line of ledger.export()) seen('a row of a ledger', line, () => tableIn(line))
    } catch {
      // One whose server or folder was taken away, as some tests do, cannot be read: what it held, others have looked at.
    }
    await ledger.close()
  }
  return { ...ledger, close }
}

const tableIn = (line: string): string => /"table": ?"(\w+)"/.exec(line)?.[1] ?? 'the export'
