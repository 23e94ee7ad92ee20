import * as z from 'zod'
import { calendarDay } from './checked.ts'
import type { NodeSchema, Schemas } from './document.ts'
import { factName } from './inputs.ts'

export const time = (part: NodeSchema) => {
  const moved = {
    date: part,
    unit: z.enum(['days', 'months', 'years']),
    by: part,
    monthEnd: z.enum(['lastDay', 'nextFirst']),
  }
  return {
    thisDay: z.strictObject({ kind: z.literal('thisDay') }),
    referenceDate: z.strictObject({ kind: z.literal('referenceDate') }),
    on: z.strictObject({ kind: z.literal('on'), date: part, part }),
    inYear: z.strictObject({ kind: z.literal('inYear'), year: part, fact: factName }),
    throughout: z.strictObject({ kind: z.literal('throughout'), period: part, part }),
    atSomeTimeIn: z.strictObject({ kind: z.literal('atSomeTimeIn'), period: part, part }),
    daysIn: z.strictObject({ kind: z.literal('daysIn'), period: part, part }),
    later: z.strictObject({ kind: z.literal('later'), ...moved }),
    earlier: z.strictObject({ kind: z.literal('earlier'), ...moved }),
    lastDay: z.strictObject({ kind: z.literal('lastDay'), day: calendarDay, date: part }),
    nextDay: z.strictObject({ kind: z.literal('nextDay'), day: calendarDay, date: part }),
    dayIn: z.strictObject({ kind: z.literal('dayIn'), day: calendarDay, year: part }),
    startOfMonth: z.strictObject({ kind: z.literal('startOfMonth'), date: part }),
    yearOf: z.strictObject({ kind: z.literal('yearOf'), date: part }),
    monthOf: z.strictObject({ kind: z.literal('monthOf'), date: part }),
    completedYears: z.strictObject({ kind: z.literal('completedYears'), from: part, until: part }),
    completedMonths: z.strictObject({ kind: z.literal('completedMonths'), from: part, until: part }),
    daysBetween: z.strictObject({ kind: z.literal('daysBetween'), from: part, until: part }),
    period: z.strictObject({ kind: z.literal('period'), from: part, until: part }),
    startOf: z.strictObject({ kind: z.literal('startOf'), period: part }),
    endOf: z.strictObject({ kind: z.literal('endOf'), period: part }),
    covers: z.strictObject({ kind: z.literal('covers'), period: part, date: part }),
  } satisfies Schemas<'time'>
}
