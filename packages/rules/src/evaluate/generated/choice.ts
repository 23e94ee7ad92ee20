import { hasEveryRow } from '../../among.ts'
import type { Chapter } from '../../cases.ts'
import type { Node, Parameter, Row, Scalar, ScalarTable, TableRow } from '../../tree.ts'
import { isTable } from '../bounded/choice.ts'
import { inForce } from '../in-force.ts'
import { rowOf } from '../table.ts'
import { byClosure, quickOnly } from './closure.ts'
import {
  type Emit,
  type Emitted,
  type Ends,
  emittedAs,
  endsOf,
  type Site,
  settledAt,
  type Test,
  valueAt,
} from './emitted.ts'
import type { Writer } from './writer.ts'

/** Something that may be the value. */
interface Candidate {
  readonly part: Emitted
  /**
   * Writes whether it may be: `next` is run where it is not. Gives what says whether no other may be; nothing where
   * that is certain.
   */
  readonly enter?: ((next: string) => string | undefined) | undefined
}

/**
 * The value of the first candidate that is certain, or as wide as all that may be.
 * @param parts of all candidates
 */
function oneOfThese(
  parts: readonly Emitted[],
  candidates: (site: Site) => readonly Candidate[],
  node: Node,
  emit: Emit,
): Emitted {
  const { writer } = emit
  const absent = parts.some((part) => part.absent)
  const first = parts[0] as Emitted
  switch (first.as) {
    case 'number':
    case 'date': {
      const one: Emitted = {
        as: first.as,
        absent,
        ends: (site) => {
          const [low, high] = [writer.name('v'), writer.name('v')]
          const quick = site.leave !== undefined
          writer.line(quick ? `let ${low};` : `let ${low}, ${high};`)
          let whole = true
          choose(site, (part) => {
            const ends = endsOf(part)(site)
            whole &&= ends.whole === true
            if (quick) return writer.line(`${low} = ${ends.low};`)
            writer.line(`if (${low} === undefined || ${ends.low} < ${low}) ${low} = ${ends.low};`)
            writer.line(`if (${high} === undefined || ${ends.high} > ${high}) ${high} = ${ends.high};`)
          })
          return quick ? settledAt(low, whole) : { low, high }
        },
      }
      return absent ? quickOnly(node, one, emit) : one
    }
    case 'truth':
      if (absent) return byClosure(node, emit)
      return quickOnly(
        node,
        { as: 'truth', test: (site, ways) => choose(site, (part) => emittedAs('truth', part).test(site, ways)) },
        emit,
      )
    case 'period':
      return {
        as: 'period',
        absent,
        edges: (site) => {
          const [from, until] = [writer.name('v'), writer.name('v')]
          writer.line(`let ${from}, ${until};`)
          choose(site, (part) => {
            const edges = emittedAs('period', part).edges(site)
            writer.line(`${from} = ${edges.from}; ${until} = ${edges.until};`)
          })
          return { from, until }
        },
      }
    case 'those':
      throw new TypeError('a list of subjects is not chosen')
    default: {
      const value = (site: Site) => {
        const chosen = writer.name('v')
        writer.line(`let ${chosen};`)
        choose(site, (part) => writer.line(`${chosen} = ${valueAt(part)(site)};`))
        return chosen
      }
      return quickOnly(node, { as: first.as, absent, value }, emit)
    }
  }

  function choose(site: Site, take: (part: Emitted) => void): void {
    const done = writer.name('l')
    writer.line(`${done}: {`)
    for (const { part, enter } of candidates(site)) {
      const next = writer.name('l')
      writer.line(`${next}: {`)
      const alone = enter?.(`break ${next};`)
      take(part)
      writer.line(`${alone === undefined ? '' : `if (${alone}) `}break ${done}; }`)
    }
    writer.line('}')
  }
}

/** Enters where a criterion holds; where it is not settled, others may be the ones. */
function where(test: Test, site: Site, { writer }: Emit): Candidate['enter'] {
  return (next) => {
    if (site.leave !== undefined) {
      test(site, { no: next, unsure: site.leave })
      return undefined
    }
    const open = writer.name('u')
    writer.line(`let ${open} = false;`)
    test(site, { no: next, unsure: `${open} = true;`, early: true })
    return `!${open}`
  }
}

const bracketValue = (rows: readonly TableRow[], by: number | string): Scalar =>
  (rows[rowOf(rows, by)] as TableRow).value
const keyedValue = (rows: ScalarTable, by: string | undefined): Scalar | undefined =>
  by !== undefined && Object.hasOwn(rows, by) ? rows[by] : undefined
const tableInForce = (parameter: Parameter, day: string) => inForce(parameter, day).value

const reaches = ({ from, above }: Row, value: string) =>
  from !== undefined ? `${value} >= ${JSON.stringify(from)}` : `${value} > ${JSON.stringify(above)}`

/** Ends that are read more than once. */
function variables({ low, high }: Ends, writer: Writer): Ends {
  const [least, most] = [writer.name('v'), writer.name('v')]
  writer.line(`const ${least} = ${low};`)
  if (low === high) return settledAt(least)
  writer.line(`const ${most} = ${high};`)
  return { low: least, high: most }
}

/** The value that a parameter's table gives, in force on a date that follows from the reference date. */
function tableValue(node: Node, table: Parameter, by: (site: Site) => string, look: unknown, emit: Emit): Emitted {
  const { writer } = emit
  const careful = byClosure(node, emit)
  if (careful.as !== 'number' && careful.as !== 'date') return careful
  return {
    as: careful.as,
    ends: (site) => {
      if (site.leave === undefined || !site.invariant) return careful.ends(site)
      const row = by(site)
      const value = writer.name('v')
      const rows = writer.once((on) => tableInForce(table, on), site.on)
      writer.line(
        `const ${value} = ${writer.constant(look)}(${rows}, ${row}); if (${value} === undefined) { ${site.leave} }`,
      )
      return settledAt(value)
    },
  }
}

export const choice: Chapter<'choice', Emit, Emitted> = {
  when: (node, emit) => {
    const tests = node.cases.map((one) => emittedAs('truth', emit(one.if)).test)
    const parts = [...node.cases.map(({ then }) => then), node.otherwise].map(emit)
    const candidates = (site: Site) =>
      parts.map((part, index): Candidate => {
        const test = tests[index]
        return test === undefined ? { part } : { part, enter: where(test, site, emit) }
      })
    return oneOfThese(parts, candidates, node, emit)
  },
  bracket: (node, emit) => {
    const { by, rows } = node
    const read = endsOf(emit(by))
    if (isTable(rows)) return tableValue(node, rows, (site) => read(site).low, bracketValue, emit)
    const { writer } = emit
    const parts = rows.map(({ value }: Row) => emit(value))
    // From the highest row down: the first that the value reaches is its row. Of a range, all between its ends may be.
    const candidates = (site: Site) => {
      const { low, high } = variables(read(site), writer)
      return rows
        .map((row: Row, index: number): Candidate => {
          const part = parts[index] as Emitted
          if (index === 0) return { part }
          const enter = (next: string) => {
            writer.line(`if (!(${reaches(row, high)})) { ${next} }`)
            return low === high ? undefined : reaches(row, low)
          }
          return { part, enter }
        })
        .toReversed()
    }
    return oneOfThese(parts, candidates, node, emit)
  },
  keyed: (node, emit) => {
    const { rows } = node
    // A text that has no row: closures say whether there is no such value, or a mistake.
    if (isTable(rows) && hasEveryRow(node)) {
      const key = valueAt(emit(node.by))
      return tableValue(node, rows as Parameter, key, keyedValue, emit)
    }
    return byClosure(node, emit)
  },
  isPresent: (node, emit) => {
    const { part } = node
    const value = emit(part)
    if (value.as === 'truth' || value.as === 'those' || value.as === 'benefit') return byClosure(node, emit)
    const { writer } = emit
    return quickOnly(
      node,
      {
        as: 'truth',
        test: (site, { no }) => {
          const found =
            value.as === 'period' ? value.edges(site).from : 'ends' in value ? value.ends(site).low : value.value(site)
          writer.line(`if (${found} === null) { ${no} } if (${found} === undefined) { ${site.leave} }`)
        },
      },
      emit,
    )
  },
  ifAbsent: (node, emit) => {
    const [value, other] = [emit(node.part), emit(node.otherwise)]
    const { writer } = emit
    const absent = other.absent
    if (value.as === 'number' || value.as === 'date') {
      return quickOnly(
        node,
        {
          as: value.as,
          absent,
          ends: (site) =>
            settledAt(
              either(
                site,
                (at) => value.ends(at).low,
                (at) => endsOf(other)(at).low,
              ),
            ),
        },
        emit,
      )
    }
    if (value.as === 'text' || value.as === 'texts' || value.as === 'one') {
      return quickOnly(node, { as: value.as, absent, value: (site) => either(site, value.value, valueAt(other)) }, emit)
    }
    return byClosure(node, emit)

    function either(site: Site, read: (site: Site) => string, otherwise: (site: Site) => string): string {
      const found = writer.name('v')
      writer.line(`let ${found} = ${read(site)}; if (${found} === null) {`)
      writer.line(`${found} = ${otherwise(site)}; }`)
      return found
    }
  },
}
