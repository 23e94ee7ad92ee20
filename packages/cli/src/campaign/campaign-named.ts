import type { Policy } from '@vanzelf/rules'
import type { CampaignConfig } from '../config/campaign-config.ts'
import type { LoadedConfig } from '../config/load-config.ts'
import { ConfigurationError, UsageError } from '../errors.ts'
import { suggestion } from '../nearest.ts'
import { policyNamed } from '../policy-named.ts'

/** A campaign of the configuration, and the policy that it runs. */
export interface NamedCampaign {
  readonly name: string
  readonly policy: Policy
  readonly campaign: CampaignConfig
}

/**
 * @throws {UsageError} `no-campaign`, with the name that was most likely meant
 * @throws {ConfigurationError} `no-campaigns`
 */
export function campaignNamed({ campaigns = {}, policies, file }: LoadedConfig, name: string): NamedCampaign {
  const names = Object.keys(campaigns)
  if (names.length === 0)
    throw new ConfigurationError({
      code: 'no-campaigns',
      what: 'the configuration names no campaign',
      where: file,
      todo: 'add one under `campaigns`, as `vanzelf campaign --help` shows',
    })
  const campaign = Object.hasOwn(campaigns, name) ? campaigns[name] : undefined
  if (campaign !== undefined) return { name, policy: policyNamed(policies, campaign.policy, file), campaign }
  throw new UsageError({
    code: 'no-campaign',
    what: `there is no campaign \`${name}\``,
    where: file,
    todo: suggestion(name, names),
  })
}

/** How many people must approve of what it decided. */
export const approvalsNeeded = ({ takesEffect }: CampaignConfig): number =>
  takesEffect === 'automatically' ? 0 : takesEffect.approvals

/** A name as a shell takes it. */
export const typed = (name: string): string => (/^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`)
