import { DocumentError } from '@vanzelf/rules'
import type { Decision } from '@vanzelf/rules/evaluate'
import { type Contest, contestsOf } from './contests.ts'
import type { PolicySet } from './policy-set.ts'
import { amountFor, type Range } from './things.ts'
import type { Verdict } from './verdict.ts'

/** Ordered no < perhaps < yes: *and* is the least, *not* mirrors. */
type Truth = 0 | 1 | 2
const NO = 0
const PERHAPS = 1
const YES = 2
const least = (a: Truth, b: Truth): Truth => (a < b ? a : b)
const mirror = (truth: Truth): Truth => (2 - truth) as Truth

/**
 * What decisions that were taken already give together: the way in for who decides whole populations by other means.
 * @param decisions one of each policy of the set, by its name
 * @returns one verdict of each, in the order of the set
 * @throws {DocumentError} `decision-missing` when a policy of the set has none
 * @example
 * ```ts
 * import { calendarYear, euro, ground, money, policy, yes } from '@vanzelf/rules'
 *
 * const gift = (name: string) =>
 *   policy({ name, about: 'person', grounds: [ground('art. 1', yes)], benefit: money(euro(5)), period: calendarYear })
 * const set = policySet({
 *   policies: [gift('old'), gift('new')],
 *   combinations: [{ kind: 'replaces', policy: 'new', replaced: 'old', article: 'art. 9' }],
 * })
 * const open = { outcome: 'undetermined' } as const
 * const verdicts = combine(set, { old: open, new: { outcome: 'not eligible' } })
 * verdicts[0] // => { outcome: 'undetermined', policy: 'old', dependsOn: ['old'], … }
 * ```
 */
export function combine(
  { policies, combinations, things }: PolicySet,
  decisions: { readonly [policy: string]: Decision },
): readonly Verdict[] {
  const names = policies.map(({ name }) => name)
  const decisionOf = (name: string): Decision => decisions[name] ?? missing(name)
  const contests = contestsOf(combinations)

  const known = (name: string, thing: string): Range => {
    const decision = decisionOf(name)
    return decision.outcome === 'eligible' ? amountFor(things, thing, decision.benefit) : ANY
  }
  const isStronger = ({ stronger, weaker, highest, winsEqual }: Contest): Truth =>
    highest === undefined ? YES : compare(known(stronger, highest), known(weaker, highest), winsEqual)
  const strength = new Map(contests.map((contest) => [contest, isStronger(contest)]))

  // From "perhaps" on, and on until nothing changes: what is settled by what is settled. Each step only settles more,
  // so the end does not hang on the order, and what could settle only itself stays open.
  const granted = new Map<string, Truth>(names.map((name) => [name, PERHAPS]))
  const pressure = (contest: Contest): Truth =>
    least(granted.get(contest.stronger) ?? PERHAPS, strength.get(contest) ?? PERHAPS)
  let changed = true
  while (changed) {
    changed = false
    for (const name of names) {
      const now = contests
        .filter(({ weaker }) => weaker === name)
        .reduce((truth, contest) => least(truth, mirror(pressure(contest))), truthOf(decisionOf(name)))
      if (now !== granted.get(name)) changed = true
      granted.set(name, now)
    }
  }

  return names.map((policy): Verdict => {
    const decision = decisionOf(policy)
    if (decision.outcome === 'not eligible') return Object.freeze({ outcome: 'not eligible', policy, decision })
    const against = contests.filter(({ weaker }) => weaker === policy)
    const truth = granted.get(policy)
    if (truth === YES && decision.outcome === 'eligible') return Object.freeze({ outcome: 'granted', policy, decision })
    if (truth === NO) {
      const won = against.filter((contest) => pressure(contest) === YES)
      const to = won.map(({ stronger, combination }) => Object.freeze({ policy: stronger, combination }))
      return Object.freeze({ outcome: 'gives way', policy, decision, to: Object.freeze(to) })
    }
    const open = against.filter((contest) => pressure(contest) === PERHAPS)
    const itself =
      decision.outcome === 'undetermined' ||
      open.some(({ highest }) => highest !== undefined && !isSettled(known(policy, highest)))
    // Of a stronger one that stands, and whose amount is settled, nothing more must be known.
    const others = new Set(
      open
        .filter(
          ({ stronger, highest }) =>
            granted.get(stronger) === PERHAPS || (highest !== undefined && !isSettled(known(stronger, highest))),
        )
        .map(({ stronger }) => stronger),
    )
    const dependsOn = names.filter((name) => (name === policy ? itself : others.has(name)))
    return Object.freeze({ outcome: 'undetermined', policy, decision, dependsOn: Object.freeze(dependsOn) })
  })
}

/** What an undetermined policy may give: it may turn out to be nothing. */
const ANY: Range = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

const isSettled = (range: Range) => range.least === range.most

const truthOf = ({ outcome }: Decision): Truth =>
  outcome === 'eligible' ? YES : outcome === 'undetermined' ? PERHAPS : NO

/** Whether one amount beats another; an amount of nothing is not in the way of anything, and needs no beating. */
function compare(one: Range, other: Range, winsEqual: boolean): Truth {
  const surely = winsEqual ? one.least >= other.most : one.least > other.most
  const surelyNot = winsEqual ? one.most < other.least : one.most <= other.least
  if (surelyNot || other.most <= 0) return NO
  return surely && other.least > 0 ? YES : PERHAPS
}

function missing(policy: string): never {
  throw new DocumentError({
    code: 'decision-missing',
    what: `there is no decision of policy \`${policy}\``,
    where: 'a set of policies',
    todo: 'decide each policy of the set: one that could not be decided is undetermined',
  })
}
