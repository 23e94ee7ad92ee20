import type { Fact, Policy } from '@vanzelf/rules'
import type { CampaignOptions } from '../campaign/options.ts'
import type { Report } from '../campaign/report.ts'
import { runCampaign } from '../campaign/run-campaign.ts'
import { versionOf } from '../campaign/version.ts'
import { only } from './only.ts'

/**
 * Decides those of a population again who were last decided under another text of the policy, a figure or a rule, or not at
 * all. It ends as a campaign over everybody would, where `decideChanges` has decided what changed in registers.
 * @returns what the campaign came to, as `runCampaign` tells it; it is resumed by its `id`
 * @throws as `runCampaign` does
 */
export function decideNewVersion<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: CampaignOptions<Asks, About>,
): Promise<Report> {
  const version = versionOf(policy)
  const { ledger, population } = options
  const outdated = () =>
    only(population(), async (some) => {
      const latest = await ledger.decisions.latest(policy.name, some)
      return some.filter((one) => latest.get(one)?.version !== version)
    })
  return runCampaign(policy, { ...options, population: outdated })
}
