import type { Batch, Campaign } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { chunks } from '../chunks.ts'
import type { CampaignOptions } from './options.ts'
import { checkMayRun } from './refusal.ts'
import type { Report } from './report.ts'
import { sendDue } from './send-due.ts'
import { tally } from './tally.ts'
import { versionOf } from './version.ts'
import { worker } from './worker.ts'

/** Enough for a source to answer in batches; what is done again when a process dies is one of these at most. */
const TOGETHER = 500

/**
 * Runs a policy over a population, or goes on where an earlier run of the same campaign was cut short: plans it, decides
 * batch after batch, and writes the decisions of a batch with what they lead to in one transaction. Killed at any moment,
 * it grants and delivers nothing twice and loses nothing that was recorded. Several processes may run one campaign: a
 * batch is one process's at a time, and of one that dies another takes it over.
 * @returns what this run came to. In state `to approve` nothing took effect: approve it, and run it again
 * @throws {RefusedError} `unverified-parameters`, `no-legal-basis`, `authorisation-expired`, before anything is asked
 * @throws {DefinitionError} `no-holder-of-quota`
 * @throws {DocumentError} `another-campaign` when the id is of another policy, version or day
 */
export async function runCampaign<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: CampaignOptions<NoInfer<Asks>, NoInfer<About>>,
): Promise<Report> {
  checkMayRun(policy, options)
  const { ledger, id, on, takesEffect, lost, together = TOGETHER, channels = [], sideBySide = 2, signal } = options
  const { campaigns } = ledger
  const needed = takesEffect === 'automatically' ? 0 : takesEffect.approvals
  const version = versionOf(policy)
  await campaigns.begin({ id, policy: policy.name, version, on, options: { takesEffect, lost } })
  const counts = tally()
  const work = worker(policy, options, counts)

  await plan()
  await forEach('open', needed === 0 ? work.decideAndPutIntoEffect : work.decide)
  if ((await all('open')) && needed > 0) {
    if ((await campaigns.approvals(id)).length < needed) await moveFrom('running', 'to approve')
    else {
      await moveFrom('to approve', 'running')
      await forEach('decided', work.putIntoEffect)
    }
  }
  if ((await all('open')) && (await all('decided'))) await moveFrom('running', 'done')
  await send()
  return report()

  async function plan(): Promise<void> {
    // Where another process plans it, this one waits until that is done, or does it when the other dies.
    while ((await stateNow()) === 'planning') {
      signal?.throwIfAborted()
      const planned = await ledger.alone(`plan ${id}`, async () => {
        if ((await stateNow()) === 'planning') await campaigns.plan(id, batchesOf(options.population(), together))
        return true
      })
      if (!planned) await moment()
    }
  }

  async function forEach(state: Batch['state'], act: (batch: Batch) => Promise<boolean>): Promise<void> {
    const one = async () => {
      while ((await stateNow()) === 'running') {
        signal?.throwIfAborted()
        const found = await next(state, act)
        if (found === 'none') return
        // Others work on what is left: should one of them die, it is here that its batch is taken over.
        if (found === 'taken') await moment()
        else {
          await send()
          options.onProgress?.(await report())
        }
      }
    }
    await Promise.all(Array.from({ length: sideBySide }, one))
  }

  async function next(
    state: Batch['state'],
    act: (batch: Batch) => Promise<boolean>,
  ): Promise<'done' | 'taken' | 'none'> {
    let after = 0
    for (;;) {
      const some = await campaigns.batches(id, state, 20, after)
      for (const { number } of some) {
        const acted = await ledger.alone(`batch ${number} of ${id}`, async () => {
          const [batch] = await campaigns.batches(id, state, 1, number - 1)
          return batch?.number === number && (await act(batch))
        })
        if (acted) return 'done'
      }
      const last = some.at(-1)
      if (last === undefined) return after === 0 ? 'none' : 'taken'
      after = last.number
    }
  }

  async function stateNow(): Promise<Campaign['state'] | undefined> {
    return (await campaigns.find(id))?.state
  }
  async function all(state: 'open' | 'decided'): Promise<boolean> {
    return (await stateNow()) !== 'planning' && (await campaigns.batches(id, state, 1)).length === 0
  }
  async function moveFrom(from: Campaign['state'], to: Campaign['state']): Promise<void> {
    await campaigns.move(id, to, undefined, from)
  }
  async function send(): Promise<void> {
    for (const channel of channels) await sendDue(ledger, channel, signal && { signal })
  }
  async function report(): Promise<Report> {
    const { subjects, batches } = await campaigns.counts(id)
    return { campaign: id, state: (await stateNow()) ?? 'planning', subjects, batches, ...counts.report() }
  }
}

async function* batchesOf(
  population: Iterable<SubjectId> | AsyncIterable<SubjectId>,
  together: number,
): AsyncGenerator<readonly SubjectId[]> {
  for await (const some of chunks(population, together)) yield [...new Set(some)]
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 100))
