import type { IsoDate } from '@vanzelf/rules'

const DAY = 86_400_000

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): text is IsoDate => /^\d{4}-\d{2}-\d{2}$/.test(text) && shifted(text, 0) === text

/** The day after: of a half-open period the `until` whose last day this is. */
export const dayAfter = (day: IsoDate): IsoDate => shifted(day, 1) as IsoDate

function shifted(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * DAY
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}
