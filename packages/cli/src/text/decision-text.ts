import { proofTeller } from '@vanzelf/rules/describe'
import type { Proof } from '@vanzelf/rules/explain'
import { nextStep, unverified } from '@vanzelf/rules/require'
import type { DecidedCase } from '../decided.ts'
import { calledIn, LANGUAGES, type LanguageCode } from '../languages.ts'
import { plainText, type Shown } from './plain-text.ts'

/** A decision with or without its reasons, in words: criteria are told, never the values of facts. */
export function decisionText(one: DecidedCase, code: LanguageCode, shown: Shown, reasons: boolean): string {
  const { policy, subject, on, proof, nameOf } = one
  const { decision } = proof
  const told: Proof = reasons ? proof : { ...proof, requires: [], grounds: [] }
  const markdown = proofTeller(policy, { in: LANGUAGES[code] })(told)
  const rests = unverified(policy, on)
  const recipient = decision.outcome === 'eligible' ? decision.recipient : undefined
  const lines = [
    ...(decision.outcome === 'eligible' && !reasons ? [`ground      ${decision.ground ?? 'left open'}`] : []),
    ...(recipient === undefined ? [] : [`recipient   ${nameOf(recipient)}`]),
    ...(decision.outcome === 'eligible' && decision.open.length > 0 ? [`left open   ${decision.open.join(', ')}`] : []),
    ...stepsText(one, code),
    ...(rests.length > 0
      ? [
          `unverified  ${rests.map(({ parameter }) => parameter).join(', ')}: figures nobody checked inform an advice, and grant nothing by themselves`,
        ]
      : []),
    ...(one.asked === undefined ? [] : [`asked       ${one.asked} ${one.asked === 1 ? 'fact' : 'facts'}`]),
  ]
  const head = shown.bold(`${policy.name} for ${subject} on ${on}`)
  return [head, '', plainText(markdown, shown), ...(lines.length > 0 ? ['', ...lines] : [])].join('\n')
}

/** What to do about each thing that is missing. */
function stepsText({ proof, nameOf }: DecidedCase, code: LanguageCode): readonly string[] {
  const lines = proof.missing.map((one) => {
    const what = one.kind === 'fact' ? (calledIn(code, one.fact.label) ?? one.fact.name) : one.name
    return `to do       ${nextStep(one)}: ${what}, of ${nameOf(one.subject)}`
  })
  return [...new Set(lines)]
}
