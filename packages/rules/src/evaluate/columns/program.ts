import type { Fact } from '../../fact.ts'
import type { Node, PolicyNode } from '../../tree.ts'
import { loopOver, type Written, written } from './emit.ts'
import type { Told } from './form.ts'
import { as, type Call, type Emit, endsOf, type Loop, RowByRow, type Site } from './part.ts'
import type { Path } from './table.ts'

/** What a call writes, a place for each row. */
export interface Output {
  readonly outcome: Int8Array
  readonly ground: Int16Array
  readonly least: Float64Array
  /** The same array where no amount is open. */
  most: Float64Array
}

/** A policy as loops, without a branch where it can. */
export interface Loops {
  /** Whether an amount can be open. */
  readonly open: boolean
  /**
   * @returns the rows that have to be decided by themselves; `undefined` where all have to, since on that date something
   * is not in force
   */
  readonly decide: (call: Call, length: number, output: Output) => readonly number[] | undefined
}

/**
 * A policy as generated loops over columns.
 * @returns `undefined` where it says something that has to be decided row by row
 */
export function loopsOf(policy: PolicyNode, told: (path: Path, fact: Fact) => Told): Loops | undefined {
  try {
    return decided(policy, written(told))
  } catch (error) {
    // A strict content policy refuses generated code: then too rows are decided by themselves.
    if (error instanceof RowByRow || error instanceof EvalError) return undefined
    throw error
  }
}

function decided(policy: PolicyNode, { emit, loops, inputs }: Written): Loops {
  const on = (reference: string) => reference
  const [quick, careful] = [loopOver([], 'i'), loopOver([], 'i')]
  const truths = rowsOf(policy, emit)
  const last = { careful: truths({ loop: careful, on, quick: false }), quick: '' }
  const open = last.careful.includes('most[')
  last.quick = truths({ loop: quick, on, quick: true }, open)
  const members = loops()
  const leave = (conditions: ReadonlySet<string>, list: string) =>
    conditions.size === 0 ? '' : `if (${[...conditions].join(' || ')}) { ${list}.push(i); continue; }`
  const source = `"use strict";
${members.map((loop, index) => `function members${index}(C, n) {\nlet largest = 0;\n${loopIn(loop, 'let m = 0; m < n; m++', '', '')}\nreturn largest;\n}`).join('\n')}
function quick(C, n, outcome, ground, least, most, open, left) {
${loopIn(quick, 'let i = 0; i < n; i++', leave(quick.rare, 'left'), `${leave(quick.open, 'open')}\n${last.quick}`)}
}
function careful(C, outcome, ground, least, most, open) {
${loopIn(careful, 'const i of open', '', last.careful)}
}
return { members: [${members.map((_, index) => `members${index}`).join(', ')}], quick, careful };`
  const made = new Function(source)() as Made
  return {
    open,
    decide: (call, length, { outcome, ground, least, most }) => {
      const bits = new Map<string, number>()
      const largest = (path: Path) => bits.get(path.join('\n')) ?? 0
      const over = { ...call, largest }
      const first = valuesOf(
        inputs,
        over,
        members.flatMap((loop) => [...loop.inputs]),
      )
      if (first === undefined) return undefined
      for (const [index, { path }] of members.entries())
        bits.set(path.join('\n'), made.members[index]?.(first, call.table(path).length) ?? 0)
      const values = valuesOf(inputs, over, [...quick.inputs, ...careful.inputs])
      if (values === undefined) return undefined
      const [left, unsettled]: [number[], number[]] = [[], []]
      made.quick(values, length, outcome, ground, least, most, unsettled, left)
      if (unsettled.length > 0) made.careful(values, outcome, ground, least, most, unsettled)
      return left
    },
  }
}

type Values = { readonly [name: string]: unknown }
type Arrays = readonly [outcome: Int8Array, ground: Int16Array, least: Float64Array, most: Float64Array]

interface Made {
  readonly members: readonly ((values: Values, length: number) => number)[]
  readonly quick: (
    values: Values,
    length: number,
    ...rest: readonly [...Arrays, open: number[], left: number[]]
  ) => void
  readonly careful: (values: Values, ...rest: readonly [...Arrays, open: readonly number[]]) => void
}

/** What loops read before they start. */
function valuesOf(inputs: Written['inputs'], call: Call, names: readonly string[]): Values | undefined {
  try {
    return Object.fromEntries(names.map((name) => [name, inputs.get(name)?.(call)]))
  } catch {
    // Row by row it shows whether a decision rests on it.
    return undefined
  }
}

/** A loop, with its inputs as variables of its own. */
function loopIn({ inputs, before, head, lines }: Loop, turns: string, first: string, last: string): string {
  return [
    ...[...inputs].map((input) => `const ${input} = C.${input};`),
    ...before,
    `for (${turns}) {`,
    ...head,
    first,
    ...lines,
    last,
    '}',
  ].join('\n')
}

/** Writes what is decided of each row, and gives its last statements. */
function rowsOf({ requires, grounds, benefit }: PolicyNode, emit: Emit): (site: Site, open?: boolean) => string {
  const truth = (node: Node) => as('truth', emit(node)).bits
  const required = requires === undefined ? undefined : truth(requires)
  const criteria = grounds.map(({ criterion }) => truth(criterion))
  const amount = amountOf(benefit)
  const read = amount === undefined ? undefined : endsOf(emit(amount))
  return (site, open = true) => {
    const { loop } = site
    const truths = required === undefined ? [] : [required(site)]
    const named = criteria.map((bits) => {
      const name = emit.fresh('g')
      loop.lines.push(`const ${name} = ${bits(site)};`)
      return name
    })
    truths.push(`(${named.join(' | ')})`)
    // Whoever is granted a status is granted something.
    if (read === undefined) return ending(truths, named, '', grounds)
    const { low, high, short, least } = read(site)
    if (!(least > 0))
      truths.push(low === high ? `((${low} > 0) & 1) * 3` : `((${high} > 0) & 1 | ((${low} > 0) & 1) << 1)`)
    const end = (value: string) => (short && low === high ? `${value} & -(e >> 1)` : `e === 3 ? ${value} : 0`)
    const most = low === high && !(site.quick && open) ? '' : ` most[i] = ${end(high)};`
    return ending(truths, named, ` least[i] = ${end(low)};${most}`, grounds)
  }
}

/** The first ground that certainly holds, unless an earlier one may hold as well. */
function ending(
  truths: readonly string[],
  grounds: readonly string[],
  amounts: string,
  all: PolicyNode['grounds'],
): string {
  const named = all.map(({ article }) => all.findIndex((one) => one.article === article))
  const ground =
    grounds.length === 1
      ? '(e >> 1) - 1'
      : `e !== 3 ? -1 : ${grounds.map((name, index) => `${name} === 3 ? ${named[index]} : ${name} === 1 ? -1 : `).join('')}-1`
  return `const e = ${truths.join(' & ')}; outcome[i] = e; ground[i] = ${ground};${amounts}`
}

/** The amount of a benefit that has one; nothing of a status. */
export function amountOf(benefit: Node): Node | undefined {
  switch (benefit.kind) {
    case 'money':
      return benefit.amount
    case 'share':
      return benefit.share
    case 'inKind':
      return benefit.count
    case 'status':
      return undefined
    default:
      throw new RowByRow('a benefit of several parts is made row by row')
  }
}
