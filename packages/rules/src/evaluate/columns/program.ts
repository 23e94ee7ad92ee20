import type { Fact } from '../../fact.ts'
import type { Node, PolicyNode } from '../../tree.ts'
import { loopOver, type Written, written } from './emit.ts'
import type { Told } from './form.ts'
import { as, type Call, type Emit, endsOf, type Loop, RowByRow, type Site } from './part.ts'
import type { Path } from './table.ts'

/** What a call writes, a place for each row. */
export interface Output {
  readonly outcome: Int8Array
  /** Where the policy has one ground it is the one. */
  readonly ground: Int16Array | undefined
  readonly least: Float64Array
}

/** What is left after the loops: amounts that are open, and rows that have to be decided by themselves. */
export interface Rest {
  readonly open: readonly { readonly row: number; readonly most: number }[]
  readonly left: readonly number[]
}

/**
 * A policy as loops, without a branch where it can.
 * @returns nothing where every row has to be decided by itself, since on that date something is not in force
 */
export type Decide = (call: Call, length: number, output: Output) => Rest | undefined

/**
 * A policy as generated loops over columns.
 * @returns `undefined` where it says something that has to be decided row by row
 */
export function loopsOf(policy: PolicyNode, told: (path: Path, fact: Fact) => Told): Decide | undefined {
  try {
    return decided(policy, written(told))
  } catch (error) {
    // A strict content policy refuses generated code: then too rows are decided by themselves.
    if (error instanceof RowByRow || error instanceof EvalError) return undefined
    throw error
  }
}

function decided(policy: PolicyNode, { emit, loops, inputs }: Written): Decide {
  const on = (reference: string) => reference
  const [quick, careful] = [loopOver([], 'i', true), loopOver([], 'i', false)]
  const rows = rowsOf(policy, emit)
  const last = [rows({ loop: quick, on, quick: true }), rows({ loop: careful, on, quick: false })] as const
  const members = loops()
  const overMembers = members.map(
    (loop, index) => `function members${index}(C, n) {
let largest = 0;
${inOrder(loop, '')}
return largest;
}`,
  )
  const source = `"use strict";
${overMembers.join('\n')}
function quick(C, n, outcome, ground, least, unsettled, left) {
${inOrder(quick, `${leave(quick.open, 'unsettled')}\n${last[0]}`)}
}
function careful(C, unsettled, outcome, ground, least, open, left) {
${turns(careful, 'for (const i of unsettled) {', last[1], '}')}
}
return { members: [${members.map((_, index) => `members${index}`).join(', ')}], quick, careful };`
  const made = new Function(source)() as Made
  return (call, length, { outcome, ground, least }) => {
    const bits = new Map<string, number>()
    const over: Call = { ...call, largest: (path) => bits.get(path.join('\n')) ?? 0 }
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
    const open: { row: number; most: number }[] = []
    const [left, unsettled]: [number[], number[]] = [[], []]
    made.quick(values, length, outcome, ground, least, unsettled, left)
    if (unsettled.length > 0) made.careful(values, unsettled, outcome, ground, least, open, left)
    return { open, left }
  }
}

function leave(conditions: Iterable<string>, list: string): string {
  const all = [...conditions]
  return all.length === 0 ? '' : `if (${all.join(' || ')}) { ${list}.push(i); break turn; }`
}

type Values = { readonly [name: string]: unknown }
type Arrays = readonly [outcome: Int8Array, ground: Int16Array | undefined, least: Float64Array]

interface Made {
  /** Each gives all bits of what it adds up. */
  readonly members: readonly ((values: Values, length: number) => number)[]
  readonly quick: (
    values: Values,
    length: number,
    ...rest: readonly [...Arrays, unsettled: number[], left: number[]]
  ) => void
  readonly careful: (
    values: Values,
    unsettled: readonly number[],
    ...rest: readonly [...Arrays, open: Rest['open'], left: number[]]
  ) => void
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

/** So many turns are written out: machines look up where a column lies and how long it is anew in each turn. */
const TURNS = 4

/** A loop from the first row to the last. */
function inOrder(loop: Loop, last: string): string {
  const { index } = loop
  const once = bodyOf(loop, last)
  return [
    ...once.before,
    `let ${index} = 0; for (const end = n - n % ${TURNS}; ${index} < end;) {`,
    ...Array.from({ length: TURNS }, () => `${once.turn} ${index}++;`),
    `} for (; ${index} < n; ${index}++) ${once.turn}`,
  ].join('\n')
}

/** A loop over some rows. */
function turns(loop: Loop, start: string, last: string, end: string): string {
  const { before, turn } = bodyOf(loop, last)
  return [...before, start, turn, end].join('\n')
}

/** What stands before a loop, its inputs as variables of its own among it, and what is done in each turn. */
function bodyOf(loop: Loop, last: string): { readonly before: readonly string[]; readonly turn: string } {
  const { head, lines, limits, rare, words, index } = loop
  const before = [...[...loop.inputs].map((input) => `const ${input} = C.${input};`), ...loop.before]
  const longest = [...limits].map(([length, most], place) => {
    before.push(`const longest${place} = Math.min(${[...most].join(', ')});`)
    return `${length} > longest${place}`
  })
  const counts = words.map((word) => {
    before.push(`let ${word.room} = 0;`)
    return `${word.room} = ${word.room} + (${word.counts.join(' | ')}) | 0; ${word.array}[${index} + 1] = ${word.room};`
  })
  const turn = ['turn: {', ...head, leave([...rare, ...longest], 'left'), ...lines, ...counts, last, '}']
  return { before, turn: turn.join('\n') }
}

/** Writes what is decided of each row, and gives its last statements. */
function rowsOf({ requires, grounds, benefit }: PolicyNode, emit: Emit): (site: Site) => string {
  const truth = (node: Node) => as('truth', emit(node)).bits
  const required = requires === undefined ? undefined : truth(requires)
  const criteria = grounds.map(({ criterion }) => truth(criterion))
  const amount = amountOf(benefit)
  const read = amount === undefined ? undefined : endsOf(emit(amount))
  return (site) => {
    const { loop } = site
    const truths = required === undefined ? [] : [required(site)]
    const named = criteria.map((bits) => {
      const name = emit.fresh('g')
      loop.lines.push(`const ${name} = ${bits(site)};`)
      return name
    })
    truths.push(`(${named.join(' | ')})`)
    const end = (amounts: string) =>
      `const e = ${truths.join(' & ')}; outcome[i] = e;${groundOf(grounds, named)}${amounts}`
    // Whoever is granted a status is granted something.
    if (read === undefined) return end('')
    const { low, high, short, least } = read(site)
    if (!(least > 0))
      truths.push(low === high ? `((${low} > 0) & 1) * 3` : `((${high} > 0) & 1 | ((${low} > 0) & 1) << 1)`)
    const open = low === high ? '' : ` if (e === 3 && ${low} !== ${high}) open.push({ row: i, most: ${high} });`
    // Of short numbers nothing is kept by its bits, without a branch.
    return end(` least[i] = ${short && low === high ? `${low} & 0 - (e >> 1)` : `e === 3 ? ${low} : 0`};${open}`)
  }
}

/** The first ground that certainly holds, unless an earlier one may hold as well. */
function groundOf(grounds: PolicyNode['grounds'], truths: readonly string[]): string {
  if (grounds.length === 1) return ''
  const choices = truths.map(
    (truth, index) => `${truth} === 3 ? ${placeOf(grounds, grounds[index]?.article)} : ${truth} === 1 ? -1 : `,
  )
  return ` ground[i] = e !== 3 ? -1 : ${choices.join('')}-1;`
}

/** The place of the first ground of an article. */
export const placeOf = (grounds: PolicyNode['grounds'], article: string | undefined): number =>
  grounds.findIndex((ground) => ground.article === article)

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
