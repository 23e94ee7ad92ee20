import type { Fact, FactValue, FactWhen } from './fact.ts'
import type { One, Those } from './relation.ts'
import type { IsoDate, Numeric, Ordered } from './unit.ts'

/** Why something is not known. */
export type Reason =
  /** Nobody asked yet. */
  | 'not asked'
  /** The source was asked and does not know this subject, or has nothing on record. */
  | 'not found'
  /** The source did not answer: ask again later. */
  | 'unavailable'
  /** The source may not tell, or may not tell us. */
  | 'not permitted'
  /** The source answered something that cannot be so, or cannot be read. */
  | 'in doubt'

/** Not known, and why. */
export interface Unknown {
  readonly unknown: Reason
  /** The source's own code, where it gave one. */
  readonly code?: string
}

const UNKNOWNS: { readonly [reason in Reason]: Unknown } = {
  'not asked': Object.freeze({ unknown: 'not asked' }),
  'not found': Object.freeze({ unknown: 'not found' }),
  unavailable: Object.freeze({ unknown: 'unavailable' }),
  'not permitted': Object.freeze({ unknown: 'not permitted' }),
  'in doubt': Object.freeze({ unknown: 'in doubt' }),
}

/**
 * A fact that is not known, and why. It is never a no, a zero or an empty list.
 * @example
 * ```ts
 * unknown('unavailable') // => { unknown: 'unavailable' }
 * ```
 */
export function unknown(reason: Reason, code?: string): Unknown {
  return code === undefined ? UNKNOWNS[reason] : Object.freeze({ unknown: reason, code })
}

/** A number or a date of which only the bounds are known, both included. */
export interface Between<Value> {
  readonly least: Value
  readonly most: Value
}

/**
 * A number or a date that lies between two others, both included.
 * @throws {RangeError} when the least is above the most
 * @example
 * ```ts
 * const rent = fact({ source: 's', name: 'rent', about: 'person', value: { type: 'money', least: 0 }, when: ['date'] })
 * evaluate(atMost(rent, euro(750)), { rent: between(euro(500), euro(700)) }) // => true
 * ```
 */
export function between<Value extends Ordered>(least: Value, most: Value): Between<Value> {
  if (least > most) throw new RangeError('the least of a range is not above its most')
  return Object.freeze({ least, most })
}

/**
 * A date of which a register knows only the year, or year and month.
 * @throws {RangeError} when the text is neither
 * @example
 * ```ts
 * partialDate('1953') // => { least: '1953-01-01', most: '1953-12-31' }
 * ```
 */
export function partialDate(text: string): Between<IsoDate> {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text)
  if (!match) throw new RangeError('a partial date is a year, YYYY, or a year and a month, YYYY-MM')
  const [, year, month] = match
  const last = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0)).toISOString().slice(8, 10)
  return between(`${year}-${month ?? '01'}-01` as IsoDate, `${year}-${month ?? '12'}-${last}` as IsoDate)
}

/** A value that changes over time; a day that no step covers is not known. */
export interface Timeline<Value> {
  readonly timeline: readonly Step<Value>[]
}
/** A value in a half-open period; without `until` it has no end, without `from` no start. */
export interface Step<Value> {
  readonly from?: IsoDate | null
  readonly until?: IsoDate | null
  readonly value: Value
}

/**
 * A fact that changes over time: half-open steps, in order, that do not overlap. A day that none covers is not known; where it is
 * known that there was nothing, say so with a step, or use `during`.
 * @throws {RangeError} when a step starts before the one before it ends
 * @example
 * ```ts
 * const rent = fact({ source: 's', name: 'rent', about: 'person', value: { type: 'money', least: 0 }, when: ['date'] })
 * const told = { rent: timeline({ until: '2026-01-01', value: euro(600) }, { from: '2026-01-01', value: euro(650) }) }
 * evaluate(rent, told, '2025-12-31') // => 600_00
 * evaluate(rent, told, '2026-01-01') // => 650_00
 * ```
 */
export function timeline<const Value>(...steps: readonly Step<Value>[]): Timeline<Value> {
  steps.forEach(({ from }, index) => {
    const before = steps[index - 1]
    if (before && (!before.until || !from || from < before.until))
      throw new RangeError(`step ${index + 1} of a timeline starts before the one before it ends`)
  })
  return Object.freeze({ timeline: Object.freeze(steps) })
}

/**
 * A status that holds in these half-open periods, and in no other: all days are known.
 * @example
 * ```ts
 * during({ from: '2024-01-01', until: '2025-01-01' }).timeline.length // => 3
 * ```
 */
export function during(
  ...periods: readonly { readonly from?: IsoDate | null; readonly until?: IsoDate | null }[]
): Timeline<boolean> {
  const steps: Step<boolean>[] = []
  let end: IsoDate | null = null
  let open = false
  for (const { from = null, until = null } of periods) {
    if (from !== null && from !== end) steps.push({ ...(end !== null && { from: end }), until: from, value: false })
    steps.push({ ...(from !== null && { from }), ...(until !== null && { until }), value: true })
    end = until
    open = until === null
  }
  if (!open) steps.push({ ...(end !== null && { from: end }), value: false })
  return timeline(...steps)
}

type Absent<V> = null extends V ? null : never
/** The facts about one kind of subject. */
type Concerning<Asks extends Fact, Subject extends string> = Asks extends Fact
  ? Subject extends Asks['about']
    ? Asks
    : never
  : never

type Plain<Asks extends Fact, V> = [V] extends [One<infer To>]
  ? SituationOf<Asks, To>
  : [V] extends [Those<infer To>]
    ? readonly SituationOf<Asks, To>[]
    : [V] extends [IsoDate]
      ? V | Between<V>
      : [V] extends [Numeric]
        ? V | Between<V>
        : V

type Value<Asks extends Fact, V> = Plain<Asks, NonNullable<V>> | Absent<V> | Unknown

/** How a situation tells a fact. */
export type Told<Asks extends Fact, F extends Fact> =
  'year' extends FactWhen<F>
    ? { readonly [year: number]: Value<Asks, FactValue<F>> } | Unknown
    : Value<Asks, FactValue<F>> | Timeline<Value<Asks, FactValue<F>>>

/**
 * What can be told about a subject: the facts the policy asks, by name. What is left out is not known.
 * The properties are writable so that relations may close: `anna.householdMembers = [anna, bram]`.
 */
export type SituationOf<Asks extends Fact, Subject extends string> = {
  -readonly [F in Concerning<Asks, Subject> as F['name']]?: Told<Asks, F>
}
