import { nextStep } from '@vanzelf/rules/require'
import { everyNodeOf } from '@vanzelf/rules/tree'
import { looksAtOthers } from './household.ts'
import type { LetterOptions } from './options.ts'
import type { Say, Sentence } from './sentence.ts'
import type { MessageKey } from './texts.ts'
import type { Voice } from './voice.ts'

/**
 * What is still missing: of who is the only one that the policy looks at exactly that, each once. Of a household only that
 * something is, for a fact that need not be asked any more tells what was found, and of whom.
 */
export function missingSentences({ policy, proof }: LetterOptions, voice: Voice, say: Say): readonly Sentence[] {
  // What is open of a right that is certain (an amount, a day) changes no outcome, and nobody is invited for it.
  if (proof.decision.outcome !== 'undetermined') return []
  if (looksAtOthers(policy))
    return [
      say('missingSome', { to: 'decision', part: 'outcome' }),
      say('missingSomeHow', { to: 'decision', part: 'outcome' }),
    ]
  const steps = {
    'ask the citizen': 'missingAsk',
    'ask the source': 'missingWait',
    wait: 'missingWait',
    'needs a person': 'missingPerson',
  } as const satisfies { readonly [step: string]: MessageKey }
  const told = [...new Set(everyNodeOf(policy))].flatMap((node) => {
    if (node.kind !== 'fact' && node.kind !== 'discretion') return []
    const keys = new Set(
      proof.missing
        .filter((one) =>
          one.kind === 'fact' ? one.fact === node : node.kind === 'discretion' && one.name === node.name,
        )
        .map((one) => steps[nextStep(one)]),
    )
    return [...keys].toSorted().map((key) => say(key, { to: 'policy', node }, { fact: voice.called(node) }))
  })
  return told.filter(({ text }, index) => told.findIndex((one) => one.text === text) === index)
}
