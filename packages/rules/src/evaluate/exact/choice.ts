import { hasEveryRow } from '../../among.ts'
import type { Chapter } from '../../cases.ts'
import type { Node, Parameter, Row, Scalar, ScalarTable, TableRow } from '../../tree.ts'
import { isTable } from '../bounded/choice.ts'
import { inForce } from '../in-force.ts'
import { rowOf } from '../table.ts'
import { type Emit, type Emitted, type EmittedPeriod, emittedAs, type Site, tested, valueOf } from './emitted.ts'
import type { Writer } from './writer.ts'

/** What may be the value, told apart by tests: each is tried in turn, and the last is what is left. */
type Alternatives = (
  site: Site,
) => readonly { readonly test: ((ifNot: string) => void) | undefined; readonly part: number }[]

/** A value of one of some parts. Whichever is written to the variable, the block is left. */
function oneOfThese(parts: readonly Emitted[], alternatives: Alternatives, writer: Writer): Emitted {
  const absent = parts.some((part) => part.absent === true)
  const first = parts[0] as Emitted
  if (first.as === 'period') {
    const periods = parts.map((part) => emittedAs('period', part))
    const edges: EmittedPeriod['edges'] = (site) => {
      const [from, until] = [writer.name('v'), writer.name('v')]
      choose(site, [from, until], (index) => {
        const edge = (periods[index] as EmittedPeriod).edges(site)
        return [edge.from, edge.until]
      })
      return { from, until }
    }
    return { as: 'period', absent, edges }
  }
  const values = parts.map(valueOf)
  const value = (site: Site) => {
    const chosen = writer.name('v')
    choose(site, [chosen], (index) => [(values[index] as (site: Site) => string)(site)])
    return chosen
  }
  if (first.as === 'truth') return tested(writer, value, absent)
  if (first.as === 'those') throw new TypeError('a list of subjects is not chosen')
  return { as: first.as, absent, value }

  function choose(site: Site, variables: readonly string[], read: (index: number) => readonly string[]): void {
    const done = writer.name('l')
    writer.line(`let ${variables.join(', ')}; ${done}: {`)
    for (const { test, part } of alternatives(site)) {
      const next = writer.name('l')
      if (test !== undefined) {
        writer.line(`${next}: {`)
        test(`break ${next};`)
      }
      const found = read(part)
      variables.forEach((variable, index) => writer.line(`${variable} = ${found[index]};`))
      if (test !== undefined) writer.line(`break ${done}; }`)
    }
    writer.line('}')
  }
}

const bracketValue = (rows: readonly TableRow[], by: number | string): Scalar =>
  (rows[rowOf(rows, by)] as TableRow).value
const keyedValue = (rows: ScalarTable, by: string): Scalar | null =>
  Object.hasOwn(rows, by) ? (rows[by] as Scalar) : null
const tableInForce = (parameter: Parameter, day: string) => inForce(parameter, day).value

/** The value that a parameter's table gives. */
function tableValue(
  table: Parameter,
  by: Node,
  look: unknown,
  absent: boolean,
  emit: Emit,
  handsOver = false,
): Emitted {
  const { writer } = emit
  const read = valueOf(emit(by))
  const value = (site: Site) => {
    const row = read(site)
    const rows = site.invariant
      ? writer.once((on) => tableInForce(table, on), site.on)
      : `${writer.constant(tableInForce)}(${writer.constant(table)}, ${site.on})`
    const found = `${writer.constant(look)}(${rows}, ${row})`
    if (!handsOver) return found
    const value = writer.name('v')
    writer.line(`const ${value} = ${found}; if (${value} === null) return null;`)
    return value
  }
  const type = 'gives' in table.value ? table.value.gives.type : 'count'
  if (type === 'truth') return tested(writer, value, absent)
  return { as: type === 'text' || type === 'date' ? type : 'number', absent, value }
}

export const choice: Chapter<'choice', Emit, Emitted> = {
  when: ({ cases, otherwise }, emit) => {
    const tests = cases.map((one) => emittedAs('truth', emit(one.if)).test)
    const alternatives: Alternatives = (site) => [
      ...tests.map((test, part) => ({ test: (ifNot: string) => test(site, ifNot), part })),
      { test: undefined, part: tests.length },
    ]
    return oneOfThese([...cases.map(({ then }) => emit(then)), emit(otherwise)], alternatives, emit.writer)
  },
  bracket: ({ by, rows }, emit) => {
    if (isTable(rows)) return tableValue(rows, by, bracketValue, false, emit)
    const read = valueOf(emit(by))
    const { writer } = emit
    return oneOfThese(
      rows.map((row: Row) => emit(row.value)),
      (site) => {
        const value = writer.name('v')
        writer.line(`const ${value} = ${read(site)};`)
        // From the highest row down: the first that the value reaches is its row.
        return rows.toReversed().map((row: Row, place: number) => {
          const part = rows.length - 1 - place
          const reached =
            row.from !== undefined
              ? `${value} >= ${JSON.stringify(row.from)}`
              : `${value} > ${JSON.stringify(row.above)}`
          return {
            part,
            test: part === 0 ? undefined : (ifNot: string) => writer.line(`if (!(${reached})) { ${ifNot} }`),
          }
        })
      },
      writer,
    )
  },
  keyed: (node, emit) => {
    const { by, rows } = node
    // Where every text has its row, another one is a mistake that the bounded twin names.
    const complete = hasEveryRow(node)
    if (isTable(rows)) return tableValue(rows as Parameter, by, keyedValue, !complete, emit, complete)
    const { writer } = emit
    const read = valueOf(emit(by))
    const entries = Object.entries(rows as { readonly [key: string]: Node })
    const parts = entries.map(([, row]) => emit(row))
    const none = complete ? handingOver(parts[0], writer) : absentLike(parts[0])
    if (entries.length === 0) return none
    return oneOfThese(
      [...parts, none],
      (site) => {
        const key = writer.name('v')
        writer.line(`const ${key} = ${read(site)};`)
        return [
          ...entries.map(([text], part) => ({
            part,
            test: (ifNot: string) => writer.line(`if (${key} !== ${JSON.stringify(text)}) { ${ifNot} }`),
          })),
          { part: entries.length, test: undefined },
        ]
      },
      writer,
    )
  },
  isPresent: ({ part }, emit) => {
    const value = presence(emit(part))
    return tested(emit.writer, (site) => `(${value(site)} !== null)`)
  },
  ifAbsent: ({ part, otherwise }, emit) => {
    const [value, other] = [emit(part), emit(otherwise)]
    const { writer } = emit
    if (value.as === 'period') {
      const fallback = emittedAs('period', other)
      return {
        as: 'period',
        absent: other.absent,
        edges: (site) => {
          const [from, until] = [writer.name('v'), writer.name('v')]
          const found = value.edges(site)
          writer.line(`let ${from} = ${found.from}, ${until} = ${found.until}; if (${from} === null) {`)
          const edge = fallback.edges(site)
          writer.line(`${from} = ${edge.from}; ${until} = ${edge.until}; }`)
          return { from, until }
        },
      }
    }
    const [read, fallback] = [valueOf(value), valueOf(other)]
    const both = (site: Site) => {
      const found = writer.name('v')
      writer.line(`let ${found} = ${read(site)}; if (${found} === null) {`)
      writer.line(`${found} = ${fallback(site)}; }`)
      return found
    }
    if (value.as === 'truth') return tested(writer, both, other.absent)
    if (value.as === 'those') throw new TypeError('a list of subjects is never absent')
    return { as: value.as, absent: other.absent, value: both }
  },
}

/** No value, of the type that others have. */
function absentLike(part: Emitted | undefined): Emitted {
  if (part?.as === 'period') return { as: 'period', absent: true, edges: () => ({ from: 'null', until: 'null' }) }
  return { as: part?.as ?? 'number', absent: true, value: () => 'null' } as Emitted
}

/** No value at all: the decision is handed over. */
function handingOver(part: Emitted | undefined, writer: Writer): Emitted {
  const value = () => {
    writer.line('return null;')
    return 'null'
  }
  if (part?.as === 'period') return { as: 'period', edges: () => ({ from: value(), until: 'null' }) }
  return { as: part?.as ?? 'number', value } as Emitted
}

/** What is `null` exactly where there is no such value. */
function presence(part: Emitted): (site: Site) => string {
  if (part.as === 'period') return (site) => part.edges(site).from
  return valueOf(part)
}
