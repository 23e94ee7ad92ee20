import {
  completedMonths,
  completedYears,
  daysBetween,
  ENDLESS,
  lastDay,
  monthOf,
  nextDay,
  plusDays,
  startOfMonth,
} from '../../calendar.ts'
import type { Chapter } from '../../cases.ts'
import type { Later, Node } from '../../tree.ts'
import { dayWithin, lengthBetween, movedBy, yearWithin } from '../edges.ts'
import type { Frame } from '../frame.ts'
import { NO_DATE, noDate } from '../no-date.ts'
import type { Compile } from './bounded.ts'
import {
  as,
  type Bounded,
  type BoundedPeriod,
  type BoundedThose,
  bothPresent,
  NO,
  PERHAPS,
  type ReadDate,
  type ReadNumber,
  type ReadTruth,
  type Truth,
  YES,
} from './bounded.ts'
import { presentAnd } from './comparison.ts'
import { factBy, hearInYears } from './facts.ts'

const date = (node: Node, compile: Compile): ReadDate => as('date', compile(node)).read

/** A date that rises with another date. */
function dated(node: Node, compile: Compile, move: (date: string) => string): Bounded {
  const read = date(node, compile)
  return {
    as: 'date',
    read: (frame) => {
      const first = read(frame)
      frame.last = move(frame.last)
      return move(first)
    },
  }
}

/** A length between two dates: it grows with `until` and shrinks with `from`. */
function span(
  node: { readonly from: Node; readonly until: Node },
  compile: Compile,
  between: (from: string, until: string) => number,
): Bounded {
  const [from, until] = [date(node.from, compile), date(node.until, compile)]
  return {
    as: 'number',
    read: (frame) => {
      const first = from(frame)
      const firstLast = frame.last
      const end = until(frame)
      frame.high = lengthBetween(first, frame.last, between)
      return lengthBetween(firstLast, end, between)
    },
  }
}

function moved({ date: day, unit, by, monthEnd }: Omit<Later, 'kind'>, compile: Compile, sign: 1 | -1): Bounded {
  const read = date(day, compile)
  const length: ReadNumber = as('number', compile(by)).read
  const move = (from: string, amount: number) => movedBy(from, sign * amount, unit, monthEnd)
  return {
    as: 'date',
    read: (frame) => {
      const first = read(frame)
      const last = frame.last
      const low = length(frame)
      const [near, far] = sign === 1 ? [low, frame.high] : [frame.high, low]
      frame.last = move(last, far)
      return move(first, near)
    },
  }
}

/** Reads something on another date; the date that was at hand is at hand again afterwards. */
function shifted<Value>(day: ReadDate, read: (frame: Frame) => Value): (frame: Frame) => Value {
  return (frame) => {
    const { on, onLast, next, during } = frame
    const first = day(frame)
    const last = frame.last
    const change = frame.next
    frame.on = first
    frame.onLast = last
    frame.next = ''
    frame.during = undefined
    const value = read(frame)
    frame.on = on
    frame.onLast = onLast
    frame.next = next === '' ? '' : change
    frame.during = during
    return value
  }
}

function on(day: ReadDate, part: Bounded): Bounded {
  const present = part.present && shifted(day, part.present)
  switch (part.as) {
    case 'truth':
      return { as: 'truth', present, read: shifted(day, part.read) }
    case 'number':
      return { as: 'number', present, read: shifted(day, part.read) }
    case 'date':
      return { as: 'date', present, read: shifted(day, part.read) }
    case 'text':
      return { as: 'text', present, read: shifted(day, part.read) }
    case 'texts':
      return { as: 'texts', present, read: shifted(day, part.read) }
    case 'one':
      return { as: 'one', present, read: shifted(day, part.read) }
    case 'period':
      return { as: 'period', present, from: shifted(day, part.from), until: shifted(day, part.until) }
    case 'benefit':
      return { as: 'benefit', present, read: shifted(day, part.read) }
    case 'those':
      return part.member === undefined ? { ...part, read: shifted(day, part.read) } : filteredOn(day, part, part.member)
  }
}

/**
 * A list whose members are chosen on another date: the date is that of whoever has the list, not of each member.
 * INVARIANT: a list is read before its members are.
 */
function filteredOn(day: ReadDate, list: BoundedThose, member: ReadTruth): BoundedThose {
  let [first, last] = ['', '']
  const read: ReadDate = (frame) => {
    first = day(frame)
    last = frame.last
    return first
  }
  const again: ReadDate = (frame) => {
    frame.last = last
    return first
  }
  return { ...list, read: shifted(read, list.read), member: shifted(again, member) }
}

/** Twenty-seven years: what would go on day by day for longer, with what is swept within it, is left open. */
const MOST_DAYS = 10_000

/** Walks a period from one change of what is read to the next; `visit` says whether to go on. */
function sweep(
  frame: Frame,
  from: string,
  until: string,
  read: ReadTruth,
  visit: (truth: Truth, days: () => number) => boolean,
): void {
  const { on, onLast, next, during } = frame
  if (during === undefined) frame.swept = 0
  frame.during = { from, until }
  let day = from
  while (day < until) {
    frame.on = day
    frame.onLast = day
    frame.next = ENDLESS
    const goesOn = frame.swept++ < MOST_DAYS
    const truth = goesOn ? read(frame) : PERHAPS
    const start = day
    const end = goesOn && frame.next < until ? frame.next : until
    day = end
    if (!visit(truth, () => lengthBetween(start, end, daysBetween))) break
  }
  frame.on = on
  frame.onLast = onLast
  frame.next = next
  frame.during = during
}

interface Extent {
  readonly from: string
  readonly fromLast: string
  readonly until: string
  readonly untilLast: string
}
function extent(frame: Frame, { from, until }: BoundedPeriod): Extent {
  const first = from(frame)
  const fromLast = frame.last
  const end = until(frame)
  return { from: first, fromLast, until: end, untilLast: frame.last }
}

/** Reads what is perhaps not read at all once everything is known. */
function supposing(frame: Frame, read: () => void): void {
  const { supposed } = frame
  frame.supposed = true
  read()
  frame.supposed = supposed
}

/** Whether it holds on all days, or on some: over the widest and the narrowest that the period can be. */
function quantified(
  node: { readonly period: Node; readonly part: Node },
  compile: Compile,
  end: typeof YES | typeof NO,
): Bounded {
  const period = as('period', compile(node.period))
  const { read } = as('truth', compile(node.part))
  const other = (YES - end) as Truth
  const over = (frame: Frame, from: string, until: string): Truth => {
    let truth: Truth = other
    sweep(frame, from, until, read, (one) => {
      if (one !== other) truth = one
      return truth !== end
    })
    return truth
  }
  /** Over the widest that the period can be: whether it is the same on all days, whichever of them belong to it. */
  const overAll = (frame: Frame, from: string, until: string): Truth => {
    let truth: Truth = other
    supposing(frame, () =>
      sweep(frame, from, until, read, (one) => {
        if (one !== other) truth = PERHAPS
        return truth === other
      }),
    )
    return truth
  }
  return {
    as: 'truth',
    read: (frame) => {
      const { from, fromLast, until, untilLast } = extent(frame, period)
      if (from === fromLast && until === untilLast) return over(frame, from, until)
      if (over(frame, fromLast, until) === end) return end
      return overAll(frame, from, untilLast)
    },
  }
}

/** While a period is swept, what depends on the day itself may differ tomorrow. */
function thisDay(frame: Frame): string {
  if (frame.on === NO_DATE) noDate()
  if (frame.next !== '') {
    const tomorrow = plusDays(frame.on, 1)
    if (tomorrow < frame.next) frame.next = tomorrow
  }
  frame.last = frame.onLast
  return frame.on
}

export const time: Chapter<'time', Compile, Bounded> = {
  thisDay: () => ({ as: 'date', read: thisDay }),
  referenceDate: () => ({
    as: 'date',
    read: (frame) => (frame.last = frame.reference === NO_DATE ? noDate() : frame.reference),
  }),
  on: (node, compile) => on(date(node.date, compile), compile(node.part)),
  inYear: ({ year, fact }, compile) => {
    const { read } = as('number', compile(year))
    return factBy(fact, (frame) => {
      const first = read(frame)
      return hearInYears(frame, fact, first, frame.high)
    })
  },
  throughout: (node, compile) => quantified(node, compile, NO),
  atSomeTimeIn: (node, compile) => quantified(node, compile, YES),
  daysIn: (node, compile) => {
    const period = as('period', compile(node.period))
    const { read } = as('truth', compile(node.part))
    const count = (frame: Frame, from: string, until: string, floor: Truth): number => {
      let total = 0
      sweep(frame, from, until, read, (truth, days) => {
        if (truth >= floor) total += days()
        return true
      })
      return total
    }
    return {
      as: 'number',
      read: (frame) => {
        const { from, fromLast, until, untilLast } = extent(frame, period)
        const low = count(frame, fromLast, until, YES)
        let high = 0
        supposing(frame, () => {
          high = count(frame, from, untilLast, PERHAPS)
        })
        frame.high = high
        return low
      },
    }
  },
  later: (node, compile) => moved(node, compile, 1),
  earlier: (node, compile) => moved(node, compile, -1),
  lastDay: (node, compile) => dated(node.date, compile, (day) => lastDay(node.day, day)),
  nextDay: (node, compile) => dated(node.date, compile, (day) => nextDay(node.day, day)),
  dayIn: ({ year, day }, compile) => {
    const { read } = as('number', compile(year))
    return {
      as: 'date',
      read: (frame) => {
        const first = dayWithin(read(frame), day)
        frame.last = dayWithin(frame.high, day)
        return first
      },
    }
  },
  startOfMonth: (node, compile) => dated(node.date, compile, startOfMonth),
  yearOf: (node, compile) => {
    const read = date(node.date, compile)
    return {
      as: 'number',
      read: (frame) => {
        const first = yearWithin(read(frame))
        frame.high = yearWithin(frame.last)
        return first
      },
    }
  },
  monthOf: (node, compile) => {
    const read = date(node.date, compile)
    return {
      as: 'number',
      read: (frame) => {
        const first = read(frame)
        const sameYear = first.slice(0, 4) === frame.last.slice(0, 4)
        frame.high = sameYear ? monthOf(frame.last) : 12
        return sameYear ? monthOf(first) : 1
      },
    }
  },
  completedYears: (node, compile) => span(node, compile, completedYears),
  completedMonths: (node, compile) => span(node, compile, completedMonths),
  daysBetween: (node, compile) => span(node, compile, daysBetween),
  period: ({ from, until }, compile) => ({ as: 'period', from: date(from, compile), until: date(until, compile) }),
  startOf: ({ period }, compile) => {
    const { from, present } = as('period', compile(period))
    return { as: 'date', read: from, present }
  },
  endOf: ({ period }, compile) => {
    const { until, present } = as('period', compile(period))
    return { as: 'date', read: until, present }
  },
  covers: (node, compile) => {
    const { from, until, present } = as('period', compile(node.period))
    const day = compile(node.date)
    const read = as('date', day).read
    return {
      as: 'truth',
      read: presentAnd(bothPresent(present, day.present), (frame) => {
        const first = read(frame)
        const last = frame.last
        const start = from(frame)
        if (last < start) return NO
        const started = frame.last <= first
        const end = until(frame)
        const running = last < end
        if (first >= frame.last && frame.last !== ENDLESS) return NO
        return started && (running || end === ENDLESS) ? YES : PERHAPS
      }),
    }
  },
}
