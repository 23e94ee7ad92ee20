import {
  type AsksOfPolicy,
  during,
  euro,
  type IsoDate,
  type PersonIn,
  type SituationOf,
  type SubjectOf,
  unknown,
} from '@vanzelf/rules'
import { describe as tell } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { decide } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { ghentLowEmissionZoneTariff } from './ghent-tariff.ts'

type Authorisation = SubjectOf<typeof ghentLowEmissionZoneTariff>
type Person = PersonIn<typeof ghentLowEmissionZoneTariff>

type Vehicle = SituationOf<AsksOfPolicy<typeof ghentLowEmissionZoneTariff>, 'vehicle'>

const entry = '2026-03-10'
const down = unknown('unavailable')
const car = { vehicleCategory: 'M1', fuels: ['diesel'], euroNorm: '4' } as const
const entitled: Person = { increasedReimbursement: true }
const bought: Authorisation = { buyer: entitled, authorisedVehicle: car, duration: 'week', normalPricePaid: false }

const decision = (of: Authorisation, on: IsoDate = entry) => decide(ghentLowEmissionZoneTariff, of, on)
const outcome = (of: Authorisation, on: IsoDate = entry) => decision(of, on).outcome

describe('the difference between the normal and the reduced price', () => {
  const resident: Person = { ...entitled, municipality: '44021', addressInZone: true }
  // The tariff's own table in either version: duration, normal price, reduced price.
  const prices = [
    ['week', 25, 10],
    ['month', 50, 20],
    ['four months', 130, 55],
    ['year', 345, 140],
  ] as const
  // The last day of the first version and a day of the second, with the first day after each duration.
  const entries: readonly (readonly [IsoDate, readonly IsoDate[]])[] = [
    ['2024-04-26', ['2024-05-03', '2024-05-26', '2024-08-26', '2025-04-26']],
    [entry, ['2026-03-17', '2026-04-10', '2026-07-10', '2027-03-10']],
  ]
  const table = entries.flatMap(([from, ends]) =>
    prices.map(([duration, normal, reduced], index) => [from, duration, normal, reduced, ends[index]] as const),
  )

  it.each(table)('on %s, %s: normally %d, reduced %d, until %s', (from, duration, normal, reduced, until) => {
    const money = { kind: 'money', amount: euro(normal - reduced) }
    const grant = { outcome: 'eligible', open: [], period: { from, until } }
    const ofResident = { ...bought, buyer: resident, duration }
    expect(decision(ofResident, from)).toMatchObject({
      ...grant,
      benefit: { parts: [money, { kind: 'status', what: { en: 'taken off the normal price' } }] },
    })
    expect(decision({ ...ofResident, normalPricePaid: true }, from)).toMatchObject({
      ...grant,
      benefit: { parts: [money, { kind: 'status', what: { en: 'paid back, because the normal price was paid' } }] },
    })
  })

  it.each<IsoDate>(['2020-01-01', '2024-04-26', '2024-04-27', '2026-11-24'])('is the same on %s', (on) =>
    expect(decision({ ...bought, buyer: resident }, on)).toMatchObject({
      benefit: { parts: [{ kind: 'money', amount: euro(15) }, {}] },
    }),
  )

  it('has no value before there was a zone, and none is made up', () =>
    expect(() => decision({ ...bought, buyer: resident }, '2019-12-31')).toThrow(
      expect.objectContaining({ code: 'parameter-not-in-force' }),
    ))

  it('is for the buyer', () => {
    const decided = decision(bought)
    expect(decided.outcome === 'eligible' && decided.recipient).toBe(entitled)
  })
})

describe('who is entitled', () => {
  const elsewhere: Person = { ...entitled, municipality: '44013' }
  const inGhent: Person = { ...entitled, municipality: '44021' }
  it.each<readonly [string, Person, IsoDate, string]>([
    ['who lives elsewhere, on the last day for residents', elsewhere, '2024-04-26', 'not eligible'],
    ['who lives elsewhere, on the first day for all', elsewhere, '2024-04-27', 'eligible'],
    ['who lives in Ghent, outside the zone', { ...inGhent, addressInZone: false }, '2024-04-26', 'not eligible'],
    ['who lives in Ghent, and nobody said whether in the zone', inGhent, '2024-04-26', 'undetermined'],
    ['who lives in the zone', { ...inGhent, addressInZone: true }, '2024-04-26', 'eligible'],
    ['who lives wherever, since', entitled, '2024-04-27', 'eligible'],
    ['who has no increased reimbursement', { increasedReimbursement: false }, '2024-04-27', 'not eligible'],
  ])('%s', (_, buyer, on, expected) => expect(outcome({ ...bought, buyer }, on)).toBe(expected))

  it.each<readonly [IsoDate, string]>([
    ['2026-02-28', 'not eligible'],
    ['2026-03-01', 'eligible'],
    ['2026-03-31', 'eligible'],
    ['2026-04-01', 'not eligible'],
  ])('reads the status on the day of entry: of March only, on %s: %s', (on, expected) => {
    const increasedReimbursement = during({ from: '2026-03-01', until: '2026-04-01' })
    expect(outcome({ ...bought, buyer: { increasedReimbursement } }, on)).toBe(expected)
  })
})

describe('a vehicle whose prices were not found', () => {
  it.each<readonly [string, Vehicle]>([
    ['on petrol', { ...car, fuels: ['petrol'] }],
    ['with another norm', { ...car, euroNorm: '3' }],
    ['without a norm', { ...car, euroNorm: null }],
    ['a van', { ...car, vehicleCategory: 'N1' }],
  ])('%s waits for a person', (_, authorisedVehicle) => {
    expect(outcome({ ...bought, authorisedVehicle })).toBe('undetermined')
    const settled = (samePrices: boolean) => ({ ...authorisedVehicle, samePrices })
    expect(outcome({ ...bought, authorisedVehicle: settled(true) })).toBe('eligible')
    expect(outcome({ ...bought, authorisedVehicle: settled(false) })).toBe('not eligible')
  })
})

describe('what is not known', () => {
  it.each<readonly [string, Partial<Authorisation>]>([
    ['the buyer', { buyer: down }],
    ['increased reimbursement', { buyer: { increasedReimbursement: down } }],
    ['the vehicle', { authorisedVehicle: down }],
    ['its norm', { authorisedVehicle: { ...car, euroNorm: down } }],
  ])('leaves it undetermined: %s', (_, facts) => expect(outcome({ ...bought, ...facts })).toBe('undetermined'))

  it('does not matter to who has no increased reimbursement', () =>
    expect(outcome({ buyer: { increasedReimbursement: false } })).toBe('not eligible'))

  it('leaves it undetermined: for how long it is bought, and so for how much', () =>
    expect(outcome({ ...bought, duration: down })).toBe('undetermined'))

  it('leaves the form open, never the amount, while it is not known what was paid', () =>
    expect(decision({ ...bought, normalPricePaid: down })).toMatchObject({
      outcome: 'eligible',
      open: ['benefit'],
      benefit: { parts: [{ kind: 'money', amount: euro(15) }, {}] },
    }))
})

it('tells who may buy at the tariff in words, and the city by its name', () => {
  const [requirement = '', rest = ''] = tell(ghentLowEmissionZoneTariff, { in: dutch }).split('## Gronden')
  expect(requirement).toContain('de koper woont in de zone, als het tarief alleen voor inwoners is')
  expect(rest).toContain('- woont in Gent')
})
