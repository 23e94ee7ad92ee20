import type { Campaign } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import { type Course, courseOf, type PlanOptions } from './course.ts'

/**
 * Begins a campaign and reads its population into batches; nobody is asked anything. Where another process reads it, this
 * waits until that is done. What is planned stays as it is.
 * @throws {RefusedError} `unverified-parameters`, `no-legal-basis`, `authorisation-expired`
 * @throws {DefinitionError} `no-holder-of-quota`
 * @throws {DocumentError} `another-campaign` when the id is of another policy, version or day
 */
export async function planCampaign<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: PlanOptions<Asks, About>,
): Promise<Campaign> {
  const course = courseOf(policy, options)
  const begun = await course.begin()
  await planned(course, options.signal)
  return { ...begun, state: (await course.state()) ?? begun.state }
}

/** Waits until it is planned: by this process, or by another; where that one dies, this one does it. */
export async function planned(course: Course, signal: AbortSignal | undefined): Promise<void> {
  while ((await course.state()) === 'planning') {
    signal?.throwIfAborted()
    if ((await course.plan()) === 'elsewhere') await moment()
  }
}

export const moment = () => new Promise((resolve) => setTimeout(resolve, 100))
