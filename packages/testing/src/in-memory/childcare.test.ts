import { conformance } from '@vanzelf/source/conformance'
import { childcare, outOfSchoolCare } from '@vanzelf/source-childcare'
import { describe, expect, it } from 'vitest'
import { syntheticCity } from '../city/synthetic-city.ts'
import { inMemory } from './in-memory.ts'

const city = syntheticCity({ seed: 3, residents: 5000 })
const connector = inMemory(city).childcare
const purpose = { policy: 'example', basis: 'example', asker: 'example' }
const residents = [...city.residents()]
const subjects = residents.map(({ id }) => id)
const ask = { fact: outOfSchoolCare, subjects, purpose }

describe('childcare in memory', () => {
  const failing = inMemory(city, { fail: 1 }).childcare
  const checks = conformance(childcare, connector, { subjects, unknownSubject: 'p5000', on: city.on, failing })
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run())

  it('registers some children of three to twelve, and nobody else', async () => {
    const answers = await connector.outOfSchoolCare({ ...ask, at: { on: city.on } })
    const registered = residents.filter((_, index) => JSON.stringify(answers[index]) === '{"value":true}')
    expect(registered.length).toBeGreaterThan(50)
    expect(registered.filter(({ birthDate }) => birthDate > '2023-01-02' || birthDate < '2014-01-01')).toEqual([])
    expect(answers.every((answer) => 'value' in answer)).toBe(true)
  })

  it('tells of a whole life when a child came and went', async () => {
    const during = { from: '2000-01-01' } as const
    const lives = await connector.outOfSchoolCare({ ...ask, at: { during } })
    const index = residents.findIndex(
      ({ birthDate }, at) => birthDate >= '2009-01-01' && JSON.stringify(lives[at]).includes('true'),
    )
    const twelve = `${Number(residents[index]?.birthDate.slice(0, 4)) + 12}-09-01`
    expect(lives[index]).toMatchObject({
      value: {
        timeline: [
          { from: '2000-01-01', value: false },
          { until: twelve, value: true },
          { from: twelve, value: false },
        ],
      },
    })
  })
})
