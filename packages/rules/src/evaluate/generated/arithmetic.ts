import type { Chapter } from '../../cases.ts'
import { exact, exactLeast, exactMost, product, quotient, type Range, rounded } from '../../number.ts'
import type { Node } from '../../tree.ts'
import { type Emit, type Emitted, type Ends, endsOf, isAboveZero, type Site, settledAt } from './emitted.ts'
import type { Writer } from './writer.ts'

/** A variable with a number to the millionth; whole ones of 32 bits pass at the cost of one test. */
export function exactly(
  number: string,
  writer: Writer,
  mend: (value: number) => number = exact,
  whole?: boolean | undefined,
): string {
  const result = writer.name('v')
  writer.line(
    whole
      ? `const ${result} = ${number};`
      : `let ${result} = ${number}; if ((${result} | 0) !== ${result}) ${result} = ${writer.constant(mend)}(${result});`,
  )
  return result
}

const isSettled = ({ low, high }: Ends) => low === high
const isWhole = (parts: readonly Ends[]) => parts.every(({ whole }) => whole)

/** Two ends from those of parts; one, where they cannot differ. */
function bothEnds(
  parts: readonly Ends[],
  low: (writer: Writer) => string,
  high: (writer: Writer) => string,
  writer: Writer,
): Ends {
  const least = low(writer)
  return parts.every(isSettled) ? settledAt(least, isWhole(parts)) : { low: least, high: high(writer) }
}

/** Two ranges, combined corner by corner; what is settled and finite is simply computed. */
function combined(
  left: Node,
  right: Node,
  emit: Emit,
  combine: (a: Range, b: Range) => Range,
  operator: '*' | '/',
  percent = false,
): Emitted {
  const reads = [endsOf(emit(left)), endsOf(emit(right))] as const
  const { writer } = emit
  const result = (value: string) => (percent ? exactly(`${value} / 100`, writer) : value)
  return {
    as: 'number',
    ends: (site) => {
      const [a, b] = [reads[0](site), reads[1](site)]
      // Plus zero: minus zero is zero.
      if (site.leave !== undefined) {
        // The check has proved a divisor to be above zero, if every fact keeps its promise.
        if (operator === '/') writer.line(`if (!(${b.low} > 0)) { ${site.leave} }`)
        const whole = operator === '*' && isWhole([a, b])
        return settledAt(result(exactly(`${a.low} ${operator} ${b.low} + 0`, writer, exact, whole)), whole && !percent)
      }
      // By a number above zero both ends grow.
      const [factor, other] = isAboveZero(a.low) ? [a, b] : [b, a]
      if (operator === '*' && isAboveZero(factor.low)) {
        const end = (value: string) => result(exactly(`${factor.low} * ${value}`, writer))
        return { low: end(other.low), high: end(other.high) }
      }
      const range = writer.name('v')
      const both = ({ low, high }: Ends) => `{ least: ${low}, most: ${high} }`
      writer.line(`const ${range} = ${writer.constant(combine)}(${both(a)}, ${both(b)});`)
      return { low: result(`${range}.least`), high: result(`${range}.most`) }
    },
  }
}

function extreme(parts: readonly Node[], emit: Emit, operator: '<' | '>'): Emitted {
  const compiled = parts.map(emit)
  const reads = compiled.map(endsOf)
  const { writer } = emit
  return {
    as: compiled[0]?.as === 'date' ? 'date' : 'number',
    ends: (site: Site) => {
      const all = reads.map((read) => read(site))
      const furthest = (end: 'low' | 'high') => {
        const found = writer.name('v')
        writer.line(`let ${found} = ${all[0]?.[end]};`)
        for (const one of all.slice(1)) writer.line(`if (${one[end]} ${operator} ${found}) ${found} = ${one[end]};`)
        return found
      }
      return bothEnds(
        all,
        () => furthest('low'),
        () => furthest('high'),
        writer,
      )
    },
  }
}

export const arithmetic: Chapter<'arithmetic', Emit, Emitted> = {
  plus: ({ parts }, emit) => {
    const reads = parts.map((part) => endsOf(emit(part)))
    return {
      as: 'number',
      ends: (site) => {
        const all = reads.map((read) => read(site))
        const total = (end: 'low' | 'high') => (writer: Writer) =>
          exactly(all.map((one) => one[end]).join(' + '), writer, end === 'low' ? exactLeast : exactMost, isWhole(all))
        return bothEnds(all, total('low'), total('high'), emit.writer)
      },
    }
  },
  minus: ({ left, right }, emit) => {
    const [first, second] = [endsOf(emit(left)), endsOf(emit(right))]
    return {
      as: 'number',
      ends: (site) => {
        const [a, b] = [first(site), second(site)]
        return bothEnds(
          [a, b],
          (writer) => exactly(`${a.low} - ${b.high}`, writer, exactLeast, isWhole([a, b])),
          (writer) => exactly(`${a.high} - ${b.low}`, writer, exactMost, isWhole([a, b])),
          emit.writer,
        )
      },
    }
  },
  times: ({ left, by }, emit) => combined(left, by, emit, product, '*'),
  dividedBy: ({ left, by }, emit) => combined(left, by, emit, quotient, '/'),
  percentOf: ({ share, of }, emit) => combined(of, share, emit, product, '*', true),
  round: ({ part, rule, step }, emit) => {
    const read = endsOf(emit(part))
    return {
      as: 'number',
      ends: (site) => {
        const { low, high } = read(site)
        const at = (value: string) => (writer: Writer) => {
          const result = writer.name('v')
          writer.line(`const ${result} = ${writer.constant(rounded)}(${value}, ${JSON.stringify(rule)}, ${step});`)
          return result
        }
        return bothEnds([{ low, high }], at(low), at(high), emit.writer)
      },
    }
  },
  lowest: ({ parts }, emit) => extreme(parts, emit, '<'),
  highest: ({ parts }, emit) => extreme(parts, emit, '>'),
}
