import type { IsoDate } from '@vanzelf/rules'

/** Whether a text is a day of the calendar. */
export function isDay(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && shifted(text, 0) === text
}

/** The day after; of a half-open period the `until` whose last day this is. */
export const dayAfter = (day: IsoDate): IsoDate => shifted(day, 1) as IsoDate
export const dayBefore = (day: IsoDate): IsoDate => shifted(day, -1) as IsoDate

/** A day some days later. */
export const daysLater = (day: IsoDate, days: number): IsoDate => shifted(day, days) as IsoDate

export const earliest = (first: IsoDate, second: IsoDate): IsoDate => (first < second ? first : second)
export const latest = (first: IsoDate, second: IsoDate): IsoDate => (first > second ? first : second)

const DAY = 86_400_000
const LAST = '9999-12-31'

function shifted(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * DAY
  // A source ends what has no end on the last day of the calendar: it has no day after.
  if (day === LAST && days > 0) return LAST
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}
