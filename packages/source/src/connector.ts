import type { Fact, IsoDate, Period } from '@vanzelf/rules'
import type { Answer, SubjectId } from './answer.ts'
import type { Purpose } from './purpose.ts'

/** The time about which something is asked: a date, a half-open period, or a calendar year. */
export type At = { readonly on: IsoDate } | { readonly during: Period } | { readonly year: number }

/** One fact, at one time, about many subjects, for one purpose. */
export interface Batch<F extends Fact = Fact> {
  readonly fact: F
  readonly at: At
  readonly subjects: readonly SubjectId[]
  readonly purpose: Purpose
}

/**
 * Answers a batch one for one, in the order of its subjects; a subject that stands in it twice is answered twice.
 * - What goes wrong is an answer: a register that is down makes each of them unknown and `unavailable`.
 * - A subject nobody knows is `not found`, never a "no".
 * - Asked on a date or for a year it answers a value; asked over a period a timeline that stays within it.
 * - It rejects only when the signal is aborted, or when an ask has no legal basis.
 */
export type Answerer<F extends Fact = Fact> = (batch: Batch<F>, signal?: AbortSignal) => Promise<readonly Answer<F>[]>

/** A connector answers each fact of a source, by the fact's name. */
export type Connector<Facts extends Fact> = { readonly [F in Facts as F['name']]: Answerer<F> }

/** The connectors that a set of facts needs: a record keyed by source. Discretion is a person's, not a connector's. */
export type ConnectorsFor<Asks extends Fact> = {
  readonly [S in Exclude<Asks['source'], 'discretion'>]: Connector<Extract<Asks, { readonly source: S }>>
}
