import { during, type IsoDate, type PersonIn, type SubjectOf, unknown } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { missing } from '@vanzelf/rules/require'
import { describe, expect, it } from 'vitest'
import { ghentLowEmissionZoneExemption } from './ghent-exemption.ts'

type Person = PersonIn<typeof ghentLowEmissionZoneExemption>
type Vehicle = SubjectOf<typeof ghentLowEmissionZoneExemption>

const on = '2026-03-10'
const down = unknown('unavailable')
const unlimited = { from: '2015-06-01' } as const
const nothing: Person = { parkingCard: null, increasedReimbursement: false }
const both: Person = { parkingCard: unlimited, increasedReimbursement: true }
const cardOnly: Person = { parkingCard: unlimited, increasedReimbursement: false }
const reimbursementOnly: Person = { parkingCard: null, increasedReimbursement: true }

/** A vehicle whose holder lives with others; not adapted unless it says so. */
function vehicle(
  holder: Person,
  others: readonly Person[] = [],
  adaptedForDisability: Vehicle['adaptedForDisability'] = false,
): Vehicle {
  const person: Person = { ...holder }
  person.registeredAtSameAddress = [person, ...others]
  return { holder: person, adaptedForDisability }
}

const decision = (of: Vehicle, date: IsoDate = on) => decide(ghentLowEmissionZoneExemption, of, date)
const outcome = (of: Vehicle, date: IsoDate = on) => decision(of, date).outcome

describe('who is entitled', () => {
  // The ground by its letter in the list of exemptions; without one: not eligible.
  it.each<readonly [string, Vehicle, string | undefined]>([
    ['the holder has both', vehicle(both), '(a)'],
    ['somebody at the address has both', vehicle(nothing, [both]), '(a)'],
    ['the last of many at the address has both', vehicle(nothing, [nothing, cardOnly, both]), '(a)'],
    ['the holder has a card only', vehicle(cardOnly), undefined],
    ['the holder has increased reimbursement only', vehicle(reimbursementOnly), undefined],
    ['the holder has the card and another the reimbursement', vehicle(cardOnly, [reimbursementOnly]), undefined],
    ['the holder has the reimbursement and another the card', vehicle(reimbursementOnly, [cardOnly]), undefined],
    ['nobody has anything', vehicle(nothing, [nothing]), undefined],
    ['the vehicle is adapted and the holder has a card', vehicle(cardOnly, [], true), '(b)'],
    ['the vehicle is adapted and somebody at the address has a card', vehicle(nothing, [cardOnly], true), '(b)'],
    ['the vehicle is adapted and nobody has a card', vehicle(reimbursementOnly, [nothing], true), undefined],
    ['both grounds: the first is named', vehicle(both, [], true), '(a)'],
    ['an organisation holds it', { holder: null, adaptedForDisability: true }, undefined],
  ])('%s', (_, of, letter) => {
    const decided = decision(of)
    expect(decided.outcome).toBe(letter ? 'eligible' : 'not eligible')
    if (decided.outcome === 'eligible') expect(decided.ground).toContain(letter)
  })

  it.each<readonly [string, Exclude<Person['parkingCard'], undefined>, string]>([
    ['delivered on the day', { from: on }, 'eligible'],
    ['delivered the day after', { from: '2026-03-11' }, 'not eligible'],
    ['valid for the last time on the day', { from: '2016-03-11', until: '2026-03-11' }, 'eligible'],
    ['valid for the last time the day before', { from: '2016-03-10', until: on }, 'not eligible'],
  ])('a card %s: %s', (_, parkingCard, expected) => expect(outcome(vehicle({ ...both, parkingCard }))).toBe(expected))

  it.each<readonly [IsoDate, string]>([
    ['2026-02-28', 'not eligible'],
    ['2026-03-01', 'eligible'],
    ['2026-03-31', 'eligible'],
    ['2026-04-01', 'not eligible'],
  ])('increased reimbursement in March only, on %s: %s', (date, expected) => {
    const increasedReimbursement = during({ from: '2026-03-01', until: '2026-04-01' })
    expect(outcome(vehicle({ ...both, increasedReimbursement }), date)).toBe(expected)
  })
})

describe('for how long', () => {
  it.each<readonly [string, Vehicle, IsoDate]>([
    ['a card without an end: five years', vehicle(both), '2031-03-10'],
    [
      'a card that ends earlier',
      vehicle({ ...both, parkingCard: { from: '2016-01-01', until: '2028-02-01' } }),
      '2028-02-01',
    ],
    [
      'one that ends a day before the five years',
      vehicle({ ...both, parkingCard: { from: '2016-01-01', until: '2031-03-09' } }),
      '2031-03-09',
    ],
    [
      'one that ends with the five years',
      vehicle({ ...both, parkingCard: { from: '2016-01-01', until: '2031-03-10' } }),
      '2031-03-10',
    ],
    [
      'one that ends a day after them',
      vehicle({ ...both, parkingCard: { from: '2016-01-01', until: '2031-03-11' } }),
      '2031-03-10',
    ],
    [
      'the card of somebody at the address',
      vehicle(nothing, [{ ...both, parkingCard: { from: '2016-01-01', until: '2027-05-01' } }]),
      '2027-05-01',
    ],
    [
      'of two at the address the one that ends last',
      vehicle(nothing, [
        { ...both, parkingCard: { from: '2016-01-01', until: '2027-05-01' } },
        { ...both, parkingCard: { from: '2016-01-01', until: '2029-05-01' } },
      ]),
      '2029-05-01',
    ],
    [
      "the holder's own before another's, though it ends earlier",
      vehicle({ ...both, parkingCard: { from: '2016-01-01', until: '2027-05-01' } }, [both]),
      '2027-05-01',
    ],
    [
      "not the holder's own, where it does not entitle",
      vehicle({ ...cardOnly, parkingCard: unlimited }, [
        { ...both, parkingCard: { from: '2016-01-01', until: '2027-05-01' } },
      ]),
      '2027-05-01',
    ],
    [
      'an adapted vehicle: the card of who has no increased reimbursement',
      vehicle({ ...cardOnly, parkingCard: { from: '2016-01-01', until: '2027-05-01' } }, [], true),
      '2027-05-01',
    ],
  ])('%s', (_, of, until) =>
    expect(decision(of)).toMatchObject({ outcome: 'eligible', open: [], period: { from: on, until } }),
  )

  it('from 29 February: until the last day of February five years on', () =>
    expect(decision(vehicle(both), '2028-02-29')).toMatchObject({
      period: { from: '2028-02-29', until: '2033-02-28' },
    }))

  it('has no length before there was a zone, and none is made up', () => {
    const before = () => decision(vehicle(both), '2019-12-31')
    expect(before).toThrow(expect.objectContaining({ code: 'parameter-not-in-force' }))
    expect(outcome(vehicle(both), '2020-01-01')).toBe('eligible')
  })
})

describe('what is not known', () => {
  it.each<readonly [string, Vehicle]>([
    ['the holder', { holder: down, adaptedForDisability: false }],
    ['whether the holder has a card', vehicle({ ...both, parkingCard: down })],
    ['whether the holder has increased reimbursement', vehicle({ ...both, increasedReimbursement: down })],
    [
      'who else is registered at the address',
      { holder: { ...nothing, registeredAtSameAddress: down }, adaptedForDisability: false },
    ],
    ['whether another has a card', vehicle(nothing, [{ ...both, parkingCard: down }])],
    ['whether the vehicle is adapted, of who has a card', vehicle(cardOnly, [], down)],
  ])('leaves it undetermined: %s', (_, of) => expect(outcome(of)).toBe('undetermined'))

  it.each<readonly [string, Vehicle, string]>([
    [
      'the address, where the holder has both',
      { holder: { ...both, registeredAtSameAddress: down }, adaptedForDisability: false },
      'eligible',
    ],
    ['another, where the holder has both', vehicle(both, [{}]), 'eligible'],
    ['whether it is adapted, where the holder has both', vehicle(both, [], down), 'eligible'],
    ['whether it is adapted, where nobody has a card', vehicle(reimbursementOnly, [nothing], down), 'not eligible'],
    ['the reimbursement of who has no card', vehicle({ parkingCard: null }), 'not eligible'],
    ['the card of who has no increased reimbursement', vehicle({ increasedReimbursement: false }), 'not eligible'],
    ['the reimbursement, where the vehicle is adapted', vehicle({ parkingCard: unlimited }, [], true), 'eligible'],
    ['whether it is adapted, of an organisation', { holder: null, adaptedForDisability: down }, 'not eligible'],
  ])('does not matter: %s: %s', (_, of, expected) => expect(outcome(of)).toBe(expected))

  it("leaves the end open between two cards, while it is not known whether the holder's entitles", () => {
    const holder: Person = { parkingCard: { from: '2016-01-01', until: '2027-05-01' }, increasedReimbursement: down }
    expect(decision(vehicle(holder, [both]))).toMatchObject({ outcome: 'eligible', open: ['period'] })
  })

  it('does not leave the end open by what lies beyond the five years', () => {
    const holder: Person = { parkingCard: { from: '2016-01-01', until: '2035-01-01' }, increasedReimbursement: down }
    expect(decision(vehicle(holder, [both]))).toMatchObject({ open: [], period: { until: '2031-03-10' } })
  })
})

describe('what is still asked', () => {
  const asked = (of: Vehicle) =>
    missing(ghentLowEmissionZoneExemption, of, on).map((one) => (one.kind === 'fact' ? one.fact.name : one.name))

  it.each<readonly [string, Vehicle, readonly string[]]>([
    ['nothing further of a holder who has both, nor of anybody else', { holder: both }, []],
    [
      'who else lives there, of a holder without a card',
      { holder: nothing, adaptedForDisability: false },
      ['registeredAtSameAddress'],
    ],
    ['nothing of an organisation', { holder: null }, []],
    ['only the reimbursement of who has a card', vehicle({ parkingCard: unlimited }), ['increasedReimbursement']],
  ])('%s', (_, of, facts) => expect(asked(of)).toEqual(facts))
})

describe('the grant', () => {
  it('goes to the vehicle, whose registration it is', () => {
    const car = vehicle(both)
    const decided = decision(car)
    expect(decided.outcome === 'eligible' && decided.recipient).toBe(car)
  })
  it('is for one vehicle per parking card', () =>
    expect(ghentLowEmissionZoneExemption.quota).toMatchObject({ times: 1, per: 'parking card' }))
})
