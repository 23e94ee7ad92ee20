import { DocumentError } from './errors.ts'
import type { Fact, KeyedTable, Node, ScalarTable } from './tree.ts'

/** The texts that an expression can yield, where the rule says which. */
export function amongOf(node: Node): readonly string[] | undefined {
  switch (node.kind) {
    case 'fact':
      return amongTold(node)
    case 'inYear':
      return amongTold(node.fact)
    case 'constant':
      return typeof node.value === 'string' ? [node.value] : undefined
    case 'note':
    case 'on':
    case 'of':
      return amongOf(node.part)
    case 'ifAbsent':
      return together([node.part, node.otherwise])
    case 'when':
      return together([...node.cases.map(({ then }) => then), node.otherwise])
    default:
      return undefined
  }
}

const amongTold = ({ value }: Fact) => (value.type === 'text' ? value.among : undefined)

function together(parts: readonly Node[]): readonly string[] | undefined {
  const all = parts.map(amongOf)
  return all.every((one) => one !== undefined) ? [...new Set(all.flat())] : undefined
}

/** Whether a table by text has, at all times, a row for every text it can be asked for: then its value is never absent. */
export function hasEveryRow({ by, rows }: KeyedTable): boolean {
  const among = amongOf(by)
  if (among === undefined) return false
  const tables: readonly object[] =
    'history' in rows && Array.isArray(rows.history) ? rows.history.map(({ value }) => value as ScalarTable) : [rows]
  return tables.every((table) => among.every((text) => Object.hasOwn(table, text)))
}

export function toldOutside(): never {
  throw new DocumentError({
    code: 'bad-situation',
    what: 'a text is told that is none of those its fact can be',
    where: 'a situation',
    todo: 'tell one of them or `unknown(reason)`, or name the text in the fact',
  })
}
