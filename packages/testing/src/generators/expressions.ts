import { checkExpression, type Kind, type Node, type NodeOf } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { arithmetic } from './arithmetic.ts'
import { benefit } from './benefit.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import { inputs } from './inputs.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { notes } from './notes.ts'
import { time } from './time.ts'
import type { Growth, Part, Want } from './want.ts'
import { inWords, printedAs } from './words.ts'

/** How every kind grows: a kind without its growth does not compile. */
const growths: { readonly [kind in Kind]: Growth<NodeOf<kind>> } = {
  ...inputs,
  ...logic,
  ...comparison,
  ...arithmetic,
  ...choice,
  ...members,
  ...time,
  ...notes,
  ...benefit,
}
export const KINDS = Object.keys(growths) as readonly Kind[]
/** What has no parts. */
const LEAVES: ReadonlySet<Kind> = new Set([
  'fact',
  'parameter',
  'constant',
  'applicant',
  'self',
  'discretion',
  'thisDay',
  'referenceDate',
  'status',
  'nothing',
])

/** What decides little stands seldom: most leaves are facts, and few parts are notes. */
const WEIGHTS: { readonly [kind in Kind]?: number } = {
  fact: 10,
  parameter: 3,
  note: 1,
  nothing: 1,
  discretion: 1,
  on: 3,
  sum: 3,
  count: 3,
  some: 3,
}

/** Grows expressions; each of the same want and depth once, since a tree of generators is much larger than a tree. */
export type Grow = (want: Want, depth: number) => fc.Arbitrary<Node>

export function growing(): Grow {
  const grown = new Map<string, fc.Arbitrary<Node>>()
  const grow: Grow = (want, depth) => {
    const key = `${depth} ${Object.values(want).join(' ')}`
    const found = grown.get(key) ?? grownNew(want, depth, grow)
    grown.set(key, found)
    return found
  }
  return grow
}

function grownNew(want: Want, depth: number, grow: Grow): fc.Arbitrary<Node> {
  const part: Part = (change) => grow({ ...want, absent: 'never', whole: false, ...change }, Math.max(0, depth - 1))
  const growth = (kind: Kind): fc.Arbitrary<Node>[] => {
    const found = (growths[kind] as Growth<Node>)(want, part)
    return found === undefined ? [] : [found]
  }
  const weighed = (kind: Kind) => growth(kind).map((arbitrary) => ({ weight: WEIGHTS[kind] ?? 2, arbitrary }))
  const leaves = KINDS.filter((kind) => LEAVES.has(kind)).flatMap(weighed)
  // Of a benefit that is perhaps not there no leaf speaks, but a table of them does.
  if (leaves.length === 0) return fc.oneof(...growth('keyed'))
  const leaf = fc.oneof(...leaves)
  if (depth <= 0) return leaf
  const branches = KINDS.filter((kind) => !LEAVES.has(kind)).flatMap(weighed)
  const total = branches.reduce((sum, { weight }) => sum + weight, 0)
  return fc.oneof(
    { withCrossShrink: true },
    { weight: Math.max(1, Math.round(total / 3)), arbitrary: leaf },
    ...branches,
  )
}

/** The order of the properties is the key under which a growth is remembered. */
export const wanted = ({
  type,
  to = 'person',
  about = 'person',
  applicant = about,
  over = 'date',
  absent = 'never',
  whole = false,
  swept = false,
}: Partial<Want> & Pick<Want, 'type'>): Want => ({
  type,
  to,
  about,
  applicant,
  over,
  absent,
  whole,
  swept,
})

/**
 * Well-typed expressions of one type with every kind of node, checked and printed as nested words.
 * @param want what they give, and about whom; a person where nothing is said
 * @param depth how deep they nest at most
 * @example
 * ```ts
 * import fc from 'fast-check'
 *
 * fc.sample(expressions({ type: 'truth' }), 10).length // => 10
 * ```
 */
export function expressions(want: Partial<Want> & Pick<Want, 'type'>, depth = 3): fc.Arbitrary<Node> {
  return growing()(wanted(want), depth).map((node) => printedAs(checked(node, want.over), inWords))
}

/** What is read on each day of a period is checked as it stands in one. */
function checked(part: Node, over: Want['over'] = 'date'): Node {
  if (over === 'date') return checkExpression(part)
  const day: Node = { kind: 'thisDay' }
  const within = checkExpression({ kind: 'throughout', period: { kind: 'period', from: day, until: day }, part })
  return within.kind === 'throughout' ? within.part : part
}
