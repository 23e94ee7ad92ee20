import { DAWN, ENDLESS, isDate } from '../../calendar.ts'
import type { Fact } from '../../fact.ts'
import type { Policy } from '../../policy.ts'
import type { SituationOf } from '../../situation.ts'
import type { Subject } from '../frame.ts'
import { isUnknown } from '../told.ts'
import { type Asked, askedOf, asksWho } from './asked.ts'
import {
  type Column,
  ENDLESS_DATE,
  NO,
  NO_DATE,
  type Odd,
  type Table,
  type TableOf,
  UNKNOWN,
  UNKNOWN_DATE,
  UNKNOWN_NUMBER,
  YES,
} from './table.ts'

/**
 * Situations as columns, a row for each in their order. A value that a column has no form for, such as a timeline, is
 * kept beside it as it is told; why something is not known is kept nowhere.
 * @example
 * ```ts
 * import { fact, ground, inKind, period, policy } from '@vanzelf/rules'
 *
 * const registered = fact({ source: 'register', name: 'registered', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const bags = policy({
 *   name: 'bags',
 *   about: 'person',
 *   grounds: [ground('art. 1', registered)],
 *   benefit: inKind(2, { nl: 'zakken', en: 'bags' }),
 *   period: period('2026-01-01', '2027-01-01'),
 * })
 *
 * Array.from(toColumns(bags, [{ registered: true }, {}]).facts.registered ?? []) // => [3, 1]
 * ```
 */
export function toColumns<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  situations: readonly SituationOf<Asks, About>[],
): TableOf<Asks, About> {
  const subjects = situations as readonly Subject[]
  const table = asksWho(policy)
    ? { length: subjects.length, facts: {}, situations: subjects }
    : tableOf(askedOf(policy), subjects)
  // What a policy asks of a kind of subject is what its table has, also in the eyes of the compiler.
  return table as unknown as TableOf<Asks, About>
}

function tableOf(asked: Asked, subjects: readonly Subject[]): Table {
  const columns: { [fact: string]: Column } = {}
  const odd: { [fact: string]: Odd } = {}
  for (const fact of asked.facts.values()) {
    const values = subjects.map((subject) => subject[fact.name])
    const beside = new Map<number, unknown>()
    columns[fact.name] = fact.when.includes('year')
      ? byYear(fact, asked, values, beside)
      : columnOf(fact, asked, values, beside)
    if (beside.size > 0) odd[fact.name] = beside
  }
  return { length: subjects.length, facts: columns, odd }
}

/** A column for each year of which anything is told. */
function byYear(fact: Fact, asked: Asked, values: readonly unknown[], beside: Map<number, unknown>): Column {
  const years = new Set<string>()
  const told = values.map((value) => (typeof value === 'object' && value !== null && !isUnknown(value) ? value : {}))
  for (const one of told) for (const year of Object.keys(one)) years.add(year)
  values.forEach((value, row) => {
    if (value !== undefined && !isUnknown(value) && (typeof value !== 'object' || value === null))
      beside.set(row, value)
  })
  return Object.fromEntries(
    [...years].map((year) => {
      const odd = new Map<number, unknown>()
      const column = columnOf(
        fact,
        asked,
        told.map((one) => (one as Subject)[year]),
        odd,
      )
      for (const row of odd.keys()) beside.set(row, values[row])
      return [year, column]
    }),
  )
}

function columnOf(fact: Fact, asked: Asked, values: readonly unknown[], beside: Map<number, unknown>): Column {
  const none = fact.optional === true
  const each = <Code>(unknown: Code, absent: Code, code: (value: unknown) => Code | undefined) =>
    values.map((value, row): Code => {
      if (value === undefined || isUnknown(value)) return unknown
      const found = value === null ? (none ? absent : undefined) : code(value)
      if (found === undefined) beside.set(row, value)
      return found ?? unknown
    })
  switch (fact.value.type) {
    case 'truth':
      if (none) return values
      return Int8Array.from(
        each(UNKNOWN, UNKNOWN, (value) => (value === true ? YES : value === false ? NO : undefined)),
      )
    case 'date':
      return Int32Array.from(each(UNKNOWN_DATE, NO_DATE, dateCode))
    case 'text': {
      const places = new Map<string, number>()
      const codes = each(0, -1, (value) => {
        if (typeof value !== 'string') return undefined
        const place = places.get(value) ?? places.size + 1
        places.set(value, place)
        return place
      })
      return { codes: Int32Array.from(codes), texts: [...places.keys()] }
    }
    case 'period': {
      const edges = each<readonly [number, number]>([UNKNOWN_DATE, UNKNOWN_DATE], [NO_DATE, NO_DATE], periodCode)
      return { from: Int32Array.from(edges, ([from]) => from), until: Int32Array.from(edges, ([, until]) => until) }
    }
    case 'those':
      return those(
        asked.members.get(fact.name),
        each<readonly Subject[] | null>(null, null, (value) => (isList(value) ? value : undefined)),
      )
    case 'texts':
    case 'one':
      return values
    default: {
      if (none) return values
      const numbers = each(Number.NaN, Number.NaN, (value) => (isNumber(value) ? value : undefined))
      return numbers.every((number) => Number.isNaN(number) || isShort(number))
        ? Int32Array.from(numbers, (number) => (Number.isNaN(number) ? UNKNOWN_NUMBER : number))
        : Float64Array.from(numbers)
    }
  }
}

function those(asked: Asked | undefined, lists: readonly (readonly Subject[] | null)[]): Column {
  const subjects: Subject[] = []
  const from = Int32Array.from(lists, (list) => {
    if (list === null) return -1
    for (const subject of list) subjects.push(subject)
    return subjects.length - list.length
  })
  const among = tableOf(asked ?? NOTHING_ASKED, subjects)
  if (!lists.includes(null)) {
    const offsets = new Int32Array(lists.length + 1).fill(subjects.length)
    offsets.set(from)
    return { offsets, among }
  }
  const until = from.map((first, row) => (first < 0 ? -1 : first + (lists[row]?.length ?? 0)))
  return { from, until, among }
}

const NOTHING_ASKED: Asked = { facts: new Map(), members: new Map() }
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
/** Whole, of 32 bits, and not what stands for "not known". */
const isShort = (number: number) => (number | 0) === number && number !== UNKNOWN_NUMBER && !Object.is(number, -0)
const isList = (value: unknown): value is readonly Subject[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null)

function dateCode(value: unknown): number | undefined {
  // The ends of the calendar are no dates to compute with.
  return typeof value === 'string' && isDate(value) && value !== DAWN && value !== ENDLESS
    ? Number(value.replaceAll('-', ''))
    : undefined
}

function periodCode(value: unknown): readonly [number, number] | undefined {
  if (typeof value !== 'object' || value === null || !('from' in value)) return undefined
  const until = 'until' in value ? value.until : undefined
  const [from, end] = [
    dateCode(value.from),
    until === undefined || until === null || until === ENDLESS ? ENDLESS_DATE : dateCode(until),
  ]
  return from === undefined || end === undefined ? undefined : [from, end]
}
