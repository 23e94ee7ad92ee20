import { completedMonths, completedYears, daysBetween, ENDLESS } from '../../calendar.ts'
import type { Chapter } from '../../cases.ts'
import type { Node } from '../../tree.ts'
import { lengthBetween, yearWithin } from '../edges.ts'
import { isFree } from '../free.ts'
import { byClosure, quickOnly, testBy } from './closure.ts'
import { type Emit, type Emitted, type Ends, emittedAs, endsOf, type Site, settledAt, type Test } from './emitted.ts'
import { factBy } from './facts.ts'
import { settledOnce } from './settled.ts'

/** A number that a function of ours makes of dates: without limit where they have none, which closures mind. */
function counted(call: string, site: Site, { writer }: Emit): string {
  const number = writer.name('v')
  writer.line(`const ${number} = ${call};`)
  if (site.leave !== undefined) writer.line(`if (${number} - ${number} !== 0) { ${site.leave} }`)
  return number
}

/** A length between two dates: it grows with `until` and shrinks with `from`. */
function span(
  node: { readonly from: Node; readonly until: Node },
  emit: Emit,
  between: (from: string, until: string) => number,
): Emitted {
  const [from, until] = [endsOf(emit(node.from)), endsOf(emit(node.until))]
  const length = emit.writer.constant((first: string, last: string) => lengthBetween(first, last, between))
  return {
    as: 'number',
    ends: (site) => {
      const [a, b] = [from(site), until(site)]
      const low = counted(`${length}(${a.high}, ${b.low})`, site, emit)
      return a.low === a.high && b.low === b.high
        ? settledAt(low)
        : { low, high: counted(`${length}(${a.low}, ${b.high})`, site, emit) }
    },
  }
}

/** An edge of a period. */
function edge(
  node: { readonly kind: 'startOf' | 'endOf'; readonly period: Node },
  name: 'from' | 'until',
  emit: Emit,
): Emitted {
  const { edges, absent } = emittedAs('period', emit(node.period))
  return quickOnly(node, { as: 'date', absent, ends: (site) => settledAt(edges(site)[name]) }, emit)
}

export const time: Chapter<'time', Emit, Emitted> = {
  thisDay: () => ({ as: 'date', ends: (site) => settledAt(site.on) }),
  referenceDate: () => ({ as: 'date', ends: () => settledAt('on') }),
  on: (node, emit) => {
    const { writer } = emit
    const read = endsOf(emit(node.date))
    const once = isFree(node.date) ? settledOnce(emit.bounded(node.date)) : undefined
    const shift = (site: Site): Site => {
      if (once !== undefined && site.invariant) return { ...site, on: writer.once(once, site.on) }
      const on = writer.name('d')
      writer.line(`const ${on} = ${read(site).low};`)
      return { ...site, on, invariant: false }
    }
    const part = shifted(emit(node.part), shift)
    // On a day that is somebody's, and perhaps between two, closures read.
    return once === undefined ? quick(node, part, emit) : part
  },
  inYear: (node, emit) => {
    const { writer } = emit
    const { year, fact } = node
    const which = endsOf(emit(year))
    const told = (site: Site) => {
      const all = writer.name('v')
      writer.line(`const ${all} = ${site.subject}[${JSON.stringify(fact.name)}];`)
      return `(typeof ${all} === "object" && ${all} !== null ? ${all}[${which(site).low}] : ${all} === undefined ? ${all} : NaN)`
    }
    const part = factBy(node, fact, told, emit)
    return isFree(year) ? part : quick(node, part, emit)
  },
  throughout: byClosure,
  atSomeTimeIn: byClosure,
  daysIn: byClosure,
  later: byClosure,
  earlier: byClosure,
  lastDay: byClosure,
  nextDay: byClosure,
  dayIn: byClosure,
  startOfMonth: byClosure,
  yearOf: ({ date }, emit) => {
    const read = endsOf(emit(date))
    const year = emit.writer.constant(yearWithin)
    return {
      as: 'number',
      ends: (site) => {
        const { low, high }: Ends = read(site)
        const first = counted(`${year}(${low})`, site, emit)
        return low === high ? settledAt(first) : { low: first, high: counted(`${year}(${high})`, site, emit) }
      },
    }
  },
  monthOf: byClosure,
  completedYears: (node, emit) => span(node, emit, completedYears),
  completedMonths: (node, emit) => span(node, emit, completedMonths),
  daysBetween: (node, emit) => span(node, emit, daysBetween),
  period: ({ from, until }, emit) => {
    const [start, end] = [endsOf(emit(from)), endsOf(emit(until))]
    return { as: 'period', edges: (site) => ({ from: start(site).low, until: end(site).low }) }
  },
  startOf: (node, emit) => edge(node, 'from', emit),
  endOf: (node, emit) => edge(node, 'until', emit),
  covers: (node, emit) => {
    const period = emittedAs('period', emit(node.period))
    const day = endsOf(emit(node.date))
    const { writer } = emit
    const closures = testBy(emit.bounded(node), writer)
    const test: Test = (site, { no, unsure }) => {
      const at = day(site).low
      if (period.told !== undefined) {
        const told = period.told(site)
        const [from, until] = [`${told}.from`, `${told}.until`]
        const within = `${from} <= ${at} && (${until} == null || ${at} < ${until} || ${until} === "${ENDLESS}")`
        const absent = period.absent ? `${told} === null || ` : ''
        writer.line(`if (${told} === undefined) {`)
        // Of a period without the day of its start or end closures may be sure all the same; one that is not told is open.
        if (site.odd === undefined) closures(site, { no, unsure })
        else writer.line(unsure)
        return writer.line(`} else if (${absent}!(${within})) { ${no} }`)
      }
      const { from, until } = period.edges(site)
      const [start, end] = [writer.name('v'), writer.name('v')]
      writer.line(`const ${start} = ${from}, ${end} = ${until};`)
      const within = `${start} <= ${at} && (${at} < ${end} || ${end} === "${ENDLESS}")`
      writer.line(`if (!(${period.absent ? `${start} !== null && ` : ''}${within})) { ${no} }`)
    }
    return quickOnly(node, { as: 'truth', test }, emit)
  },
}

/** What closures read in the careful function, since the date or year is somebody's and may lie between two. */
const quick = (node: Node, part: Emitted, emit: Emit) =>
  part.as === 'those' ? { ...part, careful: false } : quickOnly(node, part, emit)

/** A part, read on another date. */
function shifted(part: Emitted, shift: (site: Site) => Site): Emitted {
  switch (part.as) {
    case 'truth': {
      const { anyOf, test, ...rest } = part
      return { ...rest, test: (site, ways) => test(shift(site), ways) }
    }
    case 'number':
    case 'date':
      return { ...part, ends: (site) => part.ends(shift(site)) }
    case 'period':
      return {
        ...part,
        edges: (site) => part.edges(shift(site)),
        told: part.told && ((site) => part.told?.(shift(site)) ?? ''),
      }
    case 'those':
      // What is asked of the members is asked on the date that is at hand outside; who belongs to them, on this one.
      return {
        ...part,
        list: (site) => part.list(shift(site)),
        each: (site, list, body) =>
          part.each(shift(site), list, (member, next, perhaps) =>
            body({ ...member, on: site.on, invariant: site.invariant }, next, perhaps),
          ),
      }
    default:
      return { ...part, value: (site) => part.value(shift(site)) }
  }
}
