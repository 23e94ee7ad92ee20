import type { Campaign } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import { courseOf, type PlanOptions } from '../campaign/course.ts'
import { goOn, queueOfCampaign } from './campaign-job.ts'

/**
 * Begins a campaign for whichever processes `work` on it, and returns at once. Started again, what is left of it is sent
 * again: what failed for good, what a restored ledger holds, or what people approved of just now.
 * @throws {RefusedError} `unverified-parameters`, `no-legal-basis`, `authorisation-expired`
 * @throws {DefinitionError} `no-holder-of-quota`
 * @throws {DocumentError} `another-campaign` when the id is of another policy, version or day
 */
export async function startCampaign<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: PlanOptions<Asks, About>,
): Promise<Campaign> {
  const { ledger, id } = options
  const begun = await courseOf(policy, options).begin()
  // Should this fail, starting it again finds what was begun.
  await (await queueOfCampaign(ledger, id)).send([goOn()])
  return begun
}
