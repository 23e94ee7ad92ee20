import type { IsoDate } from '@vanzelf/rules'
import { isDate, plusDays } from '@vanzelf/rules/tree'

/** Whether a text is a day of the calendar. */
export const isDay = (text: string): text is IsoDate => isDate(text)

/** The day after: of a half-open period the `until` whose last day this is. */
export const dayAfter = (day: IsoDate): IsoDate => plusDays(day, 1) as IsoDate
