import type { IsoDate } from '@vanzelf/rules'
import {
  incomeGuaranteeForElderly,
  increasedReimbursement,
  increasedReimbursementInFamily,
  livingWage,
  socialAssistance,
  statusProfile,
} from '@vanzelf/source-social-security'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, loopbackMagda, type Resident } from '@vanzelf/testing/magda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatusProfile } from '../src/index.ts'
import { ask, over } from './asking.ts'

const holder = testNationalNumber('1985-07-30', 34)
const nobody = testNationalNumber('1999-09-09', 99)
const residents: { readonly [number: string]: Resident } = {
  [holder]: {
    birthDate: '1985-07-30',
    statuses: [
      {
        name: 'BIM_BVT',
        periods: [
          { from: '2024-01-01', last: '2026-01-31' },
          { from: '2026-02-10', last: '2030-01-01' },
        ],
      },
      { name: 'PCSA_AND_BIM_HELP', periods: [{ from: '2024-01-01' }] },
      { name: 'EXAMPLE_PARKING' },
    ],
  },
}
const parkingStatus = statusProfile({ name: 'parkingStatus', label: { nl: 'parkeerstatuut', en: 'parking status' } })

let server: Loopback
beforeAll(async () => {
  server = await loopbackMagda({ city: { resident: (number) => residents[number] } })
})
afterAll(() => server.close())

const statuses = {
  parkingStatus: { name: 'EXAMPLE_PARKING', within: { postcodes: ['9000', '9042'] }, age: { least: 18, most: 64 } },
} as const
const allowedStatuses = [
  'BIM_BVT',
  'BIM_BVT_IN_FAMILY',
  'LIVING_WAGES_PCSA_HELP',
  'PCSA_AND_BIM_HELP',
  'EXAMPLE_PARKING',
]
const connectors = () => over(server, { statuses, allowedStatuses })

describe('a shared status whose name is not public', () => {
  it('is not permitted while the city gives no name, and nothing is asked', async () => {
    expect(await ask(connectors(), incomeGuaranteeForElderly, holder)).toEqual({ unknown: 'not permitted' })
  })

  it('is asked by the name the city gives', async () => {
    const named = over(server, {
      statuses: { incomeGuaranteeForElderly: { name: 'EXAMPLE_PARKING' } },
      allowedStatuses,
    })
    expect(await ask(named, incomeGuaranteeForElderly, holder)).toEqual({ value: true })
  })

  it('is not narrowed', () =>
    expect(() =>
      over(server, {
        statuses: { incomeGuaranteeForElderly: { name: 'EXAMPLE_PARKING', age: { least: 65 } } },
        allowedStatuses,
      }),
    ).toThrow(expect.objectContaining({ code: 'status-narrowed' })))
})

describe('a status', () => {
  it('is a yes with its days, or a no', async () => {
    expect(await ask(connectors(), increasedReimbursement, holder)).toEqual({
      value: true,
      validity: { from: '2026-02-10', until: '2030-01-02' },
    })
    expect(await ask(connectors(), socialAssistance, holder)).toEqual({ value: true })
    expect(await ask(connectors(), livingWage, holder)).toEqual({ value: false })
  })
  it('is a timeline over a period, cut after today', async () => {
    const during = { from: '2026-01-01', until: '2027-01-01' } as const
    expect(await ask(connectors(), increasedReimbursement, holder, { during })).toEqual({
      value: {
        timeline: [
          { from: '2026-01-01', until: '2026-02-01', value: true },
          { from: '2026-02-01', until: '2026-02-10', value: false },
          { from: '2026-02-10', until: '2026-03-11', value: true },
        ],
      },
    })
    expect(server.asked.at(-1)?.statuses).toEqual([{ name: 'BIM_BVT', from: '2026-01-01', last: '2026-03-10' }])
    expect(await ask(connectors(), livingWage, holder, { during })).toEqual({
      value: { timeline: [{ from: '2026-01-01', until: '2026-03-11', value: false }] },
    })
  })
  it('is not asked of days to come', async () => {
    const from = server.asked.length
    expect(await ask(connectors(), livingWage, holder, { on: '2026-03-11' })).toEqual({ unknown: 'not asked' })
    const during = { from: '2026-03-11', until: null } as const
    expect(await ask(connectors(), livingWage, holder, { during })).toEqual({ unknown: 'not asked' })
    expect(server.asked.length).toBe(from)
  })
  it('is not found of a number that does not exist, with its code', async () => {
    expect(await ask(connectors(), livingWage, nobody)).toEqual({ unknown: 'not found', code: '30003' })
  })
  it("of a city's own carries place and ages into the question", async () => {
    expect(await ask(connectors(), parkingStatus, holder)).toEqual({ value: true })
    const { envelope = '' } = server.asked.at(-1) ?? {}
    expect(envelope).toContain(
      '<Locatie><Postcodes><Postcode>9000</Postcode><Postcode>9042</Postcode></Postcodes></Locatie>',
    )
    expect(envelope).toContain('<Leeftijd><Minimum>18</Minimum><Maximum>64</Maximum></Leeftijd>')
  })
})

describe('what is asked at once', () => {
  const facts = [increasedReimbursement, increasedReimbursementInFamily, livingWage, socialAssistance, parkingStatus]

  it('of one person goes in one request', async () => {
    const own = connectors()
    const from = server.asked.length
    await Promise.all(facts.map((fact) => ask(own, fact, holder)))
    const asked = server.asked.slice(from)
    expect(asked.map(({ service }) => service)).toEqual(['RegistreerInschrijving', 'GeefSociaalStatuut'])
    expect(asked[1]?.statuses.map(({ name }) => name).sort()).toEqual([...allowedStatuses].sort())
  })
  it('goes in requests of eight at most, a name once in each', async () => {
    const own = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`status${index}`, { name: `EXAMPLE_${index}` }]),
    )
    const many = over(server, { statuses: own, allowedStatuses: Object.values(own).map(({ name }) => name) })
    const from = server.asked.length
    const days: readonly IsoDate[] = ['2026-01-01', '2026-02-01']
    await Promise.all(
      Object.keys(own).flatMap((name) =>
        days.map((on) => ask(many, statusProfile({ name, label: { nl: name, en: name } }), holder, { on })),
      ),
    )
    const requests = server.asked.slice(from).filter(({ service }) => service === 'GeefSociaalStatuut')
    expect(requests.flatMap(({ statuses }) => statuses)).toHaveLength(18)
    for (const request of requests) expect(request.statuses.length).toBeLessThanOrEqual(8)
    for (const request of requests)
      expect(new Set(request.statuses.map(({ name }) => name)).size).toBe(request.statuses.length)
  })
  it('for two purposes is not joined', async () => {
    const { livingWage: answer } = connectors()['social-security']
    const from = server.asked.length
    const batch = { fact: livingWage, at: { on: '2026-01-01' }, subjects: [`person-${holder}`] } as const
    await Promise.all(
      ['one', 'two'].map((policy) =>
        answer({ ...batch, purpose: { policy, basis: 'authorisation', asker: 'Exampleville' } }),
      ),
    )
    expect(server.asked.slice(from).filter(({ service }) => service === 'GeefSociaalStatuut')).toHaveLength(2)
  })
})

describe('statuses that cannot be asked', () => {
  it.each<[string, { readonly [fact: string]: StatusProfile }]>([
    ['status-not-allowed', { parkingStatus: { name: 'EXAMPEL_PARKING' } }],
    ['status-narrowed', { livingWage: { name: 'LIVING_WAGES_PCSA_HELP', within: { postcodes: ['9000'] } } }],
    ['bad-postcodes', { parkingStatus: { name: 'EXAMPLE_PARKING', within: { postcodes: [] } } }],
    ['bad-age', { parkingStatus: { name: 'EXAMPLE_PARKING', age: { least: 65, most: 18 } } }],
  ])('are refused when the connector is made: %s', (code, own) => {
    expect(() => over(server, { statuses: own, allowedStatuses })).toThrow(expect.objectContaining({ code }))
  })
  it('are not permitted, without a request, where the authorisation leaves out a shared one', async () => {
    const from = server.asked.length
    const narrow = over(server, { allowedStatuses: ['BIM_BVT'] })
    expect(await ask(narrow, livingWage, holder)).toEqual({ unknown: 'not permitted' })
    expect(server.asked.length).toBe(from)
  })
})
