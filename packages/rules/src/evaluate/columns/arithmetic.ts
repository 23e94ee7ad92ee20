import { exactLeast, exactMost, product, quotient, type Range, rounded } from '../../number.ts'
import type { Node } from '../../tree.ts'
import { type Emit, type Ends, endsOf, type Part, type Site, type SomeCases } from './part.ts'

const OPEN = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY } as const

/** A number to the millionth; what has no limit, less what has none, lies between no limits. */
function mended(
  source: string,
  limit: '-Infinity' | 'Infinity',
  whole: boolean,
  { loop, quick }: Site,
  emit: Emit,
): string {
  const name = emit.fresh('v')
  const mend = limit === 'Infinity' ? exactMost : exactLeast
  loop.lines.push(
    whole && quick
      ? `const ${name} = ${source};`
      : whole
        ? `let ${name} = ${source}; if (${name} !== ${name}) ${name} = ${limit};`
        : `const ${name} = ${emit.input(loop, () => mend)}(${source});`,
  )
  return name
}

/** Both ends of what is computed of parts. */
function computed(parts: readonly Ends[], low: string, high: string, site: Site, emit: Emit): Ends {
  const whole = parts.every((part) => part.whole)
  const least = mended(low, '-Infinity', whole, site, emit)
  const settled = parts.every((part) => part.low === part.high)
  return {
    low: least,
    high: settled ? least : mended(high, 'Infinity', whole, site, emit),
    whole,
    short: false,
    ...OPEN,
  }
}

/** Two ranges, combined corner by corner. */
function combined(left: Node, right: Node, emit: Emit, combine: (a: Range, b: Range) => Range, scale: number): Part {
  const [first, second] = [endsOf(emit(left)), endsOf(emit(right))]
  return {
    as: 'number',
    ends: (site) => {
      const [a, b] = [first(site), second(site)]
      const { loop } = site
      // By a whole number above zero, such as a weight written in the rule, both ends grow.
      const factor = [a, b].find((part) => part.whole && part.least > 0 && part.least === part.most)
      const other = factor === a ? b : a
      if (factor !== undefined && combine === product && scale === 1 && other.whole)
        return computed([factor, other], `${factor.low} * ${other.low}`, `${factor.low} * ${other.high}`, site, emit)
      const range = emit.fresh('v')
      const both = ({ low, high }: Ends) => `{ least: ${low}, most: ${high} }`
      loop.lines.push(`const ${range} = ${emit.input(loop, () => combine)}(${both(a)}, ${both(b)});`)
      return {
        low: mended(`${range}.least / ${scale}`, '-Infinity', false, site, emit),
        high: mended(`${range}.most / ${scale}`, 'Infinity', false, site, emit),
        whole: false,
        short: false,
        ...OPEN,
      }
    },
  }
}

function extreme(parts: readonly Node[], emit: Emit, least: '<' | '>'): Part {
  const compiled = parts.map(emit)
  const reads = compiled.map(endsOf)
  return {
    as: compiled[0]?.as === 'date' ? 'date' : 'number',
    ends: (site) => {
      const all = reads.map((read) => read(site))
      const furthest = (end: 'low' | 'high') => {
        const name = emit.fresh('v')
        site.loop.lines.push(`let ${name} = ${all[0]?.[end]};`)
        for (const one of all.slice(1)) site.loop.lines.push(`if (${one[end]} ${least} ${name}) ${name} = ${one[end]};`)
        return name
      }
      const low = furthest('low')
      const settled = all.every((one) => one.low === one.high)
      return {
        low,
        high: settled ? low : furthest('high'),
        whole: all.every(({ whole }) => whole),
        short: false,
        ...OPEN,
      }
    },
  }
}

export const arithmetic: SomeCases<'arithmetic'> = {
  plus: ({ parts }, emit) => {
    const reads = parts.map((part) => endsOf(emit(part)))
    return {
      as: 'number',
      ends: (site) => {
        const all = reads.map((read) => read(site))
        const total = (end: 'low' | 'high') => all.map((one) => one[end]).join(' + ')
        return computed(all, total('low'), total('high'), site, emit)
      },
    }
  },
  minus: ({ left, right }, emit) => {
    const [first, second] = [endsOf(emit(left)), endsOf(emit(right))]
    return {
      as: 'number',
      ends: (site) => {
        const [a, b] = [first(site), second(site)]
        return computed([a, b], `${a.low} - ${b.high}`, `${a.high} - ${b.low}`, site, emit)
      },
    }
  },
  times: ({ left, by }, emit) => combined(left, by, emit, product, 1),
  dividedBy: ({ left, by }, emit) => combined(left, by, emit, quotient, 1),
  percentOf: ({ share, of }, emit) => combined(of, share, emit, product, 100),
  round: ({ part, rule, step }, emit) => {
    const read = endsOf(emit(part))
    return {
      as: 'number',
      ends: (site) => {
        const ends = read(site)
        const at = (end: string) => {
          const name = emit.fresh('v')
          const call = emit.input(site.loop, () => rounded)
          site.loop.lines.push(`const ${name} = ${call}(${end}, ${JSON.stringify(rule)}, ${step});`)
          return name
        }
        const low = at(ends.low)
        return { low, high: ends.low === ends.high ? low : at(ends.high), whole: false, short: false, ...OPEN }
      },
    }
  },
  lowest: ({ parts }, emit) => extreme(parts, emit, '<'),
  highest: ({ parts }, emit) => extreme(parts, emit, '>'),
}
