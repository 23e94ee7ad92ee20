import { increasedReimbursement, livingWage } from '@vanzelf/source-social-security'
import { testNationalNumber } from '@vanzelf/testing'
import { type Loopback, loopbackMagda, type Question, type Resident } from '@vanzelf/testing/magda'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, over } from './asking.ts'

const receives = testNationalNumber('1985-07-30', 34)
const never = testNationalNumber('1990-01-01', 12)
const other = testNationalNumber('1970-01-01', 51)
const residents: { readonly [number: string]: Resident } = {
  [receives]: {
    birthDate: '1985-07-30',
    statuses: [
      { name: 'LIVING_WAGES_PCSA_HELP', periods: [{ from: '2026-01-01', last: '2026-01-31' }, { from: '2026-02-10' }] },
    ],
  },
  [never]: { birthDate: '1990-01-01' },
}
const during = { from: '2025-12-01', until: '2027-01-01' } as const

describe('living wage by its periods', () => {
  let server: Loopback
  beforeAll(async () => {
    server = await loopbackMagda({ city: { resident: (number) => residents[number] } })
  })
  afterAll(() => server.close())
  const byPeriods = () => over(server, { livingWage: 'periods' })

  it('is a yes on a day within one, and a timeline over a period', async () => {
    expect(await ask(byPeriods(), livingWage, receives)).toMatchObject({ value: true })
    expect(server.asked.at(-1)?.days).toEqual({ from: '2026-03-10', last: '2026-03-10' })
    expect(await ask(byPeriods(), livingWage, receives, { during })).toEqual({
      value: {
        timeline: [
          { from: '2025-12-01', until: '2026-01-01', value: false },
          { from: '2026-01-01', until: '2026-02-01', value: true },
          { from: '2026-02-01', until: '2026-02-10', value: false },
          { from: '2026-02-10', until: '2026-03-11', value: true },
        ],
      },
    })
    expect(server.asked.at(-1)?.days).toEqual({ from: '2025-12-01', last: '2026-03-10' })
  })
  it('is not known where the source has none: "no data" is not a no', async () => {
    expect(await ask(byPeriods(), livingWage, never)).toEqual({ unknown: 'not found', code: '30001' })
  })
  it('leaves the other statuses as they are', async () => {
    const connectors = byPeriods()
    const from = server.asked.length
    await Promise.all([livingWage, increasedReimbursement].map((fact) => ask(connectors, fact, receives)))
    expect(server.asked.slice(from).map(({ service, statuses }) => [service, statuses.length])).toEqual([
      ['RegistreerInschrijving', 0],
      ['GeefLeefloonperiodes', 0],
      ['GeefSociaalStatuut', 1],
    ])
  })
})

describe('an answer about periods of living wage', () => {
  let server: Loopback
  afterEach(() => server.close())
  const period = (from: string, last: string, number = receives) =>
    `<Leefloonperiode><INSZ>${number}</INSZ><Periode><Begin>${from}</Begin><Einde>${last}</Einde></Periode></Leefloonperiode>`
  const response = (below: string, { reference }: Question) =>
    `<m:GeefLeefloonperiodesResponse xmlns:m="http://webservice.geefleefloonperiodesdienst-02_00.soczek-02_00.vip.vlaanderen.be"><Repliek><Antwoorden><Antwoord><Referte>${reference}</Referte><Inhoud><Leefloonperiodes>${below}</Leefloonperiodes></Inhoud></Antwoord></Antwoorden></Repliek></m:GeefLeefloonperiodesResponse>`

  it.each<[string, string, object]>([
    ['on its first day', period('2026-03-10', '2026-03-31'), { value: true }],
    ['on its last day', period('2026-03-01', '2026-03-10'), { value: true }],
    ['the day before', period('2026-03-11', '2026-03-31'), { value: false }],
    ['the day after', period('2026-03-01', '2026-03-09'), { value: false }],
    ['with a day that cannot be', period('2022-11-01', '2022-11-31'), { unknown: 'in doubt' }],
    ['that ends before it begins', period('2026-03-31', '2026-03-01'), { unknown: 'in doubt' }],
    ['of somebody else', period('2026-03-01', '2026-03-31', other), { unknown: 'in doubt' }],
    [
      'without its days',
      `<Leefloonperiode><INSZ>${receives}</INSZ></Leefloonperiode>${period('2026-03-01', '2026-03-31')}`,
      { unknown: 'not permitted' },
    ],
  ])('%s', async (_, below, expected) => {
    server = await loopbackMagda(
      { city: { resident: (number) => residents[number] } },
      { fail: (asked) => (asked.service === 'GeefLeefloonperiodes' ? { body: response(below, asked) } : undefined) },
    )
    expect(await ask(over(server, { livingWage: 'periods' }), livingWage, receives)).toMatchObject(expected)
  })
})
