import { type Fact, RefusedError, type Unknown, unknown } from '@vanzelf/rules'
import type { Answerer, Batch, Known, SubjectId } from '@vanzelf/source'

/** An answer whose fact the table of answers names, and the types here do not. */
export type ToldAnswer = Known<unknown> | Unknown

/**
 * Answers a batch subject by subject. Whatever goes wrong is an answer.
 * @throws {RefusedError} `no-legal-basis` when the purpose names none
 */
export function answerer<F extends Fact>(
  answer: (subject: SubjectId, batch: Batch, signal: AbortSignal | undefined) => Promise<ToldAnswer>,
): Answerer<F> {
  const answered = async (batch: Batch, signal?: AbortSignal): Promise<readonly ToldAnswer[]> => {
    signal?.throwIfAborted()
    if (!batch.purpose.basis.trim()) throw withoutBasis(batch)
    return Promise.all(
      batch.subjects.map(async (subject) => {
        try {
          return await answer(subject, batch, signal)
        } catch {
          signal?.throwIfAborted()
          // A fault of ours, or of a hook we were given: its message might hold what must not leave.
          return unknown('in doubt')
        }
      }),
    )
  }
  // Which value belongs to which fact the shapes of the services have seen to.
  return answered as unknown as Answerer<F>
}

function withoutBasis({ fact, purpose }: Batch): RefusedError {
  return new RefusedError({
    code: 'no-legal-basis',
    what: `fact \`${fact.name}\` of source \`${fact.source}\` may not be asked: no legal basis is named for it`,
    where: `policy \`${purpose.policy}\``,
    todo: 'give the purpose its `basis`',
  })
}
