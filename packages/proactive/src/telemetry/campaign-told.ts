import type { Policy } from '@vanzelf/rules'
import type { CampaignOptions } from '../campaign/options.ts'
import type { Report } from '../campaign/report.ts'
import { versionOf } from '../campaign/version.ts'
import { traced } from './traced.ts'

/** Runs a campaign, and tells that it began, and how far it came. */
export function campaignTold(
  policy: Policy,
  { id, log, signal }: Pick<CampaignOptions, 'id' | 'log' | 'signal'>,
  run: () => Promise<Report>,
): Promise<Report> {
  const about = { campaign: id, policy: policy.name, version: versionOf(policy) }
  const attributes = {
    'vanzelf.campaign.id': id,
    'vanzelf.policy.name': about.policy,
    'vanzelf.policy.version': about.version,
  }
  return traced('vanzelf.campaign', attributes, async (tell) => {
    const began = performance.now()
    const milliseconds = () => Math.round(performance.now() - began)
    log?.info('campaign began', about)
    try {
      const report = await run()
      const { state, subjects, outcomes, optedOut } = report
      tell({ 'vanzelf.campaign.state': state, 'vanzelf.subjects': subjects })
      log?.info('campaign ran', {
        ...about,
        state,
        subjects,
        eligible: outcomes.eligible,
        notEligible: outcomes['not eligible'],
        undetermined: outcomes.undetermined,
        optedOut,
        milliseconds: milliseconds(),
      })
      return report
    } catch (error) {
      const cut = { ...about, milliseconds: milliseconds(), ...(error instanceof Error && { error }) }
      if (signal?.aborted) log?.info('campaign interrupted', cut)
      else log?.error('campaign failed', cut)
      throw error
    }
  })
}
