import type { Fact, IsoDate, SituationOf } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { combine } from './combine.ts'
import type { PolicySet } from './policy-set.ts'
import type { Verdict } from './verdict.ts'

/**
 * What the policies of a set give somebody together: each decided by itself, and then by how they combine. While one
 * that is stronger is undetermined, one that would give way to it is undetermined too: neither granted nor lost.
 * Compiles each policy each time; for many, compile them once and hand their decisions to `combine`.
 * @param situation what is known: the facts that any of the policies asks, by name
 * @param on the reference date
 * @returns one verdict of each policy, in the order of the set
 * @example
 * ```ts
 * import { calendarYear, fact, ground, policy, status, unknown } from '@vanzelf/rules'
 *
 * const truth = { source: 'welfare', about: 'person', value: { type: 'truth' }, when: ['date'] } as const
 * const pass = <const Name extends string>(name: Name) =>
 *   policy({
 *     name,
 *     about: 'person',
 *     grounds: [ground('art. 1', fact({ ...truth, name }))],
 *     benefit: status({ nl: name, en: name }),
 *     period: calendarYear,
 *   })
 * const set = policySet({
 *   policies: [pass('free'), pass('reduced')],
 *   combinations: [{ kind: 'excludes', policies: ['free', 'reduced'], wins: 'first named', article: 'art. 3' }],
 * })
 * decideTogether(set, { free: false, reduced: true }, '2026-03-10')[1] // => { outcome: 'granted', … }
 * const unanswered = { free: unknown('unavailable'), reduced: true }
 * decideTogether(set, unanswered, '2026-03-10')[1] // => { outcome: 'undetermined', dependsOn: ['free'], … }
 * ```
 */
export function decideTogether<About extends string, Asks extends Fact>(
  set: PolicySet<About, Asks>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): readonly Verdict[] {
  const decisions = set.policies.map((policy) => [policy.name, decide<About, Asks>(policy, situation, on)] as const)
  return combine(set, Object.fromEntries(decisions))
}
