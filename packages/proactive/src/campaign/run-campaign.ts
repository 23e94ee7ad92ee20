import type { Fact, Policy } from '@vanzelf/rules'
import { campaignTold } from '../telemetry/campaign-told.ts'
import { courseOf, type Step } from './course.ts'
import type { CampaignOptions } from './options.ts'
import { moment, planned } from './plan-campaign.ts'
import type { Report } from './report.ts'
import { sendDue } from './send-due.ts'
import { tally } from './tally.ts'
import { worker } from './worker.ts'

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
export function runCampaign<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: CampaignOptions<Asks, About>,
): Promise<Report> {
  return campaignTold(policy, options, () => run(policy, options))
}

async function run<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: CampaignOptions<Asks, About>,
): Promise<Report> {
  const { ledger, id, takesEffect, channels = [], sideBySide = 2, signal } = options
  const course = courseOf(policy, options)
  await course.begin()
  const counts = tally()
  const work = worker(policy, options, counts)
  const acts = {
    decide: takesEffect === 'automatically' ? work.decideAndPutIntoEffect : work.decide,
    'put into effect': work.putIntoEffect,
  }

  for (;;) {
    const next = await course.next()
    if (next === 'plan') await planned(course, signal)
    else if (next === 'decide' || next === 'put into effect') await forEach(next)
    else break
  }
  await send()
  return report()

  async function forEach(step: Step): Promise<void> {
    const one = async () => {
      while ((await course.state()) === 'running') {
        signal?.throwIfAborted()
        const found = await nextBatch(step)
        if (found === 'none') return
        // Others work on what is left: should one of them die, it is here that its batch is taken over.
        if (found === 'elsewhere') await moment()
        else {
          await send()
          options.onProgress?.(await report())
        }
      }
    }
    await Promise.all(Array.from({ length: sideBySide }, one))
  }

  async function nextBatch(step: Step): Promise<'done' | 'elsewhere' | 'none'> {
    let after = 0
    for (;;) {
      const some = await course.waitingFor(step, 20, after)
      for (const { number } of some) if ((await course.take(number, step, acts[step])) === 'done') return 'done'
      const last = some.at(-1)
      if (last === undefined) return after === 0 ? 'none' : 'elsewhere'
      after = last.number
    }
  }

  async function send(): Promise<void> {
    for (const channel of channels) await sendDue(ledger, channel, signal && { signal })
  }
  async function report(): Promise<Report> {
    const { subjects, batches } = await course.counts()
    return { campaign: id, state: (await course.state()) ?? 'planning', subjects, batches, ...counts.report() }
  }
}
