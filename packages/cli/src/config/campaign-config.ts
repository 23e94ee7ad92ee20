import type { CampaignOptions } from '@vanzelf/proactive'
import type { Fact } from '@vanzelf/rules'

type Channels = NonNullable<CampaignOptions['channels']>

/** What a campaign takes from the rest of the configuration, or from the call. */
type FromElsewhere = 'ledger' | 'id' | 'connectors' | 'asker' | 'signal' | 'onProgress' | 'channels'

/**
 * A campaign of the configuration: a policy, whom it concerns, and how it takes effect. Its name in the configuration is
 * what it goes by in the ledger, so that another year is another campaign.
 */
export type CampaignConfig<Asks extends Fact = Fact, About extends string = string> = Omit<
  CampaignOptions<Asks, About>,
  FromElsewhere
> & {
  /** The name of the policy, as `vanzelf describe` takes it. */
  readonly policy: string
  /** Who carries out what is granted; a function is called when something may take effect, so that others need no keys. */
  readonly channels?: Channels | (() => Channels | Promise<Channels>)
  /** Who carries invitations to tell what is missing: letters, each written from what its delivery `asks`. */
  readonly invitations?: Channels[number] | (() => Channels[number] | Promise<Channels[number]>)
}
