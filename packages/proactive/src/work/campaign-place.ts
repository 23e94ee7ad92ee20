import type { Fact, Policy } from '@vanzelf/rules'
import { courseOf, type Step } from '../campaign/course.ts'
import type { CampaignOptions } from '../campaign/options.ts'
import { checkMayRun } from '../campaign/refusal.ts'
import { retryCampaign, waiting } from '../campaign/retry-campaign.ts'
import { tally } from '../campaign/tally.ts'
import { worker } from '../campaign/worker.ts'
import { decideAgainAfter, goOn, goOnAfter, queueOfCampaign, SOON, stepOf } from './campaign-job.ts'
import { sendHandOvers } from './channel-place.ts'
import { type Place, placeOf } from './place.ts'

/** How long those wait who wait for a source, in seconds: twice as long each time. */
export interface Pauses {
  readonly first: number
  readonly longest: number
}

/** How a campaign is worked on by this process. */
export interface CampaignPlaceOptions<Asks extends Fact, About extends string> extends CampaignOptions<Asks, About> {
  readonly pauses: Pauses
  readonly meetAgain?: () => Promise<void>
}

/** Does the jobs of one campaign. Each may be done twice: the second time it finds nothing to do, and sends on what follows. */
export async function campaignPlace<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: CampaignPlaceOptions<Asks, About>,
): Promise<Place> {
  const { ledger, id, takesEffect, channels = [], pauses, onProgress } = options
  const queue = await queueOfCampaign(ledger, id)
  const course = courseOf(policy, options)
  const counts = tally()
  // A batch that is begun is finished, also when this process is to stop.
  const { signal: _, ...untilTheEnd } = options
  const work = worker(policy, untilTheEnd, counts)
  const acts = {
    decide: takesEffect === 'automatically' ? work.decideAndPutIntoEffect : work.decide,
    'put into effect': work.putIntoEffect,
  }
  let met: Promise<void> | undefined

  return placeOf(queue, async (job) => {
    // An authorisation may end while a process lives.
    checkMayRun(policy, options)
    switch (job.do) {
      case 'go on':
        return next(job.pause)
      case 'decide again':
        return decideAgain(job.pause)
      default:
        return batch(job.do, job.batch)
    }
  })

  async function next(pause: number): Promise<void> {
    const what = await course.next()
    switch (what) {
      case 'plan': {
        const planned = await course.plan()
        // Only who read all of it has met everybody.
        if (planned === 'read') met ??= Promise.resolve()
        return queue.send([goOn(planned === 'elsewhere' ? SOON : 0)])
      }
      case 'decide':
      case 'put into effect':
        return sendSteps(what)
      case 'to approve':
      case 'stopped':
        return queue.send([goOnAfter(pause)])
      case 'done':
        await sendHandOvers(ledger, channels)
        if (await someoneWaits()) await queue.send([decideAgainAfter(pauses.first)])
    }
  }

  async function sendSteps(step: Step): Promise<void> {
    let after = 0
    for (;;) {
      const some = await course.waitingFor(step, 1_000, after)
      await queue.send(some.map(({ number }) => stepOf(number, step)))
      const last = some.at(-1)
      if (last === undefined) return
      after = last.number
    }
  }

  async function batch(step: Step, number: number): Promise<void> {
    // When somebody lets it go on, all its batches are sent again.
    if ((await course.state()) === 'stopped') return queue.send([goOnAfter(1)])
    await meetOnce()
    const taken = await course.take(number, step, acts[step])
    if (taken === 'elsewhere') return queue.send([stepOf(number, step, SOON)])
    await sendHandOvers(ledger, channels)
    if ((await course.waitingFor(step, 1)).length === 0) await queue.send([goOn()])
    if (taken === 'done') await tellProgress()
  }

  async function decideAgain(pause: number): Promise<void> {
    if ((await course.state()) !== 'done') return queue.send([goOn()])
    await meetOnce()
    await retryCampaign(policy, options)
    await sendHandOvers(ledger, channels)
    if (await someoneWaits()) await queue.send([decideAgainAfter(Math.min(pause * 2, pauses.longest))])
  }

  async function meetOnce(): Promise<void> {
    met ??= options.meetAgain?.() ?? Promise.resolve()
    try {
      await met
    } catch (error) {
      met = undefined
      throw error
    }
  }

  async function someoneWaits(): Promise<boolean> {
    for await (const _ of waiting(ledger, { id, policy: policy.name })) return true
    return false
  }

  async function tellProgress(): Promise<void> {
    if (onProgress === undefined) return
    const { subjects, batches } = await course.counts()
    onProgress({ campaign: id, state: (await course.state()) ?? 'planning', subjects, batches, ...counts.report() })
  }
}
