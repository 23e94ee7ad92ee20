import {
  applicant,
  between,
  calendarYear,
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
  throughout,
  unknown,
} from '@vanzelf/rules'
import { describe as tell } from '@vanzelf/rules/describe'
import { german } from '@vanzelf/rules/describe/de'
import { english } from '@vanzelf/rules/describe/en'
import { french } from '@vanzelf/rules/describe/fr'
import { dutch } from '@vanzelf/rules/describe/nl'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { adults, minors } from './adults-and-minors.ts'
import { isAdult, isMinor } from './age-of-majority.ts'
import { atThisAddressSince } from './at-this-address-since.ts'
import { type BirthDate, birthDate } from './birth-date.ts'
import { childrenOfReferencePerson, isChildOfReferencePerson } from './children-of-reference-person.ts'
import { dependants, numberOfDependants } from './dependants.ts'
import type { HouseholdMembers } from './household-members.ts'
import type { HouseholdPosition } from './household-position.ts'
import { isAlive } from './is-alive.ts'
import { isPartnerOfReferencePerson } from './is-partner-of-reference-person.ts'
import { isReferencePerson } from './is-reference-person.ts'
import { isSingleParent } from './is-single-parent.ts'
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

  const ghent = { nl: 'Gent', en: 'Ghent', fr: 'Gand', de: 'Gent' } as const

  it.each([
    ['44021', true],
    ['44013', false],
    [null, false],
  ] as const)(
    'is decided the same by a municipality with a name, with main residence in %s',
    (municipality, expected) => expect(evaluate(livesIn('44021', ghent), { municipality }, on)).toBe(expected),
  )

  it.each([
    [dutch, 'woont in Gent'],
    [french, 'habite à Gand'],
    [german, 'wohnt in Gent'],
    [english, 'lives in Ghent'],
  ] as const)('is told by that name: %#', (language, told) =>
    expect(tell(livesIn('44021', ghent), { in: language })).toContain(told),
  )

  it('is told in Dutch where the name has no French', () =>
    expect(tell(livesIn('44021', { nl: 'Gent', en: 'Ghent' }), { in: french })).toContain('woont in Gent'))

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
    ['2025-12-31', true],
    ['2026-01-01', true],
    ['2026-01-02', false],
  ] as const)(
    'on every day of the year, in a municipality or postcodes, having moved there on %s: %s',
    (moved, expected) => {
      const there = throughout(calendarYear, livesIn('44021'))
      const inZone = throughout(calendarYear, livesInPostcodes(['9000']))
      const since = <const V extends string>(before: V, then: V) =>
        ({
          timeline: [
            { until: moved, value: before },
            { from: moved, value: then },
          ],
        }) as const
      expect(evaluate(there, { municipality: since('44013', '44021') }, on)).toBe(expected)
      expect(evaluate(inZone, { postcode: since('9070', '9000') }, on)).toBe(expected)
    },
  )

  it('throughout a year is not known where a day of it is not', () =>
    expect(
      evaluate(
        throughout(calendarYear, livesIn('44021')),
        { municipality: { timeline: [{ from: '2026-02-01', value: '44021' }] } },
        on,
      ),
    ).toMatchObject({ unknown: expect.anything() }))

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

describe('who is who in a household', () => {
  type Person = SituationOf<HouseholdMembers | HouseholdPosition | BirthDate, 'person'>
  const born = { adult: '2008-01-01', minor: '2008-01-02' } as const
  const person = (householdPosition: string, age: keyof typeof born = 'adult'): Person => ({
    householdPosition,
    birthDate: born[age],
  })
  const household = (...others: readonly Person[]): Person => {
    const reference = person('01')
    reference.householdMembers = [reference, ...others]
    return reference
  }

  it.each([
    ['01', false, false],
    ['02', true, false],
    ['03', false, true],
    ['05', false, false],
    ['06', false, false],
    ['12', false, false],
    ['13', false, true],
    ['20', false, false],
    ['21', true, false],
    ['22', true, false],
  ])('position %s: partner %s, child %s', (position, partner, child) => {
    expect(evaluate(isPartnerOfReferencePerson, person(position), on)).toBe(partner)
    expect(evaluate(isChildOfReferencePerson, person(position), on)).toBe(child)
  })

  it('are adults and minors by the date at hand, children by their position', () => {
    const home = household(person('02'), person('03', 'minor'), person('03'), person('12', 'minor'))
    expect(evaluate(count(adults), home, on)).toBe(3)
    expect(evaluate(count(minors), home, on)).toBe(2)
    expect(evaluate(count(adults), home, '2026-01-02')).toBe(5)
    expect(evaluate(count(childrenOfReferencePerson), home, on)).toBe(2)
    expect(evaluate(count(childrenOfReferencePerson, isMinor), home, on)).toBe(1)
  })

  it.each<readonly [string, Person, boolean | 'unknown']>([
    ['lives alone', household(), false],
    ['lives with a minor child', household(person('03', 'minor')), true],
    ['lives with a minor stepchild', household(person('13', 'minor')), true],
    ['lives with a minor and a grown-up child', household(person('03', 'minor'), person('03')), true],
    ['lives with a grown-up child only', household(person('03')), false],
    ['lives with a spouse', household(person('02'), person('03', 'minor')), false],
    ['lives with a partner', household(person('21'), person('03', 'minor')), false],
    ['lives with a legal cohabitant', household(person('22'), person('03', 'minor')), false],
    ['lives with a partner who is a minor', household(person('21', 'minor'), person('03', 'minor')), false],
    ['lives with a parent', household(person('06'), person('03', 'minor')), false],
    ['lives with an adult who is not related', household(person('12'), person('03', 'minor')), false],
    ['lives with a minor who is not related', household(person('12', 'minor'), person('03', 'minor')), true],
    ['lives with a grandchild only', household(person('05', 'minor')), false],
    ['is no reference person', { ...household(person('03', 'minor')), householdPosition: '02' }, false],
    ['lives with who knows whom', { ...household(), householdMembers: down }, 'unknown'],
    ['lives with an adult of unknown position', household({ birthDate: born.adult }, person('03', 'minor')), 'unknown'],
    ['lives with a child of unknown age', household({ householdPosition: '03' }), 'unknown'],
    ['lives with a child of unknown age, and a spouse', household({ householdPosition: '03' }, person('02')), false],
    [
      'lives with a child of unknown age, and a minor one',
      household({ householdPosition: '03' }, person('03', 'minor')),
      true,
    ],
  ])('who %s is a single parent: %s', (_, situation, expected) => {
    const answer = evaluate(isSingleParent, situation, on)
    if (expected === 'unknown') expect(answer).toMatchObject({ unknown: expect.anything() })
    else expect(answer).toBe(expected)
  })

  it('tells of a child whether its reference person raises it alone', () =>
    expect(
      evaluate(of(referencePerson, isSingleParent), { referencePerson: household(person('03', 'minor')) }, on),
    ).toBe(true))
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
