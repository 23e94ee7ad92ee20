import { nextStep, unverified } from '@vanzelf/rules/require'
import type { DecidedCase } from '../decided.ts'

/** A decision as a document: amounts as the rules count them, money in euro cents. No fact's value stands in it. */
export function decisionDocument({ policy, subject, on, proof, nameOf, asked }: DecidedCase) {
  const { decision, missing } = proof
  return {
    policy: policy.name,
    subject,
    on,
    outcome: decision.outcome,
    ...(decision.outcome === 'eligible' && {
      ground: decision.ground ?? null,
      benefit: decision.benefit,
      recipient: decision.recipient === undefined ? null : nameOf(decision.recipient),
      period: decision.period ?? null,
      open: decision.open,
    }),
    missing: missing.map((one) => ({
      ...(one.kind === 'fact' ? { fact: one.fact.name, at: one.at, because: one.because } : { discretion: one.name }),
      of: nameOf(one.subject),
      neededFor: one.neededFor,
      within: one.within,
      nextStep: nextStep(one),
    })),
    unverified: unverified(policy, on).map(({ parameter, from, article }) => ({ parameter, from, article })),
    ...(asked !== undefined && { asked }),
  }
}
