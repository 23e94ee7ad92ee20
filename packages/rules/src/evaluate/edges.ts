import { DAWN, dayInYear, ENDLESS, plusDays, plusMonths, yearOf } from '../calendar.ts'
import type { MonthEnd } from '../tree.ts'

// The ends of the calendar stand for "no end known": what is computed from them has no limit either.

export function yearWithin(date: string): number {
  return date === ENDLESS ? Number.POSITIVE_INFINITY : date === DAWN ? Number.NEGATIVE_INFINITY : yearOf(date)
}

export function dayWithin(year: number, day: string): string {
  return year === Number.POSITIVE_INFINITY ? ENDLESS : year === Number.NEGATIVE_INFINITY ? DAWN : dayInYear(year, day)
}

export function lengthBetween(from: string, until: string, between: (from: string, until: string) => number): number {
  if (from === until) return 0
  if (until === ENDLESS || from === DAWN) return Number.POSITIVE_INFINITY
  return from === ENDLESS || until === DAWN ? Number.NEGATIVE_INFINITY : between(from, until)
}

/** A date, moved by an amount that may be below zero. */
export function movedBy(date: string, amount: number, unit: 'days' | 'months' | 'years', monthEnd: MonthEnd): string {
  if (!Number.isFinite(amount)) return amount > 0 ? ENDLESS : DAWN
  if (unit === 'days') return plusDays(date, amount)
  return plusMonths(date, unit === 'years' ? amount * 12 : amount, monthEnd)
}
