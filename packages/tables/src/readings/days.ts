import type { IsoDate } from '@vanzelf/rules'
import { dayAfter } from '../day.ts'
import { Misread } from '../misread.ts'
import type { Line } from '../rows.ts'
import { dateOf, type Written } from '../written.ts'

/**
 * The columns in which days start and end. A row must have a start; an empty end, or 9999-12-31, is none. Whether the
 * date that stands in `until` still counts differs from system to system, so it must be said.
 */
export type Days =
  | { readonly from: string; readonly until?: never; readonly lastDay?: never }
  | { readonly from: string; readonly until: string; readonly lastDay: 'included' | 'excluded' }

/** The days of a row, half-open. @throws Misread */
export function daysOf(line: Line, days: Days, written: Written): { readonly from: IsoDate; readonly until?: IsoDate } {
  const from = dateOf(line, days.from, written)
  if (from === undefined) throw new Misread(days.from, 'is empty where a period starts')
  if (days.until === undefined) return { from }
  if (line.text(days.until) === 'infinity' && line.stored(days.until) !== 'text') return { from }
  const end = dateOf(line, days.until, written)
  if (end === undefined || end === ENDLESS) return { from }
  const until = days.lastDay === 'included' ? dayAfter(end) : end
  if (until <= from)
    throw new Misread(days.until, `ends ${end < from ? 'before' : 'on'} the day in column \`${days.from}\``)
  return { from, until }
}

export const columnsOf = (days: Days): readonly string[] =>
  days.until === undefined ? [days.from] : [days.from, days.until]

const ENDLESS = '9999-12-31'
