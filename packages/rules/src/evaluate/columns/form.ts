import type { Fact } from '../../fact.ts'
import type { Asked } from './asked.ts'
import { type Column, isByYear, type Path, rowsIn, type Table, type ThoseColumn } from './table.ts'

export type Told = 'whole' | 'any' | 'following' | 'otherwise'

/** In which form a table tells what is asked: loops are made for each. Nothing where a column is missing its form. */
export function formOf(asked: Asked, table: Table): string | undefined {
  const forms: string[] = []
  for (const fact of asked.facts.values()) {
    const column = table.facts[fact.name]
    const members = asked.members.get(fact.name)
    if (Array.isArray(column) || (fact.when.includes('year') && members !== undefined)) return undefined
    const inner = members === undefined ? '' : formOf(members, amongOf(table, fact.name))
    if (inner === undefined) return undefined
    forms.push(`${fact.name} ${toldAs(fact, column)} (${inner})`)
  }
  return table.situations === undefined ? forms.join() : undefined
}

/** How a fact is told: in whole numbers of 32 bits, in any, in lists that follow each other, or otherwise. */
export function toldAs(fact: Fact, column: Column | undefined): Told {
  if (fact.value.type === 'those') return column !== undefined && 'offsets' in column ? 'following' : 'otherwise'
  if (column === undefined) return 'whole'
  const columns: readonly unknown[] = isByYear(fact, column) ? Object.values(column) : [column]
  if (columns.every((one) => one instanceof Int32Array)) return 'whole'
  return columns.every((one) => one instanceof Float64Array) ? 'any' : 'otherwise'
}

const NOBODY: Table = { length: 0, facts: {} }

/** The table to which a list leads. */
export const amongOf = (table: Table, list: string): Table =>
  (table.facts[list] as ThoseColumn | undefined)?.among ?? NOBODY
export const tableAt = (table: Table, path: Path): Table => path.reduce(amongOf, table)

/** The rows that a column has no form for, in themselves or in their members. */
export function oddRows(asked: Asked, table: Table): ReadonlySet<number> {
  const odd = new Set<number>()
  for (const name of asked.facts.keys()) for (const row of table.odd?.[name]?.keys() ?? []) odd.add(row)
  for (const [name, members] of asked.members) {
    const column = table.facts[name] as ThoseColumn | undefined
    const among = column === undefined ? odd : oddRows(members, column.among)
    if (column === undefined || among.size === 0) continue
    for (let row = 0; row < table.length; row++) {
      const [from, until] = rowsIn(column, row)
      for (let member = from; member < until; member++) if (among.has(member)) odd.add(row)
    }
  }
  return odd
}
