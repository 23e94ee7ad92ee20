import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import type { Telling } from './telling.ts'
import { clause, noun, type Words } from './words.ts'

export const logic: Chapter<'logic', Telling, Words> = {
  all: ({ parts }, telling) => {
    const { logic } = telling.in
    if (parts.length === 0) return clause(logic.always, logic.never)
    return list(parts, telling, { text: logic.all, denied: logic.notAllOf, join: 'all' })
  },

  any: ({ parts }, telling) => {
    const { logic } = telling.in
    if (parts.length === 0) return clause(logic.never, logic.always)
    return list(parts, telling, { text: logic.any, denied: logic.noneOf, join: 'any' })
  },

  not: ({ part }, telling) => {
    const { text, denied, below } = telling.tell(part)
    return clause(denied ?? telling.in.logic.not(text), text, below)
  },

  howMany: ({ parts }, telling) =>
    noun(telling.in.logic.howMany, { below: parts.map((part) => telling.tell(part)), measure: 'count' }),
}

function list(parts: readonly Node[], telling: Telling, words: Pick<Words, 'text' | 'denied' | 'join'>): Words {
  const below = parts.map((part) => telling.tell(part))
  const [only] = below
  return only !== undefined && below.length === 1 ? only : { ...words, clause: true, below }
}
