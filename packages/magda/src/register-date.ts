import { type Between, between, type IsoDate, partialDate } from '@vanzelf/rules'
import { isDay } from './day.ts'

/** What a register tells by a date of which parts may be missing: the days between which it lies. */
export type RegisterDate = Between<IsoDate> | 'not known' | 'impossible'

/**
 * Reads a date of the register. A part that is not known is written `00` or `99`; a day without its month says no more
 * than the year.
 */
export function registerDate(text: string): RegisterDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return 'impossible'
  const [, year = '', month = '', day = ''] = match
  if (year === '0000' || year === '9999') return 'not known'
  if (isMissing(month)) return partialDate(year)
  if (Number(month) > 12) return 'impossible'
  if (isMissing(day)) return partialDate(`${year}-${month}`)
  return isDay(text) ? between(text, text) : 'impossible'
}

const isMissing = (part: string) => part === '00' || part === '99'

/** The days between which a date lies, where it was told and can be so. */
export function boundsOf(text: string | undefined): Between<IsoDate> | undefined {
  const date = text === undefined ? 'not known' : registerDate(text)
  return typeof date === 'string' ? undefined : date
}
