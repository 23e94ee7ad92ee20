import type { Ledger } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import type { CampaignOptions } from '../campaign/options.ts'
import { campaignPlace, type Pauses } from './campaign-place.ts'
import { channelPlace } from './channel-place.ts'
import type { Place } from './place.ts'

/** A campaign that this process knows how to work on, whatever facts its policy asks: several stand in one list. */
export interface KnownCampaign {
  readonly id: string
  /** The queues of the campaign and of its channels, in a ledger. */
  places(ledger: Ledger, how: { readonly pauses: Pauses; readonly signal?: AbortSignal }): Promise<readonly Place[]>
}

/** As `runCampaign` takes them; the ledger is that of who works. */
export type KnownCampaignOptions<Asks extends Fact = Fact, About extends string = string> = Omit<
  CampaignOptions<Asks, About>,
  'ledger' | 'signal' | 'sideBySide'
> & {
  /**
   * Makes the pseudonyms of the population again, where only the process that made one can reveal it to a register. It is
   * called once, before this process decides what another one planned.
   */
  readonly meetAgain?: () => Promise<void>
}

/** Tells `work` a campaign: its policy, and how it is run. */
export function campaign<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: KnownCampaignOptions<Asks, About>,
): KnownCampaign {
  const { id, channels = [] } = options
  return {
    id,
    places: async (ledger, how) => [
      await campaignPlace<About, Asks>(policy, { ...options, ...how, ledger }),
      ...(await Promise.all(channels.map((channel) => channelPlace(ledger, channel)))),
    ],
  }
}
