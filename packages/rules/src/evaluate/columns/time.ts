import { isFree } from '../free.ts'
import { settledOnce } from '../generated/settled.ts'
import { factBy } from './inputs.ts'
import { as, endsOf, type Part, rowByRow, type Site, type SomeCases } from './part.ts'
import { type Column, ENDLESS_DATE } from './table.ts'

export const time: SomeCases<'time'> = {
  on: ({ date, part }, emit) => {
    if (!isFree(date)) return rowByRow()
    const read = settledOnce(emit.bounded(date))
    const shift = (site: Site): Site => ({ ...site, on: (reference) => read(site.on(reference), reference) as string })
    const value = emit(part)
    switch (value.as) {
      case 'truth':
        return { as: 'truth', bits: (site) => value.bits(shift(site)) }
      case 'number':
      case 'date':
        return { as: value.as, ends: (site) => value.ends(shift(site)) }
      case 'those': {
        // What is asked of the members is asked on the date that is at hand outside; who belongs to them, on this one.
        const { member } = value
        return { ...value, rows: (site) => value.rows(shift(site)), member: member && ((site) => member(shift(site))) }
      }
      case 'text':
      case 'period':
        // A column tells the same on all days.
        return value
      default:
        return rowByRow()
    }
  },
  inYear: ({ year, fact }, emit) => {
    if (!isFree(year)) return rowByRow()
    const read = settledOnce(emit.bounded(year))
    return factBy(
      fact,
      emit,
      (call, { facts }) =>
        (facts[fact.name] as { readonly [year: number]: Column } | undefined)?.[read(call.on, call.on) as number],
    )
  },
  completedYears: ({ from, until }, emit) => {
    const [first, end] = [emit(from), emit(until)].map(endsOf)
    if (first === undefined || end === undefined) return rowByRow()
    return {
      as: 'number',
      ends: (site): ReturnType<typeof first> => {
        const [a, b] = [first(site), end(site)]
        const [low, high] = [emit.fresh('v'), emit.fresh('v')]
        const open = { whole: true, short: true, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
        // Of dates as whole numbers, years are what lies above the last four digits.
        const years = `Math.floor((${b.low} - ${a.high}) / 10000)`
        if (a.low === a.high && b.low === b.high) {
          site.loop.lines.push(`const ${low} = ${years};`)
          return { low, high: low, ...open }
        }
        site.loop.lines.push(
          `let ${low} = ${years}, ${high} = ${low};`,
          `if (${a.low} !== ${a.high} || ${b.low} !== ${b.high}) { ${low} = -Infinity; ${high} = Infinity; }`,
        )
        return { low, high, ...open }
      },
    }
  },
  covers: ({ period, date }, emit): Part => {
    const { edges } = as('period', emit(period))
    const day = endsOf(emit(date))
    return {
      as: 'truth',
      bits: (site) => {
        const { low, high } = day(site)
        if (low !== high) return rowByRow()
        const [from, until, unknown] = [emit.fresh('v'), emit.fresh('v'), emit.fresh('t')]
        const { from: first, until: end } = edges(site)
        site.loop.lines.push(`const ${from} = ${first}, ${until} = ${end}, ${unknown} = (${from} === 0) & 1;`)
        const within = `((${from} > 0 & ${from} <= ${low} & (${low} < ${until} | ${until} === ${ENDLESS_DATE})) & 1) * 3`
        // Where an end is not known it is 0, and no day lies before it: then too it is not known.
        return `(${unknown} | ${within} | (${from} > 0 & ${from} <= ${low} & ${until} === 0) & 1)`
      },
    }
  },
}
