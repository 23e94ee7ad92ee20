import { unknown } from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { asked, type Helped, helps, purpose } from '../test/welfare.ts'
import type { Answer, SubjectId } from './answer.ts'
import { cached } from './cached.ts'
import type { Answerer } from './connector.ts'

/** A welfare centre that notes whom it was asked about. */
function noting(answerer: Answerer<Helped> = helps) {
  const batches: (readonly SubjectId[])[] = []
  const helped: Answerer<Helped> = (batch, signal) => {
    batches.push(batch.subjects)
    return answerer(batch, signal)
  }
  return { batches, connector: { helped } }
}

describe('a cached connector', () => {
  it('asks only for whom it does not know the answer', async () => {
    const { batches, connector } = noting()
    const { helped } = cached(connector, new Map())
    await helped(asked(['anna']))
    expect(await helped(asked(['bram', 'anna', 'bram']))).toEqual([{ value: false }, { value: true }, { value: false }])
    await helped(asked(['anna', 'bram']))
    expect(batches).toEqual([['anna'], ['bram']])
  })

  it('asks again about another day, and for another policy, basis or asker', async () => {
    const { batches, connector } = noting()
    const { helped } = cached(connector, new Map())
    await helped(asked(['anna']))
    await helped(asked(['anna'], '2026-01-02'))
    for (const other of [{ policy: 'bags' }, { basis: 'authorisation 2026/4' }, { asker: 'Elsewhere' }])
      await helped({ ...asked(['anna']), purpose: { ...purpose, ...other } })
    expect(batches).toHaveLength(5)
  })

  it('asks again what was not known', async () => {
    const { batches, connector } = noting()
    const { helped } = cached(connector, new Map())
    await helped(asked(['nobody']))
    expect(await helped(asked(['nobody']))).toEqual([unknown('not found')])
    expect(batches).toHaveLength(2)
  })

  it('answers also when the cache keeps nothing', async () => {
    const { connector } = noting()
    const forgets = { get: (): Answer | undefined => undefined, set: () => undefined }
    expect(await cached(connector, forgets).helped(asked(['anna', 'bram']))).toEqual([
      { value: true },
      { value: false },
    ])
  })

  it('is in doubt about a subject the source left out', async () => {
    const { connector } = noting(async () => [])
    expect(await cached(connector, new Map()).helped(asked(['anna']))).toEqual([unknown('in doubt')])
  })
})
