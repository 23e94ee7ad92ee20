import type { Policy } from '@vanzelf/rules'
import { describe, toMermaid } from '@vanzelf/rules/describe'
import { german } from '@vanzelf/rules/describe/de'
import { english } from '@vanzelf/rules/describe/en'
import { french } from '@vanzelf/rules/describe/fr'
import { dutch } from '@vanzelf/rules/describe/nl'
import { expect } from 'vitest'

/** What a text never says in a language, whatever the rule: a form that grammar has another for, or a gap. */
const NEVER = [
  [dutch, /\bde het\b|\bhet de\b/],
  [english, /\bthe the\b/],
  [french, /\b(?:de|à) les? |\b(?:le le|la la)\b|\bsi il\b|[^ ]:(?:$| )/m],
  [german, /\b(?:von|zu|an|in) dem (?!Tag )|\bzu der\b|\b(?:der der|dem dem|die die|das das)\b/],
] as const
const GAP = /undefined|null|NaN|\[object|[\uE000\uE001]|\(\)|: *:| {2}:|« »|„“|“”/

const told = new WeakSet<object>()

/** Each policy once: a table of situations tells one rule. */
export function expectToldInEveryLanguage(policy: Policy, on: string): void {
  if (told.has(policy)) return
  told.add(policy)
  for (const [language, never] of NEVER) {
    for (const text of [describe(policy, { in: language, on }), describe(policy, { in: language })]) {
      expect(text).not.toMatch(GAP)
      expect(text).not.toMatch(never)
    }
    expect(toMermaid(policy, { in: language, on })).not.toMatch(GAP)
  }
}
