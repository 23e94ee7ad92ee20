import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import { sentence, shifted } from './sentence.ts'
import { ANOTHER_DAY, type Telling } from './telling.ts'
import { noun, type Words } from './words.ts'

export const time: Chapter<'time', Telling, Words> = {
  thisDay: (_, telling) =>
    noun(telling.shifted ? telling.in.time.thisDay : telling.in.time.referenceDate, { measure: 'date' }),

  referenceDate: (_, telling) => noun(telling.in.time.referenceDate, { measure: 'date' }),

  on: ({ date, part }, telling) => {
    const { time } = telling.in
    const day = telling.tell(date)
    const told = telling.tell(part, ANOTHER_DAY)
    if (told.clause) return shifted([day], told, telling, (clause, when = '') => time.on(when, clause), true)
    const { text, below } = sentence([day], telling, (when = '') => time.valueOn(when, told.text), {}, told.below)
    const { figure: _, ...kept } = told
    return { ...kept, text, below }
  },

  inYear: ({ year, fact }, telling) => {
    const { time } = telling.in
    const which = telling.tell(year)
    const told = telling.tell(fact)
    if (told.clause)
      return shifted([which], told, telling, (clause, when = '') => time.clauseInYear(when, clause), true)
    const { text, below } = sentence([which], telling, (when = '') => time.inYear(when, told.text))
    return { ...told, text, below }
  },

  throughout: ({ period, part }, telling) => during(period, part, telling, telling.in.time.throughout),
  atSomeTimeIn: ({ period, part }, telling) => during(period, part, telling, telling.in.time.atSomeTimeIn),

  daysIn: ({ period, part }, telling) => {
    const { text, below } = during(period, part, telling, telling.in.time.daysIn)
    return noun(text, { below, measure: 'days' })
  },

  later: (node, telling) => moved(node, telling, telling.in.time.later),
  earlier: (node, telling) => moved(node, telling, telling.in.time.earlier),

  lastDay: ({ day, date }, telling) =>
    dated([date], telling, (from = '') => telling.in.time.lastDay(telling.in.values.day(day), from)),
  nextDay: ({ day, date }, telling) =>
    dated([date], telling, (from = '') => telling.in.time.nextDay(telling.in.values.day(day), from)),
  dayIn: ({ day, year }, telling) =>
    dated([year], telling, (which = '') => telling.in.time.dayIn(telling.in.values.day(day), which)),
  startOfMonth: ({ date }, telling) => dated([date], telling, (day = '') => telling.in.time.startOfMonth(day)),

  yearOf: ({ date }, telling) => ({
    ...dated([date], telling, (day = '') => telling.in.time.yearOf(day)),
    measure: 'year',
  }),
  monthOf: ({ date }, telling) => ({
    ...dated([date], telling, (day = '') => telling.in.time.monthOf(day)),
    measure: 'count',
  }),

  completedYears: ({ from, until }, telling) => ({
    ...dated([from, until], telling, (a = '', b = '') => telling.in.time.completedYears(a, b)),
    measure: 'years',
  }),
  completedMonths: ({ from, until }, telling) => ({
    ...dated([from, until], telling, (a = '', b = '') => telling.in.time.completedMonths(a, b)),
    measure: 'months',
  }),
  daysBetween: ({ from, until }, telling) => ({
    ...dated([from, until], telling, (a = '', b = '') => telling.in.time.daysBetween(a, b)),
    measure: 'days',
  }),

  period: ({ from, until }, telling) => {
    const operands = [telling.tell(from), telling.tell(until)]
    return sentence(operands, telling, (start = '', end = '') => telling.in.time.period(start, end))
  },

  startOf: ({ period }, telling) => dated([period], telling, (which = '') => telling.in.time.startOf(which)),
  endOf: ({ period }, telling) => dated([period], telling, (which = '') => telling.in.time.endOf(which)),

  covers: ({ period, date }, telling) =>
    sentence(
      [telling.tell(period), telling.tell(date)],
      telling,
      (which = '', day = '') => ({
        text: telling.in.time.covers(which, day),
        denied: telling.in.time.coversNot(which, day),
      }),
      { clause: true },
    ),
}

function during(period: Node, part: Node, telling: Telling, say: (period: string, clause: string) => string): Words {
  return shifted([telling.tell(period)], telling.tell(part, ANOTHER_DAY), telling, (clause, when = '') =>
    say(when, clause),
  )
}

function dated(parts: readonly Node[], telling: Telling, say: (...texts: string[]) => string): Words {
  return sentence(
    parts.map((part) => telling.tell(part)),
    telling,
    say,
    { measure: 'date' },
  )
}

interface Move {
  readonly date: Node
  readonly by: Node
  readonly unit: 'days' | 'months' | 'years'
  readonly monthEnd: 'lastDay' | 'nextFirst'
}

/**
 * Days always exist; months and years may end on a day that the month lacks, and then a remark says what it becomes:
 * once, also where years, months and days are added one after the other.
 */
function moved(
  { date, by, unit, monthEnd }: Move,
  telling: Telling,
  say: (date: string, length: string) => string,
): Words {
  const remark = ` ${telling.in.time.monthEnd(monthEnd)}`
  return dated([date, by], telling, (day = '', length = '') => {
    const text = say(day.replace(remark, ''), length)
    return unit === 'days' && !day.includes(remark) ? text : text + remark
  })
}
