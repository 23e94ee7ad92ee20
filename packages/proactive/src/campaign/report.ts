import type { Campaign, Counts, DecisionRecord } from '@vanzelf/ledger'

/** What a decision led to. */
export type Effect =
  | 'started'
  | 'renewed'
  | 'changed'
  | 'ended'
  /** It had ended, and a person gave it again. */
  | 'resumed'
  /** It stands as it was granted. */
  | 'unchanged'
  /** The quota is used: it was granted before, in this household or another. */
  | 'granted before'
  /** Somebody would lose it, and keeps it. */
  | 'kept'
  /** Somebody would lose it, or is entitled again to what ended, and a person must decide. */
  | 'to review'
  | 'nothing'

/** What a campaign came to, in numbers: nobody stands in it. */
export interface Report {
  readonly campaign: string
  readonly state: Campaign['state'] | 'dry run'
  readonly subjects: number
  readonly batches: Counts['batches']
  /** By this run. */
  readonly decided: number
  readonly outcomes: { readonly [outcome in DecisionRecord['outcome']]: number }
  /** What this run led to; what earlier runs of the same campaign led to is in the ledger. */
  readonly effects: { readonly [effect in Effect]?: number }
  /** Cents that would be granted, or were, by this run. */
  readonly granted: number
  /** Of who is undetermined, how many for want of a fact of each source: who lacks several is counted for each. */
  readonly undeterminedFor: { readonly [source: string]: number }
  /** Of who is undetermined, how many lack facts of one source only: what this source alone would settle. */
  readonly undeterminedOnlyFor: { readonly [source: string]: number }
  /** How many did not want it, and were not asked about. */
  readonly optedOut: number
}
