import type { Channel } from '@vanzelf/delivery'
import type { Grant, Ledger } from '@vanzelf/ledger'
import type { Expression, Fact, IsoDate, Those } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import type { DecideOptions } from '../decide.ts'
import type { Report } from './report.ts'

/** How a policy is run over a population. */
export interface CampaignOptions<Asks extends Fact = Fact, About extends string = string> extends DecideOptions<Asks> {
  readonly ledger: Ledger
  /** What it goes by in the ledger: the same name resumes it. */
  readonly id: string
  /** Whom it concerns: read once, when the campaign is planned. Whoever stands in it twice is granted once. */
  readonly population: () => Iterable<SubjectId> | AsyncIterable<SubjectId>
  /**
   * For whom the policy's quota counts, by what it is per: `{ household: on(january1, householdMembers) }`. Each of them
   * counts the grant, so that nobody is granted it again in another household. What is per the policy's own subject needs
   * none. Of several who are entitled and share one, who is decided first has it: let the policy require the one who may.
   * It rests on what the policy itself asks: nothing more is asked for it.
   */
  readonly holders?: { readonly [per: string]: Expression<Those<string>, NoInfer<Asks>, NoInfer<About>> }
  /**
   * `automatically`, which unverified figures refuse; or after so many people approved of what was decided: see
   * `ledger.campaigns.approve`.
   */
  readonly takesEffect: 'automatically' | { readonly approvals: 1 | 2 }
  /** How many people must say the same where a person must decide; 1 unless told. See `decideReview`. */
  readonly reviewers?: 1 | 2
  /** What happens to a grant that stands while the decision now says no, or less. */
  readonly lost: Lost
  /** Who carries out what is granted. Without one it is recorded only. */
  readonly channels?: readonly Channel[]
  /** Which channel carries a grant, by name; the first unless told. */
  readonly channelOf?: (grant: Grant) => string
  /** Until when each source may be asked, this day excluded: where an authorisation is bounded. */
  readonly authorisations?: { readonly [source: string]: { readonly until: IsoDate } }
  /** That registers were corrected since: what changes is told as a correction, and owed from the first day. */
  readonly corrects?: boolean
  /** How many batches are decided at the same time by this process; 2 unless told. */
  readonly sideBySide?: number
  readonly onProgress?: (report: Report) => void
  readonly now?: () => Date
}

/**
 * What becomes of what somebody would lose, and where the regulation says so.
 * - `keep`: what was granted in good faith is not taken back, nor asked back
 * - `ask a person`: it stands until a person has decided
 * - `end`: it ends on the day of the decision; what was received before is not asked back. Who is entitled still, to less,
 *   keeps it until a person has decided
 */
export interface Lost {
  readonly then: 'keep' | 'ask a person' | 'end'
  /** The article, or the decision of who runs it. */
  readonly law: string
}
