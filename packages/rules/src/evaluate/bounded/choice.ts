import { amongOf, hasEveryRow, toldOutside } from '../../among.ts'
import { DAWN, ENDLESS } from '../../calendar.ts'
import type { Chapter } from '../../cases.ts'
import type { Bracket, KeyedTable, Parameter, Row, Scalar, ScalarTable, TableRow } from '../../tree.ts'
import type { Frame } from '../frame.ts'
import { rowOf } from '../table.ts'
import type { Compile } from './bounded.ts'
import { as, type Bounded, NO, PERHAPS, type ReadNumber, type ReadTruth, type Truth, YES } from './bounded.ts'
import { chooseCase, oneOfThese } from './hull.ts'
import { ANY_NUMBER, valuesOf } from './inputs.ts'

const ANY_DATE: readonly string[] = Object.freeze([DAWN, ENDLESS])

export const choice: Chapter<'choice', Compile, Bounded> = {
  when: ({ cases, otherwise }, compile) => {
    const criteria = cases.map((one) => as('truth', compile(one.if)).read)
    const parts = [...cases.map(({ then }) => compile(then)), compile(otherwise)]
    return eitherNumber(criteria, parts) ?? oneOfThese(parts, chooseCase(criteria))
  },
  bracket: ({ by, rows }, compile) => {
    const value = compile(by)
    const range = rangeOf(value)
    if (isTable(rows))
      return scalars(rows, (frame) => {
        const [low, high] = range(frame)
        return valuesOf(rows, frame)?.flatMap((value) => {
          const table = value as readonly TableRow[]
          return table.slice(rowOf(table, low), rowOf(table, high) + 1).map((row) => row.value)
        })
      })
    const alone = rows.map((_: Row, index: number) => [index])
    const between = (low: number | string, high: number | string) => {
      const first = rowOf(rows, low)
      const last = low === high ? first : rowOf(rows, high)
      return first === last
        ? (alone[first] as number[])
        : Array.from({ length: last - first + 1 }, (_, index) => first + index)
    }
    const parts = rows.map((row: Row) => compile(row.value))
    if (value.as !== 'number') return oneOfThese(parts, (frame) => between(...range(frame)))
    // Numbers by far the most often: without a pair made for each.
    const { read } = value
    const numbers = rows.map((row: Row) => ('value' in row.value ? row.value.value : undefined))
    if (numbers.every((number: unknown) => typeof number === 'number')) return stepsOf(read, rows, numbers)
    return oneOfThese(parts, (frame) => {
      const low = read(frame)
      return between(low, frame.high)
    })
  },
  keyed: (node, compile) => {
    const { by, rows } = node
    const { read } = as('text', compile(by))
    const among = amongOf(by)
    const complete = hasEveryRow(node)
    if (isTable(rows)) {
      const tables = (frame: Frame) => valuesOf(rows, frame) as readonly ScalarTable[] | undefined
      const found = scalars(rows, (frame) => {
        const key = read(frame)
        if (key !== undefined)
          return tables(frame)?.flatMap((table) => own(table, key) ?? (complete ? toldOutside() : []))
        return tables(frame)?.flatMap((table) =>
          (among ?? Object.keys(table)).flatMap((text) => own(table, text) ?? []),
        )
      })
      if (complete) return found
      return {
        ...found,
        present: (frame: Frame) => {
          const key = read(frame)
          return together(tables(frame)?.map((table) => presenceOf(table, key, among)))
        },
      } as Bounded
    }
    const keys = Object.keys(rows)
    if (keys.length === 0) return { as: 'number', read: (frame) => (frame.high = 0), present: () => NO }
    const all = keys.map((_, place) => place)
    const possible = among === undefined ? all : all.filter((place) => among.includes(keys[place] as string))
    const values = oneOfThese(
      Object.values(rows as Exclude<typeof rows, Parameter>).map((row) => compile(row)),
      (frame) => {
        const key = read(frame)
        const index = key === undefined ? -1 : keys.indexOf(key)
        if (index >= 0) return [index]
        if (key !== undefined && complete) return toldOutside()
        return key === undefined && possible.length > 0 ? possible : all
      },
    )
    if (complete) return values
    return { ...values, present: (frame: Frame) => presenceOf(rows as object, read(frame), among) } as Bounded
  },
  isPresent: ({ part }, compile) => ({ as: 'truth', read: presenceIn(compile(part)) }),
  ifAbsent: ({ part, otherwise }, compile) => {
    const [value, other] = [compile(part), compile(otherwise)]
    const { present } = value
    if (present === undefined) return value
    return oneOfThese([{ ...value, present: undefined }, other], chooseCase([present]))
  },
}

/** A number of one case or the other: the most frequent choice makes no list of what may be chosen. */
function eitherNumber(criteria: readonly ReadTruth[], parts: readonly Bounded[]): Bounded | undefined {
  const [test, more] = criteria
  const [then, otherwise] = parts
  if (test === undefined || more !== undefined || then?.as !== 'number' || otherwise?.as !== 'number') return undefined
  if (then.present !== undefined || otherwise.present !== undefined) return undefined
  const [first, second] = [then.read, otherwise.read]
  return {
    as: 'number',
    read: (frame) => {
      const truth = test(frame)
      if (truth === NO) return second(frame)
      const low = first(frame)
      if (truth === YES) return low
      const high = frame.high
      const other = second(frame)
      if (high > frame.high) frame.high = high
      return Math.min(low, other)
    },
  }
}

/** Steps that are numbers: the least and the most of those between two ends. */
function stepsOf(read: ReadNumber, rows: readonly Row[], numbers: readonly number[]): Bounded {
  return {
    as: 'number',
    read: (frame) => {
      const low = read(frame)
      const high = frame.high
      let place = rowOf(rows, low)
      let least = numbers[place] as number
      let most = least
      for (const last = low === high ? place : rowOf(rows, high); place < last; ) {
        const number = numbers[++place] as number
        if (number < least) least = number
        if (number > most) most = number
      }
      frame.high = most
      return least
    },
  }
}

export const isTable = (rows: Bracket['rows'] | KeyedTable['rows']): rows is Parameter => 'history' in rows

const own = (table: object, key: string): Scalar | undefined =>
  Object.hasOwn(table, key) ? (table as ScalarTable)[key] : undefined

function presenceOf(table: object, key: string | undefined, among: readonly string[] | undefined): Truth {
  if (key === undefined) {
    if (Object.keys(table).length === 0) return NO
    return among === undefined ? PERHAPS : together(among.map((text) => (Object.hasOwn(table, text) ? YES : NO)))
  }
  return Object.hasOwn(table, key) ? YES : NO
}

const together = (all: readonly Truth[] | undefined): Truth =>
  all?.every((one) => one === all[0]) ? (all[0] ?? PERHAPS) : PERHAPS

const presenceIn = (part: Bounded): ReadTruth => part.present ?? (() => YES)

/** The bounds of what a step table goes by. */
function rangeOf(by: Bounded): (frame: Frame) => readonly [number | string, number | string] {
  if (by.as === 'date')
    return (frame) => {
      const first = by.read(frame)
      return [first, frame.last]
    }
  const { read } = as('number', by)
  return (frame) => {
    const low = read(frame)
    return [low, frame.high]
  }
}

/** A value that is one of some scalars of a table, or any at all where it is not known which table is in force. */
function scalars({ value }: Parameter, read: (frame: Frame) => readonly Scalar[] | undefined): Bounded {
  const type = 'gives' in value ? value.gives.type : value.type
  switch (type) {
    case 'truth':
      return { as: 'truth', read: (frame) => together(read(frame)?.map((one) => (one ? YES : NO))) }
    case 'text':
      return {
        as: 'text',
        read: (frame) => {
          const texts = read(frame) as readonly string[] | undefined
          return texts?.every((one) => one === texts[0]) ? texts[0] : undefined
        },
      }
    case 'date':
      return {
        as: 'date',
        read: (frame) => {
          const dates = ((read(frame) as readonly string[] | undefined) ?? ANY_DATE).toSorted()
          // Of a table without such a row there is no date: bounds that widen no others.
          frame.last = dates.at(-1) ?? DAWN
          return dates[0] ?? ENDLESS
        },
      }
    default:
      return {
        as: 'number',
        read: (frame) => {
          const numbers = (read(frame) as readonly number[] | undefined) ?? ANY_NUMBER
          frame.high = Math.max(...numbers)
          return Math.min(...numbers)
        },
      }
  }
}
