import type { Chapter } from '../../cases.ts'
import { exact, rounded } from '../../number.ts'
import type { Node } from '../../tree.ts'
import { type Emit, type Emitted, type Site, valueOf } from './emitted.ts'

const values = (parts: readonly Node[], emit: Emit) => parts.map((part) => valueOf(emit(part)))

/** A number computed from parts; whole numbers pass `exact` at the cost of one test. */
function computed(parts: readonly Node[], emit: Emit, combine: (parts: readonly string[]) => string): Emitted {
  const reads = values(parts, emit)
  return {
    as: 'number',
    value: (site) => `${emit.writer.constant(exact)}(${combine(reads.map((read) => read(site)))})`,
  }
}

function extreme(parts: readonly Node[], emit: Emit, operator: '<' | '>'): Emitted {
  const compiled = parts.map(emit)
  const reads = compiled.map(valueOf)
  const { writer } = emit
  return {
    as: compiled[0]?.as === 'date' ? 'date' : 'number',
    value: (site: Site) => {
      const furthest = writer.name('v')
      reads.forEach((read, index) => {
        if (index === 0) return writer.line(`let ${furthest} = ${read(site)};`)
        const next = writer.name('v')
        writer.line(`const ${next} = ${read(site)}; if (${next} ${operator} ${furthest}) ${furthest} = ${next};`)
      })
      return furthest
    },
  }
}

export const arithmetic: Chapter<'arithmetic', Emit, Emitted> = {
  plus: ({ parts }, emit) => computed(parts, emit, (all) => all.join(' + ')),
  minus: ({ left, right }, emit) => computed([left, right], emit, ([a, b]) => `${a} - ${b}`),
  times: ({ left, by }, emit) => computed([left, by], emit, ([a, b]) => `${a} * ${b}`),
  dividedBy: ({ left, by }, emit) => {
    const { writer } = emit
    const [amount, divisor] = [valueOf(emit(left)), valueOf(emit(by))]
    return {
      as: 'number',
      value: (site) => {
        const [a, b] = [amount(site), writer.name('v')]
        // The check has proved it to be above zero, if every fact keeps its promise.
        writer.line(`const ${b} = ${divisor(site)}; if (!(${b} > 0)) return null;`)
        return `${writer.constant(exact)}(${a} / ${b})`
      },
    }
  },
  percentOf: ({ share, of }, emit) => {
    const once = emit.writer.constant(exact)
    return computed([of, share], emit, ([a, b]) => `${once}(${a} * ${b}) / 100`)
  },
  round: ({ part, rule, step }, emit) => {
    const read = valueOf(emit(part))
    return {
      as: 'number',
      value: (site) => `${emit.writer.constant(rounded)}(${read(site)}, ${JSON.stringify(rule)}, ${step})`,
    }
  },
  lowest: ({ parts }, emit) => extreme(parts, emit, '<'),
  highest: ({ parts }, emit) => extreme(parts, emit, '>'),
}
