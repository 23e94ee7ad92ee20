import { type Fact, unknown } from '@vanzelf/rules'
import type { Answer } from './answer.ts'
import { type AnyConnector, eachAnswerer } from './each-answerer.ts'
import { parserOf } from './parser.ts'

/**
 * A connector of which each answer is checked against its fact: a value that does not fit becomes unknown and in
 * doubt, and so does every answer when there are not as many as subjects. For connectors that hand on what a system
 * said without parsing it.
 * @example
 * ```ts
 * import { fact } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const hasty = { livingWage: async (_: Batch) => [{ value: JSON.parse('"yes"') }] }
 * const purpose = { policy: 'meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * const answers = await checked(hasty).livingWage({ fact: livingWage, at: { on: '2026-01-01' }, subjects: ['p1'], purpose })
 * answers // => [{ unknown: 'in doubt' }]
 * ```
 */
export function checked<C extends AnyConnector<C>>(connector: C): C {
  const parsers = new WeakMap<Fact, ReturnType<typeof parserOf>>()
  const parserFor = (fact: Fact) => {
    const parser = parsers.get(fact) ?? parserOf(fact)
    parsers.set(fact, parser)
    return parser
  }
  return eachAnswerer(connector, (answerer) => async (batch, signal) => {
    const answers = await answerer(batch, signal)
    if (answers.length !== batch.subjects.length) return batch.subjects.map(() => unknown('in doubt'))
    const parse = parserFor(batch.fact)
    return answers.map((answer): Answer => {
      if ('unknown' in answer) return answer
      const parsed = parse(answer.value)
      return 'unknown' in parsed ? parsed : answer
    })
  })
}
