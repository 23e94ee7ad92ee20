import type { IsoDate } from '@vanzelf/rules'
import { isDate, plusDays } from '@vanzelf/rules/tree'

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): text is IsoDate => isDate(text)

/** How registers, and some periods, write that there is no end. */
export const ENDLESS: IsoDate = '9999-12-31'

/** The day after; of a half-open period the `until` whose last day this is. The last day of the calendar means no end. */
export const dayAfter = (day: IsoDate): IsoDate => plusDays(day, 1) as IsoDate
export const dayBefore = (day: IsoDate): IsoDate => plusDays(day, -1) as IsoDate

/** A day some days later. */
export const daysLater = (day: IsoDate, days: number): IsoDate => plusDays(day, days) as IsoDate

export const earliest = (first: IsoDate, second: IsoDate): IsoDate => (first < second ? first : second)
export const latest = (first: IsoDate, second: IsoDate): IsoDate => (first > second ? first : second)
