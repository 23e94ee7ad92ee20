import type { Reason } from '@vanzelf/rules'
import type { Answer, SubjectId } from './answer.ts'
import type { At, Batch } from './connector.ts'
import { type AnyConnector, eachAnswerer } from './each-answerer.ts'
import type { Purpose } from './purpose.ts'

/** That a fact was asked: who asked which fact of whom, for which purpose, when, and what became of it. Never its value. */
export interface Asked {
  readonly source: string
  readonly fact: string
  readonly subject: SubjectId
  readonly at: At
  readonly purpose: Purpose
  /** When it was asked, an ISO date and time. */
  readonly when: string
  /** `known` also where the answer is that there is none: which of both is the value. */
  readonly result: 'known' | Reason | 'cancelled'
}

/** How asks are recorded. */
export interface Audit {
  /** Takes the asks of one batch. While it fails, no answer is handed on. */
  readonly record: (asks: readonly Asked[]) => void | Promise<void>
  /** The time, an ISO date and time. */
  readonly now: () => string
}

/**
 * A connector of which every ask is recorded before its answer is handed on, also when the ask was cancelled.
 * @throws whatever `record` throws: an answer that cannot be accounted for is not given
 * @example
 * ```ts
 * import { fact } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const asks: Asked[] = []
 * const honest = audited({ livingWage: async (_: Batch) => [{ value: true }] }, {
 *   record: (batch) => void asks.push(...batch),
 *   now: () => '2026-01-02T09:00:00Z',
 * })
 * const purpose = { policy: 'meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * await honest.livingWage({ fact: livingWage, at: { on: '2026-01-01' }, subjects: ['p1'], purpose })
 * asks.map(({ subject, fact, result }) => [subject, fact, result]) // => [['p1', 'livingWage', 'known']]
 * ```
 */
export function audited<C extends AnyConnector<C>>(connector: C, { record, now }: Audit): C {
  return eachAnswerer(connector, (answerer) => async (batch, signal) => {
    const when = now()
    try {
      const answers = await answerer(batch, signal)
      await record(asksOf(batch, when, (index) => resultOf(answers[index])))
      return answers
    } catch (error) {
      if (signal?.aborted) await record(asksOf(batch, when, () => 'cancelled'))
      throw error
    }
  })
}

const asksOf = (
  { fact, at, purpose, subjects }: Batch,
  when: string,
  result: (index: number) => Asked['result'],
): readonly Asked[] =>
  subjects.map((subject, index) => ({
    source: fact.source,
    fact: fact.name,
    subject,
    at,
    purpose,
    when,
    result: result(index),
  }))

/** A subject without an answer was asked all the same; that the source forgot it is in doubt. */
function resultOf(answer: Answer | undefined): Asked['result'] {
  if (answer === undefined) return 'in doubt'
  return 'unknown' in answer ? answer.unknown : 'known'
}
