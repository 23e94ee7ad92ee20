import { type Period, type Step, type Timeline, type Unknown, unknown } from '@vanzelf/rules'
import type { At, Known } from '@vanzelf/source'
import { type Day, dateOf, dayOf } from '../city/day.ts'
import { isWithin, type Span } from '../city/span.ts'

/** Reads a fact at one time: what the time takes is worked out once for a batch, then each resident is a look-up. */
export type Reader<V> = (at: At) => (resident: number) => Known<V | Timeline<V>> | Unknown

/** What is told of one day. */
export type ToldOn<V> = Known<V> | Unknown

export const NOT_FOUND: Unknown = unknown('not found')
/** No fact of this city is told per year. */
const notFound = () => NOT_FOUND

/** A fact that is the same on every day. */
export const always =
  <V>(told: (resident: number) => ToldOn<V>): Reader<V> =>
  (at) => {
    if ('on' in at) return told
    if ('year' in at) return notFound
    return (resident) => over([stepOf(told(resident), at.during)])
  }

/** A fact that changed once: on `since` and later it is `then`, earlier it was `before`. */
export const changed =
  <V>({
    since,
    before,
    then,
  }: {
    /** `Infinity` where it never changed. */
    readonly since: (resident: number) => Day
    readonly before: (resident: number) => ToldOn<V>
    readonly then: (resident: number) => ToldOn<V>
  }): Reader<V> =>
  (at) => {
    if ('year' in at) return notFound
    if ('on' in at) {
      const day = dayOf(at.on)
      return (resident) => (day >= since(resident) ? then(resident) : before(resident))
    }
    const { from, until } = at.during
    const [first, end] = [dayOf(from), until ? dayOf(until) : Number.POSITIVE_INFINITY]
    return (resident) => {
      const day = since(resident)
      if (day <= first) return over([stepOf(then(resident), at.during)])
      if (day >= end) return over([stepOf(before(resident), at.during)])
      const change = dateOf(day)
      return over([
        stepOf(before(resident), { from, until: change }),
        stepOf(then(resident), { from: change, ...(until && { until }) }),
      ])
    }
  }

/** A fact that is told of one day only. */
export const onDay =
  <V>(told: (subject: number, day: Day) => ToldOn<V>): Reader<V> =>
  (at) => {
    if (!('on' in at)) return notFound
    const day = dayOf(at.on)
    return (subject) => told(subject, day)
  }

const YES: Known<boolean> = Object.freeze({ value: true })
const NO: Known<boolean> = Object.freeze({ value: false })

/** What holds over a span of days, and not before or after. */
export const heldDuring =
  (span: (resident: number) => Span): Reader<boolean> =>
  (at) => {
    if ('year' in at) return notFound
    if ('on' in at) {
      const day = dayOf(at.on)
      return (resident) => (isWithin(span(resident), day) ? YES : NO)
    }
    const { from, until } = at.during
    const [first, end] = [dayOf(from), until ? dayOf(until) : Number.POSITIVE_INFINITY]
    return (resident) => {
      const { since, until: last } = span(resident)
      return over([
        part(first, Math.min(since, end), false),
        part(Math.max(since, first), Math.min(last, end), true),
        part(Math.max(last, first), end, false),
      ])
    }
  }

/** The days from one until another; none where they are none. */
const part = <V>(from: Day, until: Day, value: V): Step<V> | undefined =>
  from < until
    ? { from: dateOf(from), ...(until !== Number.POSITIVE_INFINITY && { until: dateOf(until) }), value }
    : undefined

/** A step of what is known; what is not known leaves its days open. */
const stepOf = <V>(told: ToldOn<V>, { from, until }: Period): Step<V> | undefined =>
  'unknown' in told ? undefined : { from, ...(until && { until }), value: told.value }

function over<V>(steps: readonly (Step<V> | undefined)[]): Known<Timeline<V>> | Unknown {
  const known = steps.filter((step) => step !== undefined)
  return known.length === 0 ? NOT_FOUND : { value: { timeline: known } }
}
