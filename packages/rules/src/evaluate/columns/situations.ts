import type { Fact } from '../../fact.ts'
import type { Subject } from '../frame.ts'
import { ANYBODY } from './asked.ts'
import {
  type Column,
  type DateColumn,
  ENDLESS_DATE,
  isByYear,
  NO_DATE,
  type NumberColumn,
  type PeriodColumn,
  rowsIn,
  type Table,
  type TextColumn,
  type ThoseColumn,
  type ToldColumn,
  type TruthColumn,
  UNKNOWN,
  UNKNOWN_DATE,
  UNKNOWN_NUMBER,
  YES,
} from './table.ts'

/** Rows of a table as situations: the same row is the same subject, also where relations lead to it. */
export function situationsOf(table: Table, about: string, facts: readonly Fact[]): (row: number) => Subject {
  const known = new Map<Table, Map<number, Subject>>()
  return (row) => situation(table, about, row)

  function situation(of: Table, about: string, row: number): Subject {
    const told = of.situations?.[row]
    if (told !== undefined) return told
    const rows = known.get(of) ?? new Map<number, Subject>()
    known.set(of, rows)
    const found = rows.get(row)
    if (found !== undefined) return found
    const made: { [fact: string]: unknown } = {}
    // Known before its facts are: relations may lead back to it.
    rows.set(row, made)
    for (const fact of facts) {
      const { name } = fact
      if (fact.about !== about && fact.about !== ANYBODY) continue
      if (of.odd?.[name]?.has(row)) made[name] = of.odd[name].get(row)
      else if (of.facts[name] !== undefined) made[name] = toldOf(fact, of.facts[name], row)
    }
    return made
  }

  function toldOf(fact: Fact, column: Column, row: number): unknown {
    if (!isByYear(fact, column)) return value(fact, column, row)
    return Object.fromEntries(Object.entries(column).map(([year, one]) => [year, value(fact, one as Column, row)]))
  }

  function value(fact: Fact, column: Column, row: number): unknown {
    if (Array.isArray(column)) return (column as ToldColumn)[row]
    switch (fact.value.type) {
      case 'truth': {
        const truth = (column as TruthColumn)[row]
        return truth === UNKNOWN ? undefined : truth === YES
      }
      case 'date':
        return dateIn(column as DateColumn, row)
      case 'text': {
        const { codes, texts } = column as TextColumn
        const code = codes[row] as number
        return code < 0 ? null : texts[code - 1]
      }
      case 'period': {
        const { from, until } = column as PeriodColumn
        const first = dateIn(from, row)
        if (typeof first !== 'string') return first
        return { from: first, until: until[row] === ENDLESS_DATE ? null : dateIn(until, row) }
      }
      case 'those': {
        const { to } = fact.value
        const { among } = column as ThoseColumn
        const [from, until] = rowsIn(column as ThoseColumn, row)
        return from < 0
          ? undefined
          : Array.from({ length: until - from }, (_, index) => situation(among, to, from + index))
      }
      default: {
        const number = (column as NumberColumn)[row]
        return Number.isNaN(number) || number === UNKNOWN_NUMBER ? undefined : number
      }
    }
  }
}

function dateIn(column: DateColumn, row: number): string | null | undefined {
  const date = column[row] as number
  if (date === UNKNOWN_DATE) return undefined
  if (date === NO_DATE) return null
  const digits = String(date).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}
