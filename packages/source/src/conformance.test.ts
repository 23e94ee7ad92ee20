import { unknown } from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { type Helped, helps, welfare } from '../test/welfare.ts'
import type { Answer } from './answer.ts'
import { conformance } from './conformance.ts'
import type { Answerer } from './connector.ts'

const trial = { subjects: ['anna', 'bram'], unknownSubject: 'nobody', on: '2026-03-01' } as const
const down: Answerer<Helped> = async ({ subjects }) => subjects.map(() => unknown('unavailable'))

/** The promises that are broken on a date, or else in a period. */
async function broken(helped: Answerer<Helped>, failing: Answerer<Helped> = down) {
  const checks = conformance(welfare, { helped }, { ...trial, failing: { helped: failing } })
  const results = await Promise.allSettled(checks.map(({ run }) => run()))
  const names = checks.filter((_, index) => results[index]?.status === 'rejected').map(({ name }) => name)
  return names.filter((name) => name.includes('on a date') || !names.some((other) => other.includes('on a date')))
}

describe('the conformance suite', () => {
  it('finds nothing wrong with a connector that keeps its promises', async () =>
    expect(await broken(helps)).toEqual([]))

  it('tries each fact at each time it can be asked', () => {
    const names = conformance(welfare, { helped: helps }, trial).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('helped on a date'))).toHaveLength(8)
    expect(names.filter((name) => name.startsWith('helped in a period'))).toHaveLength(8)
  })

  const breaches: readonly (readonly [string, Answerer<Helped>, string])[] = [
    [
      'sorts its subjects',
      (batch) => helps({ ...batch, subjects: [...batch.subjects].sort() }),
      'answers come one for one, in the order asked',
    ],
    [
      'answers nobody twice',
      (batch) => helps({ ...batch, subjects: [...new Set(batch.subjects)] }),
      'a subject that is asked twice is answered twice, the same',
    ],
    [
      'answers of nobody',
      (batch) => helps(batch.subjects.length === 0 ? { ...batch, subjects: ['anna'] } : batch),
      'of nobody there are no answers',
    ],
    [
      'says no of somebody it does not know',
      async (batch, signal) =>
        (await helps(batch, signal)).map((answer) => ('unknown' in answer ? { value: false } : answer)),
      'a subject nobody knows is not found',
    ],
    ['minds no signal', (batch) => helps(batch), 'it rejects when the ask is cancelled'],
    [
      'knows nothing',
      async (batch, signal) => (await helps(batch, signal)).map(() => unknown('not found')),
      'something is known of the subjects',
    ],
    [
      'tells texts',
      async (batch, signal) =>
        (await helps(batch, signal)).map((answer) =>
          'unknown' in answer ? answer : (JSON.parse('{ "value": "yes" }') as Answer<Helped>),
        ),
      'what is known fits the fact',
    ],
    [
      'tells a validity that is over',
      async (batch, signal) =>
        (await helps(batch, signal)).map((answer) =>
          'unknown' in answer ? answer : { ...answer, validity: { from: '2025-01-01', until: '2026-03-01' } },
        ),
      'what is known is one value, and its validity covers the date',
    ],
    [
      'tells more days than it was asked',
      async (batch, signal) =>
        (await helps(batch, signal)).map((answer) =>
          'unknown' in answer || 'on' in batch.at
            ? answer
            : { value: { timeline: [{ from: '2020-01-01', value: true }] } },
        ),
      'what is known is a timeline within the period',
    ],
  ]
  it.each(breaches)('finds a connector that %s', async (_, helped, promise) =>
    expect((await broken(helped)).map((name) => name.split(': ')[1])).toContain(promise),
  )

  it('finds a connector that fails by an exception, or by saying that somebody is not found', async () => {
    const promise = 'while the source is down each answer is unknown, and nothing is thrown'
    const throws: Answerer<Helped> = () => Promise.reject(new Error('connection refused'))
    const forgets: Answerer<Helped> = async ({ subjects }) => subjects.map(() => unknown('not found'))
    for (const failing of [throws, forgets])
      expect(await broken(helps, failing)).toEqual([`helped on a date: ${promise}`])
  })
})
