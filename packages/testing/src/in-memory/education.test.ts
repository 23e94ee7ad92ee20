import type { IsoDate } from '@vanzelf/rules'
import { conformance } from '@vanzelf/source/conformance'
import { education, educationLevel, enrolmentPeriod, enrolments, school, schoolYear } from '@vanzelf/source-education'
import { describe, expect, it } from 'vitest'
import { syntheticCity } from '../city/synthetic-city.ts'
import { inMemory } from './in-memory.ts'

const city = syntheticCity({ seed: 3, residents: 5000 })
const connector = inMemory(city).education
const purpose = { policy: 'example', basis: 'example', asker: 'example' }
const residents = [...city.residents()]
const subjects = residents.map(({ id }) => id)
const valueIn = (answer: object | undefined) => (answer && 'value' in answer ? answer.value : undefined)
const listsOn = async (on: IsoDate) =>
  (await connector.enrolments({ fact: enrolments, at: { on }, subjects, purpose })).map(
    (answer) => valueIn(answer) as readonly string[] | undefined,
  )

const startOf = (period: unknown) =>
  typeof period === 'object' && period !== null && 'from' in period ? period.from : undefined

/** Of each enrolment what is said of it. */
async function told(ids: readonly string[]) {
  const ask = { at: { on: city.on }, subjects: ids, purpose }
  const [numbers, levels, years, periods] = await Promise.all([
    connector.school({ ...ask, fact: school }),
    connector.educationLevel({ ...ask, fact: educationLevel }),
    connector.schoolYear({ ...ask, fact: schoolYear }),
    connector.enrolmentPeriod({ ...ask, fact: enrolmentPeriod }),
  ])
  return ids.map((_, index) => [numbers, levels, years, periods].map((all) => valueIn(all[index])))
}

describe('education in memory', async () => {
  const lists = await listsOn(city.on)
  const ids = lists.flatMap((list) => list ?? [])
  const failing = inMemory(city, { fail: 1 }).education
  const trial = { subjects: [...subjects.slice(0, 500), ...ids.slice(0, 50)], on: city.on, failing }
  const checks = conformance(education, connector, { ...trial, unknownSubject: 'e5000-2025' })
  it.each(checks.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run())

  it('enrols children by their age, and nearly all of them', () => {
    const ofAge = (from: string, until: string) =>
      residents.flatMap(({ birthDate }, index) =>
        birthDate >= from && birthDate < until ? [(lists[index] ?? []).length > 0] : [],
      )
    const pupils = ofAge('2008-01-01', '2020-01-01')
    expect(pupils.filter((enrolled) => enrolled).length / pupils.length).toBeGreaterThan(0.97)
    expect(ofAge('2023-01-01', '2027-01-01').some((enrolled) => enrolled)).toBe(false)
    expect(ofAge('1900-01-01', '2003-01-01').some((enrolled) => enrolled)).toBe(false)
  })

  it('says the same of an enrolment whoever asks', async () => {
    const child = residents.findIndex(({ birthDate }) => birthDate >= '2015-01-01' && birthDate < '2016-01-01')
    const [one] = await told(lists[child] ?? [])
    expect(one?.slice(1, 3)).toEqual(['primary', 2025])
    expect(one?.[3]).toMatchObject({ from: '2025-09-01' })
  })

  it('leaves no day between two schools of one year', async () => {
    const two = lists.filter((list) => list?.length === 2)
    expect(two.length).toBeGreaterThan(0)
    for (const list of two) {
      const [[from, , , before] = [], [to, , , after] = []] = await told(list ?? [])
      expect(from).not.toBe(to)
      expect(before).toMatchObject({ from: '2025-09-01', until: startOf(after) })
      expect(after).toMatchObject({ until: '2026-09-01' })
    }
  })

  it('sends some to a school of the municipality', async () => {
    const numbers = (await told(ids)).map(([number]) => String(number))
    const share = numbers.filter((number) => city.municipalSchools.includes(number)).length / numbers.length
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.4)
  })

  it('starts another list on 1 September, and does not know the next year', async () => {
    const [last, before, next] = await Promise.all(
      (['2025-09-01', '2025-08-31', '2026-09-01'] as const).map((on) => listsOn(on)),
    )
    expect(last).toEqual(lists)
    expect(before?.flatMap((list) => list ?? []).every((id) => id.includes('-2024'))).toBe(true)
    expect(next?.every((list) => list === undefined)).toBe(true)
  })

  it.each(['', 'p0', 'e0', 'e0-2025', 'e5000-2025', 'e00-2015', `${ids[0]}-3`, `${ids[0]?.slice(0, -4)}2026`])(
    'knows no enrolment %s',
    async (id) => expect(await told([id])).toEqual([[undefined, undefined, undefined, undefined]]),
  )
})
