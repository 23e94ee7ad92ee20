import type { Fact, IsoDate, Policy, SituationOf } from '@vanzelf/rules'
import { type Amount, type Decision, decide, type Given } from '@vanzelf/rules/evaluate'
import { compile } from '@vanzelf/rules/evaluate/generated'
import { explain } from '@vanzelf/rules/explain'
import { missing } from '@vanzelf/rules/require'
import { expect } from 'vitest'
import { expectToldInEveryLanguage } from './told.ts'

/** A decision as a clerk would say it: `no`, `open`, `50.00`, `10.00–20.00`, `80% of meals`, `2 rolls`. */
export function verdict<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): string {
  expectToldInEveryLanguage(policy, on)
  const decision = decide(policy, situation, on)
  const generated = compile(policy)
  expect(generated.generated).toBe(true)
  expect(generated.decide(situation, on)).toEqual(decision)
  // What is settled has nothing missing, and what is open says what it waits for.
  const waits = missing(policy, situation, on).length > 0
  const open = decision.outcome === 'undetermined' || (decision.outcome === 'eligible' && decision.open.length > 0)
  expect({ waits }).toEqual({ waits: open })
  expect(explain(policy, situation, on).decision).toEqual(decision)
  return said(decision)
}

/** What is missing, each as `fact` or `fact@date`, without telling of whom. */
export function missed<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): readonly string[] {
  return [...new Set(missing(policy, situation, on).map((one) => (one.kind === 'fact' ? one.fact.name : one.name)))]
}

/** For how long, `until` not included. */
export function granted<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): string {
  const decision = decide(policy, situation, on)
  if (decision.outcome !== 'eligible') return decision.outcome
  return decision.period === undefined ? 'open' : `${decision.period.from} ${decision.period.until}`
}

function said(decision: Decision): string {
  if (decision.outcome === 'not eligible') return 'no'
  if (decision.outcome === 'undetermined') return 'open'
  return givenAs(decision.benefit)
}

function givenAs(given: Given): string {
  switch (given.kind) {
    case 'money':
      return amountAs(given.amount, (cents) => (cents / 100).toFixed(2))
    case 'share':
      return `${amountAs(given.amount, String)}% of ${given.of.en}`
    case 'inKind':
      return `${amountAs(given.amount, String)} ${given.what.en}`
    case 'status':
      return given.what.en
    case 'composite':
      return given.parts.map(givenAs).join(' + ')
    case 'alternative':
      return given.parts.map(givenAs).join(' or ')
    case 'open':
      return `one of ${given.among.map(givenAs).join(', ')}`
    case 'nothing':
      return 'nothing'
  }
}

const amountAs = (amount: Amount, text: (number: number) => string) =>
  typeof amount === 'number' ? text(amount) : `${text(amount.least)}–${text(amount.most)}`
