import type { Given, GrantPeriod } from '@vanzelf/rules/evaluate'
import type { SubjectId } from '@vanzelf/source'

/** A grant, handed to a channel: plain data that may stand in a ledger, with nobody's name or number in it. */
export interface Delivery {
  /** What was delivered under this id is not delivered again. A grant that changed is withdrawn, and has a new id. */
  readonly id: string
  /** The name of the policy under which it was granted. */
  readonly policy: string
  /** For whom it is, by pseudonym. */
  readonly recipient: SubjectId
  /** As decided: amounts of money in euro cents, shares in hundredths. */
  readonly benefit: Given
  /** Half-open. */
  readonly period: GrantPeriod
  /** Of an invitation, which grants nothing: the facts that only the recipient can tell, and is asked to. */
  readonly asks?: readonly AskedFact[]
}

/** A fact by its name, and the source that has it. */
export interface AskedFact {
  readonly source: string
  readonly name: string
}

/**
 * What a channel must know of recipients to reach them: asked at the last moment, for a whole batch, and kept nowhere.
 * One answer for each delivery, in their order; `undefined` of whom nothing is known.
 */
export type RecipientsOf<Data> = (
  batch: readonly Delivery[],
  signal: AbortSignal,
) => Promise<readonly (Data | undefined)[]> | readonly (Data | undefined)[]
