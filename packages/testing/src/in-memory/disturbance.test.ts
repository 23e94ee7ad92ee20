import { unknown } from '@vanzelf/rules'
import { increasedReimbursement } from '@vanzelf/source-social-security'
import { describe, expect, it } from 'vitest'
import { syntheticCity } from '../city/synthetic-city.ts'
import type { Disturbance } from './disturbance.ts'
import { inMemory } from './in-memory.ts'

const city = syntheticCity({ seed: 3, residents: 5000 })
const everybody = [...city.residents()].map(({ id }) => id)
const purpose = { policy: 'example', basis: 'example', asker: 'example' }

const ask = (disturbance?: Disturbance, subjects = everybody, signal?: AbortSignal) =>
  inMemory(city, disturbance)['social-security'].increasedReimbursement(
    { fact: increasedReimbursement, at: { on: '2026-01-01' }, subjects, purpose },
    signal,
  )
const shareOf = (answers: readonly object[], reason: string) =>
  answers.filter((answer) => 'unknown' in answer && answer.unknown === reason).length / answers.length

describe('a connector that is told to misbehave', () => {
  it('fails and doubts for the share of asks it is told, and answers the rest as ever', async () => {
    const answers = await ask({ fail: 0.2, doubt: 0.1, seed: 1 })
    expect(shareOf(answers, 'unavailable')).toBeCloseTo(0.2, 1)
    expect(shareOf(answers, 'in doubt')).toBeCloseTo(0.1, 1)
    const calm = await ask()
    expect(answers.every((answer, index) => 'unknown' in answer || answer === calm[index])).toBe(true)
  })

  it('hits the same asks whatever batch they come in, and others under another seed', async () => {
    const whole = await ask({ fail: 0.5, seed: 1 })
    const reversed = await ask({ fail: 0.5, seed: 1 }, [...everybody].reverse())
    expect([...reversed].reverse()).toEqual(whole)
    expect(await ask({ fail: 0.5, seed: 2 })).not.toEqual(whole)
  })

  it('misbehaves for one source only, where it is told so', async () => {
    expect(shareOf(await ask({ fail: { 'population-register': 1 } }), 'unavailable')).toBe(0)
    expect(shareOf(await ask({ fail: { 'social-security': 1 } }), 'unavailable')).toBe(1)
  })

  it('says of an answer it withholds that it was told to', async () =>
    expect((await ask({ fail: 1 }, ['p0']))[0]).toEqual(unknown('unavailable', 'disturbance')))

  it('takes its time, and stops waiting when the ask is cancelled', async () => {
    const started = performance.now()
    await ask({ delay: 30 }, ['p0'])
    expect(performance.now() - started).toBeGreaterThan(25)
    const controller = new AbortController()
    const asked = ask({ delay: 60_000 }, ['p0'], controller.signal)
    controller.abort()
    await expect(asked).rejects.toThrow()
  })
})
