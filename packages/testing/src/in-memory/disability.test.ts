import type { IsoDate } from '@vanzelf/rules'
import { conformance } from '@vanzelf/source/conformance'
import { disability, disabilityRecognised, lossOfIndependence, parkingCard } from '@vanzelf/source-disability'
import { disabilityAllowance } from '@vanzelf/source-social-security'
import { describe, expect, it } from 'vitest'
import { syntheticCity } from '../city/synthetic-city.ts'
import { inMemory } from './in-memory.ts'

const city = syntheticCity({ seed: 3, residents: 5000 })
const { disability: connector, 'social-security': socialSecurity } = inMemory(city)
const purpose = { policy: 'example', basis: 'example', asker: 'example' }
const residents = [...city.residents()]
const subjects = residents.map(({ id }) => id)
const ask = { at: { on: city.on }, subjects, purpose }
const told = (answer: object | undefined) => (answer && 'value' in answer ? answer.value : answer)

describe('disability in memory', () => {
  const failing = inMemory(city, { fail: 1 }).disability
  const checks = conformance(disability, connector, { subjects, unknownSubject: 'p5000', on: city.on, failing })
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run())

  it('tells of the parking cards of the city, a few of which end', async () => {
    const cards = await connector.parkingCard({ ...ask, fact: parkingCard })
    expect(cards.map((card) => told(card) !== null)).toEqual(
      residents.map(({ statuses }) => statuses.parkingCard !== null),
    )
    const ends = cards.filter((card) => JSON.stringify(card).includes('until'))
    expect(ends.length).toBeGreaterThan(0)
    expect(ends.length).toBeLessThan(subjects.length * 0.01)
  })

  it('tells of a card from its delivery on, until it ends', async () => {
    const cards = await connector.parkingCard({ ...ask, fact: parkingCard })
    const index = cards.findIndex((card) => JSON.stringify(card).includes('until'))
    const period = told(cards[index]) as { readonly from: IsoDate; readonly until: IsoDate }
    const on = (day: IsoDate) =>
      connector.parkingCard({ fact: parkingCard, at: { on: day }, subjects: [subjects[index] ?? ''], purpose })
    const dayBefore = (day: IsoDate) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10) as IsoDate
    expect(await on(dayBefore(period.from))).toEqual([{ value: null }])
    expect(await on(period.from)).toEqual([{ value: period }])
    expect(await on(dayBefore(period.until))).toEqual([{ value: period }])
    expect(await on(period.until)).toEqual([{ value: null }])
  })

  it('recognises whoever holds a card or has an allowance, and assesses adults only', async () => {
    const [cards, allowances, recognised, points] = await Promise.all([
      connector.parkingCard({ ...ask, fact: parkingCard }),
      socialSecurity.disabilityAllowance({ ...ask, fact: disabilityAllowance }),
      connector.disabilityRecognised({ ...ask, fact: disabilityRecognised }),
      connector.lossOfIndependence({ ...ask, fact: lossOfIndependence }),
    ])
    residents.forEach(({ birthDate }, index) => {
      const [card, allowance, is, lost] = [cards, allowances, recognised, points].map((all) => told(all[index]))
      if (card !== null || allowance) expect(is).toBe(true)
      if (!is || birthDate > '2008-01-02') expect(lost).toBe(null)
    })
    expect(points.some((lost) => told(lost) !== null)).toBe(true)
  })
})
