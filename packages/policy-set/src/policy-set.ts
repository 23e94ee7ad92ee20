import type { AsksOfPolicy, Fact, Policy } from '@vanzelf/rules'
import { checkSet } from './check-set.ts'
import type { Combination } from './combination.ts'
import type { Things } from './things.ts'

/** Policies about one kind of subject, and how they combine. `Asks` are the facts that any of them could ask. */
export interface PolicySet<out About extends string = string, out Asks extends Fact = Fact> {
  readonly policies: readonly Policy<About, Asks>[]
  readonly combinations: readonly Combination[]
  readonly things: Things
}

/**
 * Several policies, and how they combine: which are granted beside each other, which exclude each other and who wins,
 * and which takes the place of another. Data, checked whole as it is made. Policies that no combination speaks of are
 * granted beside each other.
 * @param definition `things` names what benefits are for, where the highest is to win; `money` needs no naming
 * @throws {DefinitionError} `policy-twice`, `subjects-differ`, `fact-twice`, `unknown-policy`, `combination-too-small`,
 * `combinations-contradict`, `combinations-circular`, `unknown-thing`, `not-comparable`
 * @example
 * ```ts
 * import { calendarYear, euro, fact, ground, money, policy } from '@vanzelf/rules'
 *
 * const truth = { source: 'welfare', about: 'person', value: { type: 'truth' }, when: ['date'] } as const
 * const gift = <const Name extends string>(name: Name, amount: number) =>
 *   policy({
 *     name,
 *     about: 'person',
 *     grounds: [ground('art. 1', fact({ ...truth, name }))],
 *     benefit: money(euro(amount)),
 *     period: calendarYear,
 *   })
 * const set = policySet({
 *   policies: [gift('support', 50), gift('relief', 80)],
 *   combinations: [{ kind: 'excludes', policies: ['support', 'relief'], wins: { highest: 'money' }, article: 'art. 7' }],
 * })
 * const told = decideTogether(set, { support: true, relief: true }, '2026-03-10')
 * told.map(({ policy, outcome }) => [policy, outcome]) // => [['support', 'gives way'], ['relief', 'granted']]
 * ```
 */
export function policySet<
  const About extends string,
  First extends Fact,
  const Others extends readonly Policy<NoInfer<About>, Fact>[],
>(definition: {
  readonly policies: readonly [Policy<About, First>, ...Others]
  readonly combinations: readonly Combination[]
  readonly things?: Things
}): PolicySet<About, First | AsksOfPolicy<Others[number]>> {
  const { policies, combinations, things = {} } = definition
  const set = {
    policies: Object.freeze([...policies]),
    combinations: Object.freeze([...combinations]),
    things: Object.freeze({ ...things }),
  }
  checkSet(set)
  // Of a list only the union of its members' facts is kept: a policy of fewer facts is one of more.
  return Object.freeze(set) as unknown as PolicySet<About, First | AsksOfPolicy<Others[number]>>
}
