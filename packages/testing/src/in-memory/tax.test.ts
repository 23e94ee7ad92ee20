import type { IsoDate } from '@vanzelf/rules'
import { conformance } from '@vanzelf/source/conformance'
import { jointTaxableIncome, latestAssessedYear, tax, taxableIncome } from '@vanzelf/source-tax'
import { describe, expect, it } from 'vitest'
import { syntheticCity } from '../city/synthetic-city.ts'
import { inMemory } from './in-memory.ts'

const city = syntheticCity({ seed: 3, residents: 5000 })
const connector = inMemory(city).tax
const purpose = { policy: 'example', basis: 'example', asker: 'example' }
const residents = [...city.residents()]
const subjects = residents.map(({ id }) => id)
const latest = async (on: IsoDate) =>
  (await connector.latestAssessedYear({ fact: latestAssessedYear, at: { on }, subjects, purpose })).map(told)
const own = (year: number) => connector.taxableIncome({ fact: taxableIncome, at: { year }, subjects, purpose })
const joint = (year: number) =>
  connector.jointTaxableIncome({ fact: jointTaxableIncome, at: { year }, subjects, purpose })
const told = (answer: object | undefined) => (answer && 'value' in answer ? answer.value : undefined)

describe('tax in memory', () => {
  const failing = inMemory(city, { fail: 1 }).tax
  const checks = conformance(tax, connector, { subjects, unknownSubject: 'p5000', on: '2024-07-01', failing })
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run())

  it('has an income of the latest assessed year, and of none after it', async () => {
    const years = await latest(city.on)
    for (const year of [2022, 2023, 2024, 2025]) {
      const incomes = await own(year)
      years.forEach((last, index) => {
        if (last === year) expect(incomes[index]).toEqual({ value: residents[index]?.income })
        if (typeof last === 'number' && year > last) expect(incomes[index]).toEqual({ unknown: 'not found' })
      })
    }
    expect(new Set(years)).toEqual(new Set([2024, 2023, null]))
  })

  it('never says zero of whom there is no assessment: a minor, and a few adults', async () => {
    const [years, incomes] = [await latest(city.on), await own(2023)]
    const isMinor = ({ birthDate }: { readonly birthDate: string }) => birthDate >= '2006-01-01'
    residents.forEach((resident, index) => {
      if (isMinor(resident)) expect(incomes[index]).toEqual({ unknown: 'not found' })
    })
    const adults = residents.flatMap((resident, index) => (isMinor(resident) ? [] : [years[index]]))
    const share = adults.filter((year) => year === null).length / adults.length
    expect(share).toBeGreaterThan(0.01)
    expect(share).toBeLessThan(0.05)
  })

  it('knows no more of a later day than of its own', async () =>
    expect(await latest('2030-01-01')).toEqual(await latest(city.on)))

  it('assesses spouses and legal cohabitants together, and others alone', async () => {
    const [mine, ours, years] = [await own(2023), await joint(2023), await latest(city.on)]
    const index = new Map(subjects.map((id, at) => [id, at]))
    for (const { members } of city.households()) {
      const [first = 0, second] = members.map((id) => index.get(id) ?? -1)
      const together = ['02', '22'].includes(residents[second ?? -1]?.position ?? '')
      if (together && second !== undefined && told(mine[first]) !== undefined) {
        const both = (residents[first]?.income ?? 0) + (residents[second]?.income ?? 0)
        // Somebody who came of age last year was not assessed with the other the year before.
        if (told(mine[second]) === undefined) continue
        expect([told(ours[first]), told(ours[second])]).toEqual([both, both])
        expect(years[first]).toBe(years[second])
      } else expect(ours[first]).toEqual(mine[first])
    }
  })
})
