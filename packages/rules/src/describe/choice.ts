import type { Chapter } from '../cases.ts'
import { versionOn } from '../parameter.ts'
import type { Case, KeyedTable, Row } from '../tree.ts'
import { stretch, tableOf } from './figures.ts'
import { inline, point, sentence } from './sentence.ts'
import type { Telling } from './telling.ts'
import { clause, measureOf, noun, type Table, type Words } from './words.ts'

export const choice: Chapter<'choice', Telling, Words> = {
  when: ({ cases, otherwise }, telling) => {
    const last = telling.tell(otherwise)
    const values = [...cases.map(({ then }) => telling.tell(then)), last]
    const below = [
      ...cases.map((one) => chosen(one, telling)),
      noun(telling.in.choice.otherwise(last.text), { below: last.below }),
    ]
    const { when, whenValue } = telling.in.choice
    return last.clause ? clause(when, undefined, below) : noun(whenValue, { below, ...measureOf(...values) })
  },

  bracket: (node, telling) => {
    const by = telling.tell(node.by)
    if (isParameter(node.rows)) return named(node.rows, by, telling)
    const { rows } = node
    return rowed(
      by,
      rows.map((row, index) => [stretch(rows, index, by.measure, telling.in), telling.tell(row.value)]),
      telling,
    )
  },

  keyed: (node, telling) => {
    const by = telling.tell(node.by)
    if (isParameter(node.rows)) return named(node.rows, by, telling)
    return rowed(
      by,
      Object.entries(node.rows).map(([key, value]) => [telling.in.values.text(key), telling.tell(value)]),
      telling,
    )
  },

  isPresent: ({ part }, telling) =>
    sentence(
      [telling.tell(part)],
      telling,
      (text = '') => ({ text: telling.in.choice.isPresent(text), denied: telling.in.choice.isAbsent(text) }),
      {
        clause: true,
      },
    ),

  ifAbsent: ({ part, otherwise }, telling) => {
    const told = telling.tell(part)
    const other = telling.tell(otherwise)
    const say = (text = '', instead = '') => telling.in.choice.ifAbsent(text, instead)
    // A truth that may be absent is still said as a clause: "x applies (where that is not there: never)".
    if (told.clause && told.below.length === 0 && other.clause && other.below.length === 0)
      return clause(say(told.text, other.text))
    return sentence([told, other], telling, say, {
      ...measureOf(told, other),
      ...(told.clause && { clause: true }),
      ...(told.to !== undefined && { to: told.to }),
    })
  },
}

function chosen({ if: criterion, then }: Case, telling: Telling): Words {
  const held = telling.tell(criterion)
  const value = telling.tell(then)
  // "x applies, if this holds: …" reads as it is.
  const { text, below } = value.below.length === 0 ? value : inline(value, telling)
  return noun(telling.in.choice.case(text, held.text), { below: [...held.below, ...below] })
}

type Parameter = Extract<KeyedTable['rows'], { readonly history: readonly unknown[] }>
const isParameter = (rows: readonly Row[] | KeyedTable['rows']): rows is Parameter =>
  'history' in rows && Array.isArray(rows.history)

/** A table written in the rule. Values that need points of their own do not fit in a table: then each row is a point. */
function rowed(by: Words, rows: readonly (readonly [where: string, value: Words])[], telling: Telling): Words {
  const values = rows.map(([, value]) => value)
  const measure = measureOf(...values)
  const { choice } = telling.in
  const head = headOf(by, telling)
  const table: Table = {
    heads: [head.text, choice.head(measure.measure)],
    rows: rows.map(([where, { text }]) => [where, text]),
  }
  const fits = values.every(({ below }) => below.length === 0)
  const below = [...head.below, ...(fits ? [table] : rows.map(([where, value]) => point(where, value, telling)))]
  const text = choice.table(head.text, measure.measure)
  return values.some((value) => value.clause) ? clause(text, undefined, below) : noun(text, { below, ...measure })
}

/** What a table goes by, short enough to stand above a column. */
const headOf = (by: Words, telling: Telling) => inline(by, telling, by.text.length > LONG_HEAD)
const LONG_HEAD = 45

/** A table that is a parameter: told by name, with the rows of the day where one is asked. */
function named(parameter: Parameter, by: Words, telling: Telling): Words {
  const called = telling.tell(parameter)
  const head = headOf(by, telling)
  const version = telling.on === undefined ? undefined : versionOn(parameter, telling.on)
  const { value } = parameter
  const table =
    version && 'gives' in value ? tableOf(version.value, head.text, value.gives, called.by, telling.in) : undefined
  const text = telling.in.choice.tableNamed(telling.call(parameter.label, parameter.name), head.text, called.measure)
  return noun(text, { below: [...head.below, ...(table ? [table] : [])], ...measureOf(called) })
}
