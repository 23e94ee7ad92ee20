import type { Fact, Label, SituationOf } from '@vanzelf/rules'
import type { Amount } from '@vanzelf/rules/evaluate'
import { compileExplain, type Explainer, type Proof } from '@vanzelf/rules/explain'
import { isTold, type Told } from '../errors.ts'
import { calledIn, type LanguageCode } from '../languages.ts'
import { grantedParts } from '../text/granted-parts.ts'
import type { TableTest } from './table-test.ts'

/** What was expected and was not found. */
export interface Difference {
  readonly of: 'outcome' | 'amount' | 'what' | 'ground' | 'from' | 'until' | 'missing'
  readonly expected: string
  readonly found: string
}

/** What came of a test. */
export interface TestResult {
  readonly test: TableTest
  readonly differences: readonly Difference[]
  readonly proof?: Proof
  /** Why it could not be decided at all. */
  readonly error?: Told
}

/** Runs one test after another: each policy is compiled once. */
export function testRunner(language: LanguageCode): (test: TableTest) => TestResult {
  const explainers = new Map<object, Explainer<Fact, string>>()
  return (test) => {
    const { policy } = test
    const explainer = explainers.get(policy) ?? compileExplain(policy)
    explainers.set(policy, explainer)
    try {
      // What a file tells was read by the policy's own facts.
      const proof = explainer.explain(test.situation as SituationOf<Fact, string>, test.on)
      return { test, proof, differences: differencesOf(test, proof, language) }
    } catch (error) {
      if (!isTold(error)) throw error
      return { test, error, differences: [] }
    }
  }
}

export const passed = ({ differences, error }: TestResult): boolean => differences.length === 0 && error === undefined

function differencesOf(
  { expected }: TableTest,
  { decision, missing }: Proof,
  language: LanguageCode,
): readonly Difference[] {
  const differences: Difference[] = []
  const compare = (of: Difference['of'], wanted: string | undefined, found: string) => {
    if (wanted !== undefined && wanted !== found) differences.push({ of, expected: wanted, found })
  }
  compare('outcome', expected.outcome, decision.outcome)
  if (expected.missing !== undefined) {
    const names = missing.map((one) => (one.kind === 'fact' ? one.fact.name : one.name))
    compare('missing', listed(expected.missing), listed(names))
  }
  if (decision.outcome !== 'eligible' || expected.outcome !== 'eligible') return differences

  const { ground, period, benefit } = decision
  compare('ground', expected.ground, ground ?? OPEN)
  const { amounts, things } = grantedParts(benefit)
  compare('amount', expected.amounts && amountsText(expected.amounts), amountsText(amounts))
  const absent = (expected.things ?? []).filter((thing) => !things.some((label) => isCalled(label, thing)))
  if (absent.length > 0)
    compare(
      'what',
      absent.join(' + '),
      things.map((label) => calledIn(language, label)).join(' + ') || 'nothing of that kind',
    )
  compare('from', expected.from, period?.from ?? OPEN)
  compare('until', expected.until, period === undefined ? OPEN : (period.until ?? 'no end'))
  return differences
}

const OPEN = 'left open'
const isCalled = ({ nl, en, fr, de }: Label, name: string) => [nl, en, fr, de].includes(name)
const listed = (names: readonly string[]) => [...new Set(names)].sort().join(', ') || 'nothing'

/** Of zero nothing is granted: it is as if the part were not there. */
const amountsText = (amounts: readonly Amount[]): string =>
  amounts
    .filter((amount) => amount !== 0)
    .map((amount) => (typeof amount === 'number' ? `${amount}` : `${amount.least} to ${amount.most}`))
    .join(' + ') || '0'
