import type { Period } from '@vanzelf/rules'
import { type Day, dateOf } from './day.ts'

/** The days from one until another, which no longer belongs to it; `Infinity` where it has no end. */
export interface Span {
  readonly since: Day
  readonly until: Day
}

/** No day at all. */
export const NO_DAY: Span = Object.freeze({ since: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY })

export const isWithin = ({ since, until }: Span, day: Day): boolean => since <= day && day < until

export const periodOf = ({ since, until }: Span): Period =>
  until === Number.POSITIVE_INFINITY ? { from: dateOf(since) } : { from: dateOf(since), until: dateOf(until) }
