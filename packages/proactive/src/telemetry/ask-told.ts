import type { Fact } from '@vanzelf/rules'
import type { Answer } from '@vanzelf/source'
import type { Result } from './attributes.ts'
import { counted } from './counted.ts'
import { errorType } from './error-type.ts'
import type { Log } from './log-fields.ts'
import type { Measures } from './measures.ts'
import { traced } from './traced.ts'

/** One question of one source about some subjects. */
export interface AskToTell {
  readonly fact: Fact
  readonly policy: string
  readonly subjects: number
  readonly measures: Measures
  readonly log: Log | undefined
  readonly signal: AbortSignal | undefined
}

/** Asks a source, and tells how long that took and what came of it: how many answers of each kind, never an answer. */
export function askTold(
  { fact, policy, subjects, measures, log, signal }: AskToTell,
  ask: () => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const { source, name } = fact
  const asked = {
    'vanzelf.source.name': source,
    'vanzelf.fact.name': name,
    'vanzelf.policy.name': policy,
    'vanzelf.subjects': subjects,
  }
  return traced('vanzelf.ask', asked, async (tell) => {
    const began = performance.now()
    const failed = (count: number, code: string) =>
      log?.warn('source failed', { source, fact: name, policy, count, code })
    try {
      const answers = await ask()
      measures.took(source, performance.now() - began)
      for (const [result, count] of counted(answers.map(resultOf))) {
        measures.questions(source, result, count)
        tell({ [`vanzelf.answers.${result.replaceAll(' ', '_')}`]: count })
        if (result === 'unavailable') failed(count, result)
      }
      return answers
    } catch (error) {
      measures.took(source, performance.now() - began, errorType(error))
      measures.questions(source, signal?.aborted ? 'cancelled' : 'unavailable', subjects)
      if (!signal?.aborted) failed(subjects, errorType(error))
      throw error
    }
  })
}

const resultOf = (answer: Answer): Result => ('unknown' in answer ? answer.unknown : 'known')
