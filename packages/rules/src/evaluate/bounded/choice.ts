import { DAWN, ENDLESS } from '../../calendar.ts'
import type { Chapter } from '../../cases.ts'
import type { Bracket, KeyedTable, Parameter, Row, Scalar, ScalarTable, TableRow } from '../../tree.ts'
import type { Frame } from '../frame.ts'
import { rowOf } from '../table.ts'
import { as, type Bounded, NO, PERHAPS, type ReadTruth, type Truth, YES } from './bounded.ts'
import type { Compile } from './compile.ts'
import { chooseCase, oneOfThese } from './hull.ts'
import { ANY_NUMBER, valuesOf } from './inputs.ts'

const ANY_DATE: readonly string[] = Object.freeze([DAWN, ENDLESS])

export const choice: Chapter<'choice', Compile, Bounded> = {
  when: ({ cases, otherwise }, compile) => {
    const criteria = cases.map((one) => as('truth', compile(one.if)).read)
    return oneOfThese([...cases.map(({ then }) => compile(then)), compile(otherwise)], chooseCase(criteria))
  },
  bracket: ({ by, rows }, compile) => {
    const range = rangeOf(compile(by))
    if (isTable(rows)) return scalars(rows, (frame) => {
      const [low, high] = range(frame)
      return valuesOf(rows, frame)?.flatMap((value) => {
        const table = value as readonly TableRow[]
        return table.slice(rowOf(table, low), rowOf(table, high) + 1).map((row) => row.value)
      })
    })
    const alone = rows.map((_: Row, index: number) => [index])
    return oneOfThese(rows.map((row: Row) => compile(row.value)), (frame) => {
      const [low, high] = range(frame)
      const first = rowOf(rows, low)
      const last = low === high ? first : rowOf(rows, high)
      return first === last ? (alone[first] as number[]) : Array.from({ length: last - first + 1 }, (_, index) => first + index)
    })
  },
  keyed: ({ by, rows }, compile) => {
    const { read } = as('text', compile(by))
    if (isTable(rows)) {
      const tables = (frame: Frame) => valuesOf(rows, frame) as readonly ScalarTable[] | undefined
      return {
        ...scalars(rows, (frame) => {
          const key = read(frame)
          return tables(frame)?.flatMap((table) => (key === undefined ? Object.values(table) : (own(table, key) ?? [])))
        }),
        present: (frame: Frame) => {
          const key = read(frame)
          return together(tables(frame)?.map((table) => presenceOf(table, key)))
        },
      } as Bounded
    }
    const keys = Object.keys(rows)
    if (keys.length === 0) return { as: 'number', read: (frame) => (frame.high = 0), present: () => NO }
    const values = oneOfThese(Object.values(rows as Exclude<typeof rows, Parameter>).map((row) => compile(row)), (frame) => {
      const key = read(frame)
      const index = key === undefined ? -1 : keys.indexOf(key)
      return index < 0 ? keys.map((_, place) => place) : [index]
    })
    return { ...values, present: (frame: Frame) => presenceOf(rows as object, read(frame)) } as Bounded
  },
  isPresent: ({ part }, compile) => ({ as: 'truth', read: presenceIn(compile(part)) }),
  ifAbsent: ({ part, otherwise }, compile) => {
    const [value, other] = [compile(part), compile(otherwise)]
    const { present } = value
    if (present === undefined) return value
    return oneOfThese([{ ...value, present: undefined }, other], chooseCase([present]))
  },
}

export const isTable = (rows: Bracket['rows'] | KeyedTable['rows']): rows is Parameter => 'history' in rows

const own = (table: object, key: string): Scalar | undefined => (Object.hasOwn(table, key) ? (table as ScalarTable)[key] : undefined)

function presenceOf(table: object, key: string | undefined): Truth {
  if (key === undefined) return Object.keys(table).length === 0 ? NO : PERHAPS
  return Object.hasOwn(table, key) ? YES : NO
}

const together = (all: readonly Truth[] | undefined): Truth => (all?.every((one) => one === all[0]) ? (all[0] ?? PERHAPS) : PERHAPS)

const presenceIn = (part: Bounded): ReadTruth => part.present ?? (() => YES)

/** The bounds of what a step table goes by. */
function rangeOf(by: Bounded): (frame: Frame) => readonly [number | string, number | string] {
  if (by.as === 'date') return (frame) => {
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
