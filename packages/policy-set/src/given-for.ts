import { DefinitionError } from '@vanzelf/rules'
import type { Amount } from '@vanzelf/rules/evaluate'
import type { PolicySet } from './policy-set.ts'
import { amountFor, kindsFor, MONEY } from './things.ts'
import type { Verdict } from './verdict.ts'

/** What is given for one thing. */
export interface GivenFor {
  /** What each policy that is granted gives for it, in the order of the set: cents, hundredths, or a number. */
  readonly granted: readonly { readonly policy: string; readonly amount: Amount }[]
  /** The undetermined policies that may yet give for it, or not; not those whose benefit has no part for it. */
  readonly open: readonly string[]
}

/**
 * What the policies give together for one thing: `givenFor(set, verdicts, 'meals')`. The amounts stay apart: whether two
 * shares are both of the whole price, or one is of what the other leaves, their regulations say.
 * @param thing one of the things of the set, or `money`
 * @throws {DefinitionError} `unknown-thing` when the set does not know it
 * @example
 * ```ts
 * import { calendarYear, ground, percent, policy, share, yes } from '@vanzelf/rules'
 *
 * const meals = { nl: 'maaltijden', en: 'meals' }
 * const discount = (name: string, part: number) =>
 *   policy({ name, about: 'person', grounds: [ground('art. 1', yes)], benefit: share(percent(part), meals), period: calendarYear })
 * const set = policySet({ policies: [discount('family', 25), discount('income', 10)], combinations: [], things: { meals: [meals] } })
 * givenFor(set, decideTogether(set, {}, '2026-03-10'), 'meals').granted
 * // => [{ policy: 'family', amount: 25 }, { policy: 'income', amount: 10 }]
 * ```
 */
export function givenFor({ policies, things }: PolicySet, verdicts: readonly Verdict[], thing: string): GivenFor {
  if (thing !== MONEY && things[thing] === undefined)
    throw new DefinitionError({
      code: 'unknown-thing',
      what: `\`${thing}\` is not among the things of the set`,
      todo: 'add it to `things`, with what the policies call it',
    })
  const granted = verdicts.flatMap(({ policy, outcome, decision }) => {
    if (outcome !== 'granted') return []
    const { least, most } = amountFor(things, thing, decision.benefit)
    return most > 0 ? [{ policy, amount: least === most ? least : { least, most } }] : []
  })
  const able = new Set(
    policies.filter(({ benefit }) => kindsFor(things, thing, benefit).size > 0).map(({ name }) => name),
  )
  const open = verdicts.flatMap(({ policy, outcome }) =>
    outcome === 'undetermined' && able.has(policy) ? [policy] : [],
  )
  return { granted, open }
}
