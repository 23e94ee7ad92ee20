import type { Fact } from '@vanzelf/rules'
import type { Answer, Answerer, Connector, SubjectId, ValueAt } from '@vanzelf/source'
import { NOT_FOUND, type Reader } from './reader.ts'

/** A reader for each fact of a source. */
export type Readers<Facts extends Fact> = { readonly [F in Facts as F['name']]: Reader<ValueAt<F>> }

/**
 * Readers of a city as a connector.
 * @param indexOf which subject an id is of, and -1 of none
 */
export function answering<Facts extends Fact>(
  readers: Readers<Facts>,
  indexOf: (id: SubjectId) => number,
): Connector<Facts> {
  const answerers = Object.entries(readers).map(([name, reader]) => [
    name,
    answererOf(reader as Reader<ValueAt<Facts>>, indexOf),
  ])
  // A reader of a fact makes an answerer of that fact, which `map` cannot say.
  return Object.freeze(Object.fromEntries(answerers)) as Connector<Facts>
}

/** One loop and no promise per ask: some millions of answers a second, for a city is asked for all at once. */
function answererOf<F extends Fact>(reader: Reader<ValueAt<F>>, indexOf: (id: SubjectId) => number): Answerer<F> {
  return async ({ at, subjects }, signal) => {
    signal?.throwIfAborted()
    const answer = reader(at)
    const answers = new Array<Answer<F>>(subjects.length)
    for (let index = 0; index < subjects.length; index++) {
      const subject = indexOf(subjects[index] ?? '')
      answers[index] = subject < 0 ? NOT_FOUND : answer(subject)
    }
    return answers
  }
}
