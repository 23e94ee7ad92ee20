import { calendarYear, ground, type Label, percent, policy, share, yes } from '@vanzelf/rules'
import type { Decision } from '@vanzelf/rules/evaluate'
import fc from 'fast-check'
import type { Combination } from '../src/combination.ts'
import { type PolicySet, policySet } from '../src/policy-set.ts'

export const NAMES = ['a', 'b', 'c', 'd', 'e'] as const
export const meals: Label = { nl: 'maaltijden', en: 'meals' }

const discount = (name: string) =>
  policy({
    name,
    about: 'person',
    grounds: [ground('art. 1', yes)],
    benefit: share(percent(1), meals),
    period: calendarYear,
  })

/** The set of the same policies and combinations, whatever the order in which the policies stand. */
export function setOf(names: readonly string[], combinations: readonly Combination[]): PolicySet {
  const [first = discount('none'), ...others] = names.map(discount)
  return policySet({ policies: [first, ...others], combinations, things: { meals: [meals] } })
}

const article = 'art. 7'
const some = fc.shuffledSubarray([...NAMES], { minLength: 2, maxLength: 4 })
const combination: fc.Arbitrary<Combination> = fc.oneof(
  some.map((policies) => ({ kind: 'adds', policies, article }) as const),
  some.map((policies) => ({ kind: 'excludes', policies, wins: 'first named', article }) as const),
  some.map((policies) => ({ kind: 'excludes', policies, wins: { highest: 'meals' }, article }) as const),
  some.map(([one = 'a', other = 'b']) => ({ kind: 'replaces', policy: one, replaced: other, article }) as const),
)

/** Combinations that a set takes: each generated one that fits with those before it. */
export const combinations: fc.Arbitrary<readonly Combination[]> = fc.array(combination, { maxLength: 6 }).map((all) => {
  const taken: Combination[] = []
  for (const next of all) if (fits([...taken, next])) taken.push(next)
  return taken
})

function fits(all: readonly Combination[]): boolean {
  try {
    setOf(NAMES, all)
    return true
  } catch {
    return false
  }
}

/** What is certain of a policy in the end: what it gives for the meals, or that it gives nothing at all. */
export type Settled = number | 'not eligible'
export const settled: fc.Arbitrary<Settled> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constant('not eligible' as const) },
)

/** How much of it is known: all, only between which bounds, or nothing. */
export type Blur = 0 | 1 | 'nothing'
export const blur: fc.Arbitrary<Blur> = fc.constantFrom<Blur[]>(0, 0, 1, 'nothing')

export function decisionOf(truth: Settled, how: Blur): Decision {
  if (how === 'nothing') return { outcome: 'undetermined' }
  if (truth === 'not eligible') return { outcome: 'not eligible' }
  const amount = how === 0 ? truth : { least: truth - 1, most: truth + 1 }
  return {
    outcome: 'eligible',
    ground: 'art. 1',
    benefit: { kind: 'share', amount, of: meals },
    recipient: undefined,
    period: undefined,
    open: how === 0 ? [] : ['benefit'],
  }
}
