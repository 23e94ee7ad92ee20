import type { Fact, Policy } from '@vanzelf/rules'
import { chunks } from '../chunks.ts'
import type { CampaignOptions } from './options.ts'
import { checkMayRun } from './refusal.ts'
import type { Report } from './report.ts'
import { tally } from './tally.ts'
import { worker } from './worker.ts'

/**
 * What a campaign would come to, before anything takes effect: it asks and decides, records each question, and takes back
 * what it would write. Of a quota that several households of this population would use, each counts as the first.
 */
export async function dryRun<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: CampaignOptions<Asks, About>,
): Promise<Report> {
  checkMayRun(policy, { ...options, takesEffect: { approvals: 1 } })
  const { ledger, id, together = 500, signal } = options
  const counts = tally()
  const written = { written: 'taken back', ledger: { ...ledger, write: takenBack(ledger.write) } } as const
  const trying = worker(policy, { ...options, ...written }, counts)
  let subjects = 0
  for await (const some of chunks(options.population(), together)) {
    signal?.throwIfAborted()
    const each = [...new Set(some)]
    subjects += each.length
    await trying.again(each)
  }
  const batches = { open: 0, decided: 0, done: 0 }
  return { campaign: id, state: 'dry run', subjects, batches, ...counts.report() }
}

type Write = CampaignOptions['ledger']['write']

/** Writes, and then takes back what was written. */
function takenBack(write: Write): Write {
  return async <Result>(work: Parameters<typeof write<Result>>[0]) => {
    const done: Result[] = []
    const back = new Error('taken back')
    await write(async (writing) => {
      done.push(await work(writing))
      throw back
    }).catch((error: unknown) => {
      if (error !== back) throw error
    })
    return done[0] as Result
  }
}
