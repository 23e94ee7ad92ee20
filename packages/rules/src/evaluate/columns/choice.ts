import type { Row } from '../../tree.ts'
import { isTable } from '../bounded/choice.ts'
import { rowOf } from '../table.ts'
import { as, type Emit, type Ends, endsOf, named, rowByRow, type Site, type SomeCases } from './part.ts'

/** `then` where a criterion holds, `otherwise` where it does not, and as wide as both where it is not settled. */
function either(bits: string, then: Ends, otherwise: Ends, { loop, quick }: Site, emit: Emit): Ends {
  const [truth, low, high] = [emit.fresh('t'), emit.fresh('v'), emit.fresh('v')]
  const both = {
    whole: then.whole && otherwise.whole,
    short: then.short && otherwise.short,
    least: Math.min(then.least, otherwise.least),
    most: Math.max(then.most, otherwise.most),
  }
  loop.lines.push(`const ${truth} = ${bits};`)
  if (quick) {
    loop.open.add(`${truth} === 1`)
    const [yes, no] = [then.low, otherwise.low]
    // Of short numbers one is chosen by its bits, without a branch.
    const chosen = both.short
      ? `${yes} & 0 - (${truth} >> 1) | ${no} & (${truth} >> 1) - 1`
      : `${truth} === 3 ? ${yes} : ${no}`
    loop.lines.push(`const ${low} = ${chosen};`)
    return { low, high: low, ...both }
  }
  const choice = (end: 'low' | 'high') => `${truth} === 3 ? ${then[end]} : ${otherwise[end]}`
  const further = (a: string, b: string, operator: string) => `${a} ${operator} ${b} ? ${a} : ${b}`
  loop.lines.push(
    `let ${low} = ${choice('low')}, ${high} = ${choice('high')};`,
    `if (${truth} === 1) { ${low} = ${further(then.low, otherwise.low, '<')}; ${high} = ${further(then.high, otherwise.high, '>')}; }`,
  )
  return { low, high, ...both }
}

/** The rows of a step table that have a number each. */
interface Step {
  readonly row: Row
  readonly value: number
}

/** The number of the row in which a value falls; of whole ones, each row it reaches adds what it has more than the last. */
function stepped(steps: readonly Step[], value: string): string {
  const reaches = ({ from, above }: Row) => `${value} ${from === undefined ? '>' : '>='} ${from ?? above}`
  const [first, ...rest] = steps
  if (steps.every((step) => Number.isInteger(step.value))) {
    const added = rest.map((step, index) => {
      const more = step.value - (steps[index] as Step).value
      // Nothing times less than nothing is minus zero, which is no whole number to a machine.
      return `${more < 0 ? '-' : '+'} ((${reaches(step.row)}) & 1) * ${Math.abs(more)}`
    })
    return [first?.value, ...added].join(' ')
  }
  const chosen = rest.toReversed().map((step) => `${reaches(step.row)} ? ${step.value} : `)
  return `${chosen.join('')}${first?.value}`
}

const rises = (values: readonly number[]) =>
  values.every((value, index) => index === 0 || value >= (values[index - 1] as number))

export const choice: SomeCases<'choice'> = {
  when: ({ cases, otherwise }, emit) => {
    const tests = cases.map((one) => as('truth', emit(one.if)).bits)
    const parts = [...cases.map(({ then }) => emit(then)), emit(otherwise)]
    const numbers = parts.map(endsOf)
    if (parts.some((part) => part.as !== 'number')) return rowByRow()
    return {
      as: 'number',
      ends: (site) => {
        const ends = numbers.map((number) => number(site))
        return tests.reduceRight(
          (rest, test, index) => either(test(site), ends[index] as Ends, rest, site, emit),
          ends.at(-1) as Ends,
        )
      },
    }
  },
  bracket: ({ by, rows }, emit) => {
    if (isTable(rows)) return rowByRow()
    const steps = rows.map((row: Row): Step => {
      const { value } = row
      return value.kind === 'constant' && typeof value.value === 'number' ? { row, value: value.value } : rowByRow()
    })
    const part = emit(by)
    if (part.as !== 'number') return rowByRow()
    const values = steps.map(({ value }: Step) => value)
    const whole = values.every(Number.isInteger)
    const bounds = { least: Math.min(...values), most: Math.max(...values) }
    const short = whole && values.every((value: number) => (value | 0) === value)
    return {
      as: 'number',
      ends: (site) => {
        const { low, high } = part.ends(site)
        const first = named(stepped(steps, low), site, emit)
        if (low === high) return { low: first, high: first, whole, short, ...bounds }
        const last = named(stepped(steps, high), site, emit)
        if (rises(values)) return { low: first, high: last, whole, short, ...bounds }
        if (rises(values.toReversed())) return { low: last, high: first, whole, short, ...bounds }
        const [least, most] = [emit.fresh('v'), emit.fresh('v')]
        const between = emit.input(
          site.loop,
          () => (from: number, until: number, furthest: (...all: number[]) => number) =>
            furthest(...values.slice(rowOf(rows, from), rowOf(rows, until) + 1)),
        )
        const end = (furthest: 'min' | 'max') => `${between}(${low}, ${high}, Math.${furthest})`
        site.loop.lines.push(
          `let ${least} = ${first}, ${most} = ${first}; if (${low} !== ${high}) { ${least} = ${end('min')}; ${most} = ${end('max')}; }`,
        )
        return { low: least, high: most, whole, short, ...bounds }
      },
    }
  },
}
