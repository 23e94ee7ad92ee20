import {
  completedMonths,
  completedYears,
  daysBetween,
  ENDLESS,
  lastDay,
  monthOf,
  nextDay,
  startOfMonth,
} from '../../calendar.ts'
import type { Chapter } from '../../cases.ts'
import type { Later, Node } from '../../tree.ts'
import type { Bounded } from '../bounded/bounded.ts'
import { as, PERHAPS, YES } from '../bounded/bounded.ts'
import { dayWithin, lengthBetween, movedBy, yearWithin } from '../edges.ts'
import { type Frame, frameOf, type Subject } from '../frame.ts'
import { isFree } from '../free.ts'
import { type Emit, type Emitted, emittedAs, type Site, tested, truth, valueOf } from './emitted.ts'
import { factBy, readTold } from './facts.ts'
import { settledBy } from './writer.ts'

const date = (node: Node, emit: Emit) => valueOf(emit(node))

/** What a function of ours makes of parts. */
function called(
  as: 'number' | 'date',
  parts: readonly Node[],
  emit: Emit,
  call: (...values: never[]) => unknown,
  ...more: readonly unknown[]
): Emitted {
  const reads = parts.map((part) => valueOf(emit(part)))
  const rest = more.map((one) => JSON.stringify(one))
  return {
    as,
    value: (site) => {
      const result = emit.writer.name('v')
      const values = reads.map((read) => read(site))
      // What has no end has no number: bounded knows what to make of it.
      const finite = as === 'number' ? ` if (${result} - ${result} !== 0) return null;` : ''
      emit.writer.line(`const ${result} = ${emit.writer.constant(call)}(${[...values, ...rest].join(', ')});${finite}`)
      return result
    },
  }
}

const later = (from: string, amount: number, unit: Later['unit'], monthEnd: Later['monthEnd']) =>
  movedBy(from, amount, unit, monthEnd)
const earlier = (from: string, amount: number, unit: Later['unit'], monthEnd: Later['monthEnd']) =>
  movedBy(from, -amount, unit, monthEnd)
const lastTime = (day: string, calendarDay: string) => lastDay(calendarDay, day)
const nextTime = (day: string, calendarDay: string) => nextDay(calendarDay, day)
const yearsBetween = (from: string, until: string) => lengthBetween(from, until, completedYears)
const monthsBetween = (from: string, until: string) => lengthBetween(from, until, completedMonths)
const wholeDaysBetween = (from: string, until: string) => lengthBetween(from, until, daysBetween)

/** Periods are swept by closures: there is one sweep, and it is the bounded one. */
function swept(node: Node, { writer, bounded }: Emit): Emitted {
  const part: Bounded = bounded(node)
  const here = (s: Subject, on: string, applicant: Subject, reference: string): Frame => ({
    ...frameOf(s, on),
    applicant,
    reference,
  })
  if (part.as === 'truth') {
    const read = (s: Subject, on: string, applicant: Subject, reference: string) => {
      const found = part.read(here(s, on, applicant, reference))
      return found === PERHAPS ? undefined : found === YES
    }
    return tested(writer, (site) => handedOver(site, read))
  }
  const { read } = as('number', part)
  const settled = (s: Subject, on: string, applicant: Subject, reference: string) => {
    const frame = here(s, on, applicant, reference)
    const low = read(frame)
    return low === frame.high && Number.isFinite(low) ? low : undefined
  }
  return { as: 'number', value: (site) => handedOver(site, settled) }

  function handedOver(site: Site, call: unknown): string {
    const found = writer.name('v')
    writer.line(
      `const ${found} = ${writer.constant(call)}(${site.subject}, ${site.on}, s, on); if (${found} === undefined) return null;`,
    )
    return found
  }
}

export const time: Chapter<'time', Emit, Emitted> = {
  thisDay: () => ({ as: 'date', value: (site) => site.on }),
  referenceDate: () => ({ as: 'date', value: () => 'on' }),
  on: ({ date: day, part }, emit) => {
    const free = isFree(day)
    const read = free ? undefined : date(day, emit)
    const once = free ? settledBy(emit.bounded(day)) : undefined
    const shift = (site: Site): Site => {
      if (once !== undefined && site.invariant) return { ...site, on: emit.writer.once(once, site.on) }
      const shifted = emit.writer.name('d')
      emit.writer.line(`const ${shifted} = ${(read ?? date(day, emit))(site)};`)
      return { ...site, on: shifted, invariant: false }
    }
    return shifted(emit(part), shift, emit)
  },
  inYear: ({ year, fact }, emit) => {
    const { writer } = emit
    const which = valueOf(emit(year))
    return factBy(writer, fact, (site) => {
      const told = writer.name('v')
      writer.line(
        `const ${told} = ${site.subject}[${JSON.stringify(fact.name)}]; if (typeof ${told} !== "object" || ${told} === null) return null;`,
      )
      const year = writer.name('v')
      writer.line(`const ${year} = ${told}[${which(site)}];`)
      return readTold(writer, fact, year)
    })
  },
  throughout: swept,
  atSomeTimeIn: swept,
  daysIn: swept,
  later: (node, emit) => called('date', [node.date, node.by], emit, later, node.unit, node.monthEnd),
  earlier: (node, emit) => called('date', [node.date, node.by], emit, earlier, node.unit, node.monthEnd),
  lastDay: (node, emit) => called('date', [node.date], emit, lastTime, node.day),
  nextDay: (node, emit) => called('date', [node.date], emit, nextTime, node.day),
  dayIn: (node, emit) => called('date', [node.year], emit, dayWithin, node.day),
  startOfMonth: (node, emit) => called('date', [node.date], emit, startOfMonth),
  yearOf: (node, emit) => called('number', [node.date], emit, yearWithin),
  monthOf: (node, emit) => called('number', [node.date], emit, monthOf),
  completedYears: (node, emit) => called('number', [node.from, node.until], emit, yearsBetween),
  completedMonths: (node, emit) => called('number', [node.from, node.until], emit, monthsBetween),
  daysBetween: (node, emit) => called('number', [node.from, node.until], emit, wholeDaysBetween),
  period: ({ from, until }, emit) => {
    const [start, end] = [date(from, emit), date(until, emit)]
    return { as: 'period', edges: (site) => ({ from: start(site), until: end(site) }) }
  },
  startOf: ({ period }, emit) => {
    const { edges, absent } = emittedAs('period', emit(period))
    return { as: 'date', absent, value: (site) => edges(site).from }
  },
  endOf: ({ period }, emit) => {
    const { edges, absent } = emittedAs('period', emit(period))
    return { as: 'date', absent, value: (site) => edges(site).until }
  },
  covers: ({ period, date: day }, emit) => {
    const { edges, absent } = emittedAs('period', emit(period))
    const read = date(day, emit)
    const { writer } = emit
    return tested(writer, (site) => {
      const at = read(site)
      const { from, until } = edges(site)
      const [start, end] = [writer.name('v'), writer.name('v')]
      writer.line(`const ${start} = ${from}, ${end} = ${until};`)
      const within = `${start} <= ${at} && (${at} < ${end} || ${end} === ${JSON.stringify(ENDLESS)})`
      return absent ? `(${start} !== null && ${within})` : `(${within})`
    })
  },
}

/** A part, read on another date. */
function shifted(part: Emitted, shift: (site: Site) => Site, { writer }: Emit): Emitted {
  switch (part.as) {
    case 'truth':
      return part.absent
        ? tested(writer, (site) => part.value(shift(site)), true)
        : truth(writer, (site, ifNot) => part.test(shift(site), ifNot))
    case 'period':
      return { ...part, edges: (site) => part.edges(shift(site)) }
    case 'those':
      return {
        ...part,
        length: part.length && ((site) => part.length?.(shift(site)) ?? ''),
        // What is asked of the members is asked on the date that is at hand outside.
        each: (site, body) =>
          part.each(shift(site), (member, skip) => body({ ...member, on: site.on, invariant: site.invariant }, skip)),
      }
    default:
      return { ...part, value: (site) => part.value(shift(site)) }
  }
}
