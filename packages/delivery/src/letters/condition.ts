import type { Label } from '@vanzelf/rules'
import { describe, type Language } from '@vanzelf/rules/describe'
import type { Node } from '@vanzelf/rules/tree'
import { statusesOf } from './household.ts'

/** What a condition is told with, in one language. */
export interface ConditionWords {
  readonly language: Language
  readonly label: (label: Label) => string
  readonly called: (one: { readonly label?: Label; readonly name: string }) => string
  readonly either: (parts: readonly string[]) => string
  readonly both: (parts: readonly string[]) => string
  readonly someone: (relation: string, statuses: string) => string
}

/**
 * A condition as a citizen reads it: a status by its label, and what the policy gave a name by that name, without what the
 * name means. `describe` has it whole, for officers.
 */
export function conditionOf(node: Node, words: ConditionWords): string {
  const { called } = words
  const told = (one: Node): string => conditionOf(one, words)
  const nested = (one: Node): string => (['any', 'all', 'of'].includes(one.kind) ? `(${told(one)})` : told(one))
  switch (node.kind) {
    case 'note':
      return node.label === undefined ? told(node.part) : words.label(node.label)
    case 'discretion':
      return called(node)
    case 'fact':
      return node.value.type === 'truth' ? called(node) : described(node, words.language)
    case 'any': {
      const undated = node.parts.filter(({ kind }) => kind !== 'on').map(told)
      // "On 1 January, or now" reads as one condition: the letter says for which day it was checked.
      const parts = node.parts.filter((part) => part.kind !== 'on' || !undated.includes(told(part.part)))
      return words.either([...new Set(parts.map(parts.length > 1 ? nested : told))])
    }
    case 'all':
      return words.both([...new Set(node.parts.map(nested))])
    case 'on':
      return `${told(node.part)} (${described(node.date, words.language)})`
    case 'of': {
      if (node.one.kind !== 'fact') return described(node, words.language)
      const several = node.part.kind === 'any' || node.part.kind === 'all'
      return several ? `${called(node.one)}: ${told(node.part)}` : `${told(node.part)} (${called(node.one)})`
    }
    case 'some': {
      const statuses = statusesOf(node.part)
      const { those } = node
      if (statuses === undefined || those.kind !== 'fact') return described(node, words.language)
      return words.someone(called(those), words.either(statuses.map(called)))
    }
    default:
      return described(node, words.language)
  }
}

function described(node: Node, language: Language): string {
  // A node of a policy that was checked; that it is an expression is not in its type.
  const [sentence = ''] = describe(node as never, { in: language }).split(`\n\n${language.policy.definitions}`)
  const line = sentence
    .trim()
    .replace(/:\s*\n\s*- /g, ': ')
    .replace(/\s*\n\s*- /g, '; ')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
  return line.charAt(0).toLowerCase() + line.slice(1)
}
