import { type Cases, read } from '../cases.ts'
import type { Kind, Node } from '../tree.ts'
import { arithmetic } from './arithmetic.ts'
import { benefit } from './benefit.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import { inputs } from './inputs.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { notes } from './notes.ts'
import { time } from './time.ts'
import type { Place, Typed, Typing } from './typed.ts'

const cases: Cases<Kind, Typing, Typed> = {
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

/** Types that were read before: the same expression, on a date or on each day of a period, is read once. */
export type Memory = { readonly [over in Place['over']]: Map<Node, Typed> }
export const memory = (): Memory => ({ date: new Map(), period: new Map() })

/**
 * The type of an expression, by the rules that the compiler follows too: for trees that were read from a document.
 * @throws {DefinitionError} where a part does not fit
 */
export function typeOf(node: Node, place: Place, known: Memory): Typed {
  const found = known[place.over].get(node)
  if (found !== undefined) return found
  const recur = (part: Node, shift?: Partial<Place>) => typeOf(part, shift ? { ...place, ...shift } : place, known)
  const type = read(cases, node, Object.assign(recur, { place }))
  known[place.over].set(node, type)
  return type
}
