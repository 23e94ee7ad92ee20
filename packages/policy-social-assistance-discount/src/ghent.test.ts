import { during, type IsoDate, type PersonIn, unknown } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { missing, unverified } from '@vanzelf/rules/require'
import { describe, expect, it } from 'vitest'
import { ghentSocialAssistanceDiscount } from './ghent.ts'

const discount = ghentSocialAssistanceDiscount({ schools: ['990001', '990002'] })
type Person = PersonIn<typeof discount>

const START: IsoDate = '2026-09-01'
const nothing: Person = { livingWagePaid: false, livingWage: false }
const assisted: Person = { livingWagePaid: true, livingWage: true }
const at = (school: string): Pick<Person, 'enrolments'> => ({
  enrolments: [{ school, enrolmentPeriod: { from: '2026-09-01', until: '2027-07-01' } }],
})
/** A child in care and in a municipal school, of a family in which nobody receives anything. */
const child = (facts: Person = {}): Person => ({
  outOfSchoolCare: true,
  ...at('990001'),
  householdMembers: [nothing, nothing],
  ...facts,
})
const entitled = (facts: Person = {}) => child({ householdMembers: [nothing, assisted], ...facts })
const outcome = (person: Person, on: IsoDate = START) => decide(discount, person, on).outcome

/** What is taken off, by what it is taken off: `{ 'school meals': 80 }`. */
function takenOff(person: Person, on: IsoDate = START) {
  const decision = decide(discount, person, on)
  if (decision.outcome !== 'eligible' || decision.benefit.kind !== 'composite') return decision.outcome
  return Object.fromEntries(
    decision.benefit.parts.flatMap((part) => (part.kind === 'share' ? [[part.of.en, part.amount]] : [])),
  )
}

describe('the discount', () => {
  // The page's own table, its row of a living wage: care, meals.
  it.each<readonly [string, Person, object | string]>([
    ['in care, and in a municipal school', entitled(), { 'out-of-school care': 100, 'school meals': 80 }],
    ['in care only', entitled({ enrolments: [] }), { 'out-of-school care': 100 }],
    ['in care, and in another school', entitled(at('990003')), { 'out-of-school care': 100 }],
    ['in a municipal school only', entitled({ outOfSchoolCare: false }), { 'school meals': 80 }],
    [
      'in another of the municipal schools',
      entitled({ outOfSchoolCare: false, ...at('990002') }),
      { 'school meals': 80 },
    ],
    ['in neither', entitled({ outOfSchoolCare: false, enrolments: [] }), 'not eligible'],
    ['in neither, and in another school', entitled({ outOfSchoolCare: false, ...at('990003') }), 'not eligible'],
    ['of a family without assistance', child(), 'not eligible'],
  ])('of a child %s', (_, person, expected) => expect(takenOff(person)).toEqual(expected))

  it.each<readonly [IsoDate]>([['2020-09-01'], ['2021-08-31'], ['2026-11-24']])('is the same on %s', (on) =>
    expect(takenOff(entitled({ enrolments: [] }), on)).toEqual({ 'out-of-school care': 100 }),
  )

  it('has no rate before the school year 2020-2021, and none is made up', () =>
    expect(() => decide(discount, entitled(), '2020-08-31')).toThrow(
      expect.objectContaining({ code: 'parameter-not-in-force' }),
    ))

  it.each<readonly [IsoDate, object | string]>([
    ['2026-08-31', 'not eligible'],
    ['2026-09-01', { 'school meals': 80 }],
    ['2027-06-30', { 'school meals': 80 }],
    ['2027-07-01', 'not eligible'],
  ])('of meals follows the days of the enrolment: on %s', (on, expected) =>
    expect(takenOff(entitled({ outOfSchoolCare: false }), on)).toEqual(expected),
  )
})

describe('a family on social assistance', () => {
  it.each<readonly [string, readonly Person[], string]>([
    ['a living wage that the city itself pays', [{ livingWagePaid: true, livingWage: false }], 'eligible'],
    ['one that another centre pays', [{ livingWagePaid: false, livingWage: true }], 'eligible'],
    ['that the child itself receives', [assisted], 'eligible'],
    ['that one of many members receives', [nothing, nothing, nothing, assisted], 'eligible'],
    ['that nobody receives', [nothing, nothing, nothing], 'not eligible'],
  ])('%s', (_, householdMembers, expected) => expect(outcome(child({ householdMembers }))).toBe(expected))

  it.each<readonly [string, IsoDate, string]>([
    ['the day before it starts', '2026-09-30', 'not eligible'],
    ['the day it starts', '2026-10-01', 'eligible'],
    ['its last day', '2026-11-30', 'eligible'],
    ['the day it has ended', '2026-12-01', 'not eligible'],
  ])('is one on the day of the decision: %s', (_, on, expected) => {
    const spell = during({ from: '2026-10-01', until: '2026-12-01' })
    const householdMembers = [{ livingWagePaid: spell, livingWage: spell }]
    expect(outcome(child({ householdMembers }), on)).toBe(expected)
  })
})

describe('what is not known', () => {
  const down = unknown('unavailable')

  it.each<readonly [string, Person, string]>([
    [
      'the status of the only member it could be',
      child({ householdMembers: [nothing, { livingWagePaid: false, livingWage: down }] }),
      'undetermined',
    ],
    [
      'the city’s own file, where social security says no',
      child({ householdMembers: [{ livingWagePaid: down, livingWage: false }] }),
      'undetermined',
    ],
    [
      'the city’s own file, where social security says yes',
      child({ householdMembers: [{ livingWagePaid: down, livingWage: true }] }),
      'eligible',
    ],
    [
      'the status of one member, where another settles it',
      child({ householdMembers: [{ livingWagePaid: down }, assisted] }),
      'eligible',
    ],
    ['who the members are', child({ householdMembers: down }), 'undetermined'],
    ['both care and school', entitled({ outOfSchoolCare: down, enrolments: down }), 'undetermined'],
    ['care, of a child in no municipal school', entitled({ outOfSchoolCare: down, enrolments: [] }), 'undetermined'],
    [
      'any status, of a child in neither',
      child({ outOfSchoolCare: false, enrolments: [], householdMembers: down }),
      'not eligible',
    ],
    ['the reference person', entitled({ referencePerson: down }), 'eligible'],
  ])('%s', (_, person, expected) => expect(outcome(person)).toBe(expected))

  it('of the care leaves open what is taken off, never that meals are cheaper', () =>
    expect(decide(discount, entitled({ outOfSchoolCare: down, referencePerson: {} }), START)).toMatchObject({
      outcome: 'eligible',
      open: ['benefit'],
      benefit: { parts: [{ kind: 'open' }, { kind: 'share', amount: 80 }] },
    }))

  it('asks nobody’s status for a child that is in neither', () =>
    expect(missing(discount, { outOfSchoolCare: false, enrolments: [] }, START)).toEqual([]))
})

describe('the grant', () => {
  it('is for the school year, to the reference person', () => {
    const anna = { ...assisted }
    const person = child({ householdMembers: [anna], referencePerson: anna })
    const decision = decide(discount, person, '2027-02-15')
    expect(decision).toMatchObject({ period: { from: '2026-09-01', until: '2027-09-01' }, open: [] })
    expect(decision.outcome === 'eligible' && decision.recipient).toBe(anna)
  })

  it('rests on rates that nobody has verified, and says what was not found', () => {
    const found = unverified(discount, START)
    expect(found.map(({ parameter }) => parameter)).toEqual(['socialCareDiscount', 'socialMealsDiscount'])
    for (const { note } of found) expect(note).toMatch(/not found/)
  })
})
