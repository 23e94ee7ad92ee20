import {
  applicant,
  between,
  constant,
  count,
  every,
  type IsoDate,
  of,
  parameter,
  partialDate,
  type SituationOf,
  since,
  some,
  unknown,
} from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { isAdult, isMinor } from './age-of-majority.ts'
import { atThisAddressSince } from './at-this-address-since.ts'
import { type BirthDate, birthDate } from './birth-date.ts'
import { dependants, numberOfDependants } from './dependants.ts'
import type { HouseholdMembers } from './household-members.ts'
import type { HouseholdPosition } from './household-position.ts'
import { isAlive } from './is-alive.ts'
import { isReferencePerson } from './is-reference-person.ts'
import { livesAtSameAddressAs } from './lives-at-same-address-as.ts'
import { livesIn } from './lives-in.ts'
import { livesInPostcodes } from './lives-in-postcodes.ts'
import { otherHouseholdMembers } from './other-household-members.ts'
import { referencePerson } from './reference-person.ts'

const on = '2026-01-01'
const down = unknown('unavailable')

describe('where somebody lives', () => {
  it.each([
    ['44021', true],
    ['44013', false],
    [null, false],
  ] as const)('in Ghent, with main residence in %s: %s', (municipality, expected) => {
    expect(evaluate(livesIn('44021'), { municipality }, on)).toBe(expected)
    expect(evaluate(livesIn(constant('44021')), { municipality }, on)).toBe(expected)
  })

  it('is not known while the register is down', () =>
    expect(evaluate(livesIn('44021'), { municipality: down }, on)).toMatchObject({ unknown: expect.anything() }))

  it.each([
    ['9000', true],
    ['9070', false],
    [null, false],
  ] as const)('in a list of postcodes, at %s: %s', (postcode, expected) => {
    const list = parameter({
      name: 'zone',
      value: { type: 'texts' },
      history: [{ from: '2020-01-01', value: ['9000', '9030'], article: 'art. 1' }],
    })
    expect(evaluate(livesInPostcodes(['9000', '9030']), { postcode }, on)).toBe(expected)
    expect(evaluate(livesInPostcodes(list), { postcode }, on)).toBe(expected)
  })

  it.each([
    ['2025-01-01', true],
    ['2025-01-02', false],
  ] as const)(
    'in a municipality without interruption since a date, having moved there on %s: %s',
    (moved, expected) => {
      const municipality = {
        timeline: [
          { until: moved, value: '44013' },
          { from: moved, value: '44021' },
        ],
      } as const
      expect(evaluate(since('2025-01-01', livesIn('44021')), { municipality }, on)).toBe(expected)
    },
  )

  it.each([
    ['2024-12-31', true],
    ['2025-01-01', true],
    ['2025-01-02', false],
    [null, false],
    [between('2020-01-01', '2024-06-30'), true],
  ] as const)('at this address since 1 January 2025 or longer, having come on %j: %s', (addressSince, expected) =>
    expect(evaluate(atThisAddressSince('2025-01-01'), { addressSince }, on)).toBe(expected),
  )
})

describe('how old somebody is', () => {
  it.each<readonly [IsoDate, boolean]>([
    ['2008-01-01', true],
    ['2008-01-02', false],
    ['1930-05-05', true],
  ])('of age on 1 January 2026, born on %s: %s', (born, expected) => {
    expect(evaluate(isAdult, { birthDate: born }, on)).toBe(expected)
    expect(evaluate(isMinor, { birthDate: born }, on)).toBe(!expected)
  })

  it('is settled by a year of birth where any day of it gives the same', () => {
    expect(evaluate(isAdult, { birthDate: partialDate('1990') }, on)).toBe(true)
    expect(evaluate(isAdult, { birthDate: partialDate('2008') }, on)).toMatchObject({ unknown: expect.anything() })
  })
})

describe('whether somebody lives', () => {
  it.each([
    [null, true],
    ['2026-01-02', true],
    ['2026-01-01', false],
    ['2025-12-31', false],
  ] as const)('on 1 January 2026, with date of death %s: %s', (deathDate, expected) =>
    expect(evaluate(isAlive, { deathDate }, on)).toBe(expected),
  )
})

describe('a household', () => {
  type Person = SituationOf<HouseholdMembers | HouseholdPosition | BirthDate, 'person'>
  const anna: Person = { householdPosition: '01', birthDate: '1980-01-01' }
  const bram: Person = { householdPosition: '02', birthDate: '1981-01-01' }
  const cleo: Person = { householdPosition: '03', birthDate: '2015-01-01' }
  const members = [anna, bram, cleo]
  const situation: Person = { ...anna, householdMembers: members }

  it('has a reference person, told by the position', () =>
    expect([anna, bram, cleo].map((member) => evaluate(isReferencePerson, member, on))).toEqual([true, false, false]))

  it('has dependants: the members but for the reference person', () => {
    expect(evaluate(count(dependants), situation, on)).toBe(2)
    expect(evaluate(numberOfDependants, situation, on)).toBe(2)
    expect(evaluate(some(dependants, isMinor), situation, on)).toBe(true)
    expect(evaluate(every(dependants, isMinor), situation, on)).toBe(false)
  })

  it('of one has none, and their number needs nobody’s position', () => {
    expect(evaluate(numberOfDependants, { householdMembers: [{}] }, on)).toBe(0)
    expect(evaluate(numberOfDependants, { householdMembers: [{}, {}] }, on)).toBe(1)
  })

  it('that is not known has no number of dependants, not zero', () =>
    expect(evaluate(numberOfDependants, { householdMembers: down }, on)).toMatchObject({ least: 0 }))

  it('has others than the applicant', () => {
    const dina: Person = { birthDate: '1980-01-01' }
    dina.householdMembers = [dina, cleo]
    expect(evaluate(count(otherHouseholdMembers), dina, on)).toBe(1)
    expect(evaluate(every(otherHouseholdMembers, isMinor), dina, on)).toBe(true)
  })

  it('tells what its reference person is', () =>
    expect(evaluate(of(referencePerson, birthDate), { referencePerson: anna }, on)).toBe('1980-01-01'))
})

describe('an address', () => {
  it('is the same for who is among those registered there', () => {
    const anna: { registeredAtSameAddress?: readonly object[] } = {}
    anna.registeredAtSameAddress = [{}, anna]
    expect(evaluate(livesAtSameAddressAs(applicant), anna, on)).toBe(true)
    expect(evaluate(livesAtSameAddressAs(applicant), { registeredAtSameAddress: [{}] }, on)).toBe(false)
  })

  it('may be that of the reference person', () => {
    const bram = {}
    const criterion = livesAtSameAddressAs(of(applicant, referencePerson))
    expect(evaluate(criterion, { referencePerson: bram, registeredAtSameAddress: [{}, bram] }, on)).toBe(true)
    expect(evaluate(criterion, { referencePerson: bram, registeredAtSameAddress: [{}] }, on)).toBe(false)
  })
})
