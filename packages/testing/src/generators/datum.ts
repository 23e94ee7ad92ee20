import { type IsoDate, partialDate, type Reason, timeline, unknown } from '@vanzelf/rules'
import type { Fact } from '@vanzelf/rules/tree'
import type { Draw } from '../city/draw.ts'
import { DAYS, EDGES, FAR_DAYS, YEARS } from './moments.ts'
import { isNumeric } from './want.ts'

/** How many people and vehicles there are to relate to. */
export interface Numbers {
  readonly person: number
  readonly vehicle: number
}

/** How many ways there are to complete what is not known. */
export const COMPLETIONS = 3
export type Completion = 0 | 1 | 2

/** What is told: what is known at first, or a completion of it. */
export type Level = 'at first' | Completion

/** One thing that can be told about a subject. Subjects are told by their numbers. */
export interface Datum {
  /** Whether part of it is not known at first. */
  readonly veiled: boolean
  readonly at: (level: Level) => unknown
}

/** A subject in a datum: its kind and its number. */
export interface Reference {
  readonly refersTo: string
  readonly number: number
}
export const isReference = (told: unknown): told is Reference =>
  typeof told === 'object' && told !== null && 'refersTo' in told
const reference = (refersTo: string, number: number): Reference => ({ refersTo, number })

const REASONS: readonly Reason[] = ['not asked', 'not found', 'unavailable', 'not permitted', 'in doubt']

/** What is left out of a situation, or of a timeline. */
const NOT_TOLD = undefined

const pick = <Value>(draw: Draw, values: readonly Value[]): Value => values[draw.below(values.length)] as Value

const day = (draw: Draw): IsoDate =>
  draw.within(0.03) ? pick(draw, EDGES) : draw.within(0.1) ? pick(draw, FAR_DAYS) : pick(draw, DAYS)

const AMOUNTS: { readonly [unit: string]: readonly number[] } = {
  count: [0, 1, 2, 3, 4, -1],
  money: [0, 120, 121, 500, 1000, 1001, -120],
  days: [0, 1, 30, 31, -1, 400],
  months: [0, 1, 6, 12, -1],
  years: [0, 1, 17, 18, 65, -1],
  year: YEARS,
  percentage: [0, 25, 50, 100, 125, -25],
}
const TEXTS = ['a', 'b', 'c']

function amount(
  draw: Draw,
  {
    type,
    least,
    most,
    decimals,
  }: { readonly type: string; readonly least?: number; readonly most?: number; readonly decimals?: true },
): number {
  const number =
    pick(draw, AMOUNTS[type] as readonly number[]) + (decimals && draw.within(0.5) ? pick(draw, [0.5, 0.1, 0.333]) : 0)
  return Math.min(Math.max(number, least ?? Number.NEGATIVE_INFINITY), most ?? Number.POSITIVE_INFINITY)
}

function valueFor(draw: Draw, { value }: Fact, numbers: Numbers): unknown {
  switch (value.type) {
    case 'truth':
      return draw.within(0.5)
    case 'date':
      return day(draw)
    case 'text':
      return pick(draw, TEXTS)
    case 'texts':
      return TEXTS.filter(() => draw.within(0.5))
    case 'period': {
      const [from, until] = [day(draw), day(draw)].toSorted()
      if (draw.within(0.8)) return { from, until }
      return draw.within(0.5) ? { from } : { from, until: null }
    }
    case 'one':
      return reference(value.to, draw.below(numbers[value.to as keyof Numbers]))
    case 'those': {
      const all = Array.from({ length: numbers[value.to as keyof Numbers] }, (_, number) => reference(value.to, number))
      const some = all.filter(() => draw.within(0.6)).slice(0, value.most)
      return some.length < (value.least ?? 0) ? all.slice(0, value.least) : some
    }
    default:
      return amount(draw, value)
  }
}

const absent = (value: unknown) => value === null

/** A value that does not change: three that it may be, and how little of it is known at first. */
function steady(draw: Draw, fact: Fact, numbers: Numbers, dimness: number): Datum {
  const values = Array.from({ length: COMPLETIONS }, () =>
    fact.optional && draw.within(0.3) ? null : valueFor(draw, fact, numbers),
  )
  if (!draw.within(dimness)) return { veiled: false, at: () => values[0] }
  const veil = veiledBy(draw, fact, values)
  return { veiled: true, at: (level) => (level === 'at first' ? veil : values[level]) }
}

/** What is known of a value that is one of three. */
function veiledBy(draw: Draw, fact: Fact, values: readonly unknown[]): unknown {
  const part = draw.within(0.6) && !values.some(absent) ? bounds(draw, fact, values) : NOT_TOLD
  return part ?? (draw.within(0.5) ? NOT_TOLD : unknown(pick(draw, REASONS)))
}

/** What numbers, dates and periods lie between; nothing for other values. */
function bounds(draw: Draw, { value: type }: Fact, values: readonly unknown[]): unknown {
  if (isNumeric(type.type)) {
    const slack = draw.within(0.5) ? 0 : pick(draw, [1, 100])
    const numbers = values as readonly number[]
    const [least, most] = [Math.min(...numbers) - slack, Math.max(...numbers) + slack]
    const { least: floor = least, most: ceiling = most } = type as { readonly least?: number; readonly most?: number }
    return { least: Math.max(least, floor), most: Math.min(most, ceiling) }
  }
  if (type.type === 'date') {
    const dates = (values as readonly string[]).toSorted()
    return partOf(draw, dates) ?? { least: dates[0], most: dates.at(-1) }
  }
  if (type.type !== 'period') return undefined
  const periods = values as readonly { readonly from: string; readonly until?: string | null }[]
  const from = partOf(draw, periods.map((one) => one.from).toSorted())
  const ends = periods.map((one) => one.until ?? undefined)
  const until = ends.some((end) => end === undefined) ? null : partOf(draw, (ends as readonly string[]).toSorted())
  const endless = ends.every((end) => end === undefined)
  return from === undefined || until === undefined || (until === null && !endless) ? undefined : { from, until }
}

/** The year, or the year and the month, that some dates share, as registers write it. */
function partOf(draw: Draw, dates: readonly string[]): string | undefined {
  const [first, last] = [dates[0] as string, dates.at(-1) as string]
  const share = (length: number) => first.slice(0, length) === last.slice(0, length) && first.slice(0, 4) !== '0000'
  if (share(7) && draw.within(0.6)) return draw.within(0.5) ? first.slice(0, 7) : `${first.slice(0, 7)}-00`
  return share(4) ? (draw.within(0.5) ? first.slice(0, 4) : `${first.slice(0, 4)}-00-00`) : undefined
}

/** Dates of one year, so that registers may know no more of them. */
function partial(draw: Draw, fact: Fact): Datum {
  const { least, most } = partialDate(pick(draw, ['1960', '2020-02', '2021', '2022-12']))
  const values = Array.from({ length: COMPLETIONS }, () =>
    draw.within(0.3) ? least : draw.within(0.4) ? most : `${least.slice(0, 8)}${pick(draw, ['02', '15', '28'])}`,
  )
  const veil = partOf(draw, values.toSorted()) ?? { least, most }
  return fact.value.type === 'date'
    ? { veiled: true, at: (level) => (level === 'at first' ? veil : values[level]) }
    : {
        veiled: true,
        at: (level) => (level === 'at first' ? { from: veil, until: null } : { from: values[level], until: null }),
      }
}

/** A value that changes on some days, of which some steps may not be known. */
function changing(draw: Draw, fact: Fact, numbers: Numbers, dimness: number): Datum {
  const cuts = [...new Set(Array.from({ length: 1 + draw.below(3) }, () => pick(draw, DAYS)))].toSorted()
  const steps = [...cuts, undefined].map(() => steady(draw, fact, numbers, dimness / 2))
  const open = draw.within(0.5)
  const told = (level: Level) =>
    timeline(
      ...steps.flatMap((step, index) => {
        const value = step.at(level)
        const [from, until] = [cuts[index - 1], cuts[index]]
        return value === NOT_TOLD
          ? []
          : [
              {
                ...(from !== undefined && { from }),
                ...(until !== undefined ? { until } : open && { until: null }),
                value,
              },
            ]
      }),
    )
  if (!draw.within(dimness / 2)) return { veiled: steps.some(({ veiled }) => veiled), at: told }
  const veil = veiledBy(
    draw,
    fact,
    steps.flatMap((step) => [step.at(0), step.at(1), step.at(2)]),
  )
  return { veiled: true, at: (level) => (level === 'at first' ? veil : told(level)) }
}

/** A value for each year that a rule could ask. */
function yearly(draw: Draw, fact: Fact, numbers: Numbers, dimness: number): Datum {
  const otherwise = steady(draw, fact, numbers, dimness)
  const years = new Map(YEARS.map((year) => [String(year), steady(draw, fact, numbers, dimness)]))
  // Rules may ask for any year at all: what is told answers for all of them.
  const told = (level: Level) =>
    new Proxy(Object.fromEntries([...years].map(([year, datum]) => [year, datum.at(level)])), {
      get: (known, year) =>
        years.has(String(year))
          ? known[String(year)]
          : /^-?(\d+|Infinity)$/.test(String(year))
            ? otherwise.at(level)
            : undefined,
    })
  if (!draw.within(dimness / 2))
    return { veiled: otherwise.veiled || [...years.values()].some(({ veiled }) => veiled), at: told }
  const veil = draw.within(0.5) ? NOT_TOLD : unknown(pick(draw, REASONS))
  return { veiled: true, at: (level) => (level === 'at first' ? veil : told(level)) }
}

/** What can be told of a fact, drawn. @param dimness the share of what is not known */
export function datumOf(draw: Draw, fact: Fact, numbers: Numbers, dimness: number): Datum {
  if (fact.when.includes('year')) return yearly(draw, fact, numbers, dimness)
  if ((fact.value.type === 'date' || fact.value.type === 'period') && draw.within(dimness / 2))
    return partial(draw, fact)
  return draw.within(0.3) ? changing(draw, fact, numbers, dimness) : steady(draw, fact, numbers, dimness)
}

/** What a person decided, or did not yet. */
export function discretionOf(draw: Draw, dimness: number): Datum {
  const decided = Array.from({ length: COMPLETIONS }, () => draw.within(0.5))
  if (!draw.within(dimness)) return { veiled: false, at: () => decided[0] }
  return { veiled: true, at: (level) => (level === 'at first' ? NOT_TOLD : decided[level]) }
}
