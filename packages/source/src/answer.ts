import type { Between, Fact, FactValue, IsoDate, One, Period, Those, Timeline, Unknown } from '@vanzelf/rules'

/** Who or what a fact is about, outside the connectors: a pseudonym, never a national number or a plate in clear. */
export type SubjectId = string

/** A value as a source tells it: a relation as the pseudonyms of its subjects, the rest as it is. */
export type Reported<V> = [V] extends [One<string>]
  ? SubjectId
  : [V] extends [Those<string>]
    ? readonly SubjectId[]
    : V | (V extends IsoDate ? Between<IsoDate> : V extends number ? Between<V> : never)

/** What a source may answer about a fact at one time: its value, or `null` where there may be none. */
export type ValueAt<F extends Fact> = Reported<NonNullable<FactValue<F>>> | (null extends FactValue<F> ? null : never)

/** What a source may answer about a fact: its value on a date or in a year, over a period a timeline of values. */
export type Value<F extends Fact> = ValueAt<F> | Timeline<ValueAt<F>>

/** An answer that is known. */
export interface Known<V> {
  readonly value: V
  /** The days for which the source says it; a fact asked on a date may hold longer than that day. */
  readonly validity?: Period
  /** When it was obtained, an ISO date and time. */
  readonly obtained?: string
}

/** One answer, for one subject: known, or unknown and why. A failure is an answer, not an exception. */
export type Answer<F extends Fact = Fact> = Known<Value<F>> | Unknown

/**
 * A known answer. "There is none" is known too: `known(null)`.
 * @param validity the days for which the source says it, half-open
 * @example
 * ```ts
 * known('44021', { from: '2020-01-01' }) // => { value: '44021', validity: { from: '2020-01-01' } }
 * ```
 */
export function known<V>(value: V, validity?: Period): Known<V> {
  return validity === undefined ? { value } : { value, validity }
}
