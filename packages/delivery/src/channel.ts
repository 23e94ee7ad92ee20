import type { Delivery } from './delivery.ts'

/** It is carried out. Keep the receipt: withdrawing asks for it. */
export interface Delivered {
  readonly outcome: 'delivered'
  readonly receipt: string
}
/** It was carried out before, under this id or with the same effect. */
export interface AlreadyDelivered {
  readonly outcome: 'already delivered'
  readonly receipt: string
}
/** It is as far as a program may take it: somebody must do the rest. */
export interface Prepared {
  readonly outcome: 'prepared'
  readonly needs: 'a person'
  readonly why: string
}
/** It cannot be carried out as it is: again is no use before something changed. */
export interface Refused {
  readonly outcome: 'refused'
  readonly why: string
}
/** It was not carried out, or not certainly: hand it over again. Under its own id it will not happen twice. */
export interface ToRetry {
  readonly outcome: 'to retry'
  readonly why: string
  /** How many milliseconds the executor asked to wait. */
  readonly after?: number
}
/** What became of one delivery. `why` is a code in words and hyphens: never a value, never somebody's data. */
export type Outcome = Delivered | AlreadyDelivered | Prepared | Refused | ToRetry

/** What became of one withdrawal. */
export type WithdrawalOutcome =
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'already withdrawn' }
  | Prepared
  | Refused
  | ToRetry

/** A delivery to be undone, by what its channel gave for it. */
export interface Withdrawal {
  readonly delivery: Delivery
  readonly receipt: string
}

/**
 * A way to whoever executes grants. What can happen to a citizen is an outcome; only a program that is wrong, or a call
 * that was cancelled, makes it reject.
 */
export interface Channel {
  readonly name: string
  /** @returns one outcome for each, in their order */
  deliver(batch: readonly Delivery[], signal?: AbortSignal): Promise<readonly Outcome[]>
  /** @returns one outcome for each, in their order */
  withdraw(batch: readonly Withdrawal[], signal?: AbortSignal): Promise<readonly WithdrawalOutcome[]>
}

export const refused = (why: string): Refused => ({ outcome: 'refused', why })
export const toRetry = (why: string, after?: number): ToRetry => ({
  outcome: 'to retry',
  why,
  ...(after !== undefined && { after }),
})
