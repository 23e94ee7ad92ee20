import type { Decision, Given } from '@vanzelf/rules/evaluate'
import type { Missing } from '@vanzelf/rules/require'

/** What a policy officer wants to know of a campaign, added up household by household. */
export interface Tally {
  households: number
  eligible: number
  notEligible: number
  undetermined: number
  /** Euro cents of those who are eligible and whose amount is settled. */
  cents: number
  /** Data items that were asked. */
  asked: number
  readonly grounds: Map<string, number>
  /** Of those undetermined: what is missing and why. */
  readonly missing: Map<string, number>
}

export function tally(): Tally {
  return {
    households: 0,
    eligible: 0,
    notEligible: 0,
    undetermined: 0,
    cents: 0,
    asked: 0,
    grounds: new Map(),
    missing: new Map(),
  }
}

export function add(total: Tally, decision: Decision, missing: readonly Missing[], asked: number): void {
  total.households++
  total.asked += asked
  if (decision.outcome === 'not eligible') total.notEligible++
  else if (decision.outcome === 'eligible') {
    total.eligible++
    total.cents += centsOf(decision.benefit)
    count(total.grounds, decision.ground ?? 'several grounds, one of which certainly holds')
  } else {
    total.undetermined++
    for (const reason of new Set(missing.filter(({ neededFor }) => neededFor === 'eligibility').map(reasonOf)))
      count(total.missing, reason)
  }
}

const count = (counts: Map<string, number>, key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1)

const reasonOf = (one: Missing): string =>
  one.kind === 'fact' ? `${one.fact.label?.en ?? one.fact.name}: ${one.because}` : `${one.name}: a person decides`

function centsOf(given: Given): number {
  if (given.kind === 'money') return typeof given.amount === 'number' ? given.amount : 0
  return given.kind === 'composite' ? given.parts.reduce((total, part) => total + centsOf(part), 0) : 0
}
