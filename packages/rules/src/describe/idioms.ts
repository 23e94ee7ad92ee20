import { self } from '../builders/inputs.ts'
import { count, of } from '../builders/members.ts'
import { age, ageByYearOfBirth, calendarYear, endless, january1, period, schoolYear, since } from '../builders/time.ts'
import { nodeOf, seal } from '../seal.ts'
import type { Node } from '../tree.ts'
import { sentence, shifted } from './sentence.ts'
import { ANOTHER_DAY, type Telling } from './telling.ts'
import { noun, type Words } from './words.ts'

// What a builder says in one word and the tree in several kinds is told in one word again. The patterns are made by
// these builders, with holes in them, so that they cannot drift apart.
const X = seal<never, never, never>({ kind: 'self' })
const Y = seal<never, never, never>({ kind: 'self' })

interface Idiom {
  readonly pattern: Node
  tell(found: (hole: unknown) => Node, telling: Telling): Words
}

const idiom = (pattern: unknown, tell: Idiom['tell']): Idiom => ({ pattern: nodeOf(pattern), tell })

const IDIOMS: readonly Idiom[] = [
  idiom(january1, (_, telling) => noun(telling.in.time.january1, { measure: 'date' })),
  idiom(calendarYear, (_, telling) => noun(telling.in.time.calendarYear)),
  idiom(schoolYear, (_, telling) => noun(telling.in.time.schoolYear)),
  idiom(ageByYearOfBirth(X), (found, telling) =>
    sentence([telling.tell(found(X))], telling, (date = '') => telling.in.time.ageByYearOfBirth(date), {
      measure: 'years',
    }),
  ),
  idiom(age(X), (found, telling) =>
    sentence([telling.tell(found(X))], telling, (date = '') => telling.in.time.age(date), { measure: 'years' }),
  ),
  idiom(since(X, Y), (found, telling) =>
    shifted([telling.tell(found(X))], telling.tell(found(Y), ANOTHER_DAY), telling, (clause, date = '') =>
      telling.in.time.since(date, clause),
    ),
  ),
  idiom(period(X, endless), (found, telling) =>
    sentence([telling.tell(found(X))], telling, (date = '') => telling.in.time.periodWithoutEnd(date)),
  ),
  // "The carer, him- or herself" is the carer.
  idiom(of(X, self), (found, telling) => telling.tell(found(X))),
  idiom(count(X, Y), (found, telling) => {
    const those = telling.tell(found(X))
    const held = telling.tell(found(Y), { about: those.to })
    const { text, below } = shifted([those], held, telling, (clause, who = '') =>
      telling.in.members.countFor(who, clause),
    )
    return noun(text, { below, measure: 'count' })
  }),
]

/** The words of an expression that a builder made in one breath. */
export function idiomatic(node: Node, telling: Telling): Words | undefined {
  for (const { pattern, tell } of IDIOMS) {
    const holes = new Map<unknown, Node>()
    if (fits(pattern, node, holes)) return tell((hole) => holes.get(hole) ?? node, telling)
  }
  return undefined
}

function fits(pattern: unknown, value: unknown, holes: Map<unknown, Node>): boolean {
  if (pattern === X || pattern === Y) {
    holes.set(pattern, nodeOf(value))
    return true
  }
  if (typeof pattern !== 'object' || pattern === null || typeof value !== 'object' || value === null)
    return pattern === value
  const parts = Object.entries(pattern)
  return (
    parts.length === Object.keys(value).length &&
    parts.every(([key, part]) => fits(part, Object.entries(value).find(([name]) => name === key)?.[1], holes))
  )
}
