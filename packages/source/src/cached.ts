import { unknown } from '@vanzelf/rules'
import type { Answer, SubjectId } from './answer.ts'
import type { At, Batch } from './connector.ts'
import { type AnyConnector, eachAnswerer } from './each-answerer.ts'

/** Where answers are kept: a `Map`, or any cache that bounds size and age. Its owner decides for how long. */
export interface AnswerCache {
  get(key: string): Answer | undefined
  set(key: string, answer: Answer): unknown
}

/**
 * A connector that asks a known answer only once for each purpose: an answer obtained for one purpose does not serve
 * another. What is unknown is not kept: it is asked again.
 * @param cache who makes it decides how much it holds and for how long; it holds facts about people, so keep it short
 * @example
 * ```ts
 * import { fact } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * let asks = 0
 * const slow = { livingWage: async ({ subjects }: Batch) => subjects.map(() => ({ value: asks++ > 0 })) }
 * const quick = cached(slow, new Map())
 * const purpose = { policy: 'meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * const batch: Batch = { fact: livingWage, at: { on: '2026-01-01' }, subjects: ['p1'], purpose }
 * await quick.livingWage(batch) // => [{ value: false }]
 * await quick.livingWage(batch) // => [{ value: false }]
 * await quick.livingWage({ ...batch, purpose: { ...purpose, policy: 'bags' } }) // => [{ value: true }]
 * ```
 */
export function cached<C extends AnyConnector<C>>(connector: C, cache: AnswerCache): C {
  return eachAnswerer(connector, (answerer) => async (batch, signal) => {
    const keyOf = keysOf(batch)
    const held = batch.subjects.map((subject) => cache.get(keyOf(subject)))
    const missing = [...new Set(batch.subjects.filter((_, index) => held[index] === undefined))]
    const asked = missing.length === 0 ? [] : await answerer({ ...batch, subjects: missing }, signal)
    const fresh = new Map<SubjectId, Answer>()
    missing.forEach((subject, index) => {
      // A source that answers fewer than it was asked is in doubt about the rest.
      const answer = asked[index] ?? unknown('in doubt')
      fresh.set(subject, answer)
      if (!('unknown' in answer)) cache.set(keyOf(subject), answer)
    })
    return batch.subjects.map((subject, index) => held[index] ?? fresh.get(subject) ?? unknown('in doubt'))
  })
}

function keysOf({ fact, at, purpose }: Batch): (subject: SubjectId) => string {
  const start = JSON.stringify([fact.source, fact.name, ...timeOf(at), purpose.policy, purpose.basis, purpose.asker])
  return (subject) => `${start}${subject}`
}

const timeOf = (at: At): readonly (string | number | null)[] =>
  'on' in at ? ['on', at.on] : 'year' in at ? ['year', at.year] : ['during', at.during.from, at.during.until ?? null]
