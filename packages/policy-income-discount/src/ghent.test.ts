import { euro, type IsoDate, type PersonIn, unknown, year } from '@vanzelf/rules'
import { describe as tell } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { decide } from '@vanzelf/rules/evaluate'
import { missing, unverified } from '@vanzelf/rules/require'
import { describe, expect, it } from 'vitest'
import { ghentIncomeDiscount } from './ghent.ts'

const ghent = ghentIncomeDiscount({ schools: ['990001', '990002'] })
type Person = PersonIn<typeof ghent>

const day = '2026-10-01'
const down = unknown('unavailable')
/** An adult with an assessment of each of these years, in euros. */
const adult = (incomes: { readonly [year: number]: number }, facts: Person = {}): Person => ({
  birthDate: '1985-02-01',
  latestAssessedYear: year(Math.max(...Object.keys(incomes).map(Number))),
  taxableIncome: Object.fromEntries(Object.entries(incomes).map(([of, amount]) => [of, euro(amount)])),
  ...facts,
})
/** A child in a municipal school and its care, in a household with these others. */
function childOf(others: readonly Person[], facts: Person = {}): Person {
  const child: Person = {
    birthDate: '2018-05-01',
    outOfSchoolCare: true,
    enrolments: [{ school: '990002', enrolmentPeriod: { from: '2020-09-01' } }],
    ...(others[0] && { referencePerson: others[0] }),
    ...facts,
  }
  child.householdMembers = [...others, child]
  return child
}
const outcome = (child: Person, on: IsoDate = day) => decide(ghent, child, on).outcome

/** What is granted, in words, or the outcome where nothing is. */
function granted(child: Person, on: IsoDate = day): readonly string[] | string {
  const decision = decide(ghent, child, on)
  if (decision.outcome !== 'eligible' || decision.benefit.kind !== 'composite') return decision.outcome
  return decision.benefit.parts.flatMap((part) => {
    if (part.kind === 'status') return [part.what.en]
    return part.kind === 'share' ? [`${part.amount} % of ${part.of.en}`] : []
  })
}
const care = 'income discount on out-of-school care, at the rate of the regulation'
const meals = '25 % of school meals'

describe('the discounts by household income', () => {
  // Income of the household; discount on care; discount on meals.
  it.each([
    [0, true, true],
    [22_999.99, true, true],
    [23_000, true, false],
    [23_000.01, true, false],
    [32_999.99, true, false],
    [33_000, false, false],
    [33_000.01, false, false],
    [90_000, false, false],
  ])('€ %d: care %s, meals %s', (income, onCare, onMeals) => {
    const parents = [adult({ 2025: income })]
    const only = (...discounts: readonly (string | false)[]) => {
      const those = discounts.filter((one) => one !== false)
      return those.length > 0 ? those : 'not eligible'
    }
    expect(granted(childOf(parents))).toEqual(only(onCare && care, onMeals && meals))
    expect(granted(childOf(parents, { enrolments: [] }))).toEqual(only(onCare && care))
    expect(granted(childOf(parents, { outOfSchoolCare: false }))).toEqual(only(onMeals && meals))
    expect(outcome(childOf(parents, { outOfSchoolCare: false, enrolments: [] }))).toBe('not eligible')
  })

  it.each<IsoDate>(['2020-09-01', '2023-06-30', '2026-11-24'])('have the same figures on %s', (on) => {
    const before = Number(on.slice(0, 4)) - 1
    expect(granted(childOf([adult({ [before]: 22_999.99 })]), on)).toEqual([care, meals])
    expect(granted(childOf([adult({ [before]: 23_000 })]), on)).toEqual([care])
    expect(outcome(childOf([adult({ [before]: 33_000 })]), on)).toBe('not eligible')
  })

  it('have none before the school year 2020-2021, and none is made up', () =>
    expect(() => outcome(childOf([adult({ 2019: 10_000 })]), '2020-08-31')).toThrow(
      expect.objectContaining({ code: 'parameter-not-in-force' }),
    ))

  it('name the ground by which', () => {
    const ground = (child: Person) => {
      const decision = decide(ghent, child, day)
      return decision.outcome === 'eligible' && decision.ground
    }
    expect(ground(childOf([adult({ 2025: 10_000 })]))).toContain('opvang')
    expect(ground(childOf([adult({ 2025: 10_000 })], { outOfSchoolCare: false }))).toContain('maaltijden')
  })
})

describe('which school', () => {
  const inSchool = (school: string, from: IsoDate, until?: IsoDate): Person =>
    childOf([adult({ 2025: 10_000 })], {
      outOfSchoolCare: false,
      enrolments: [{ school, enrolmentPeriod: until ? { from, until } : { from } }],
    })

  it.each<readonly [string, Person, string]>([
    ['one of the municipality', inSchool('990001', '2026-09-01'), 'eligible'],
    ['another', inSchool('990003', '2026-09-01'), 'not eligible'],
    ['one of the municipality, from today', inSchool('990001', '2026-10-01'), 'eligible'],
    ['one of the municipality, from tomorrow', inSchool('990001', '2026-10-02'), 'not eligible'],
    ['one of the municipality, until today', inSchool('990001', '2026-09-01', '2026-10-01'), 'not eligible'],
  ])('%s: %s', (_, child, expected) => expect(outcome(child)).toBe(expected))
})

describe('whose income', () => {
  it.each<readonly [string, readonly Person[], readonly string[] | string]>([
    ['two adults together below', [adult({ 2025: 12_000 }), adult({ 2025: 10_999.99 })], [care, meals]],
    ['two adults together at the limit', [adult({ 2025: 12_000 }), adult({ 2025: 11_000 })], [care]],
    [
      'a third adult, partner or not',
      [adult({ 2025: 12_000 }), adult({ 2025: 0 }), adult({ 2025: 21_000 })],
      'not eligible',
    ],
    ['who is 18 today counts', [adult({ 2025: 20_000 }), adult({ 2025: 3_000 }, { birthDate: '2008-10-01' })], [care]],
    [
      'who is 18 tomorrow does not',
      [adult({ 2025: 20_000 }), adult({ 2025: 3_000 }, { birthDate: '2008-10-02' })],
      [care, meals],
    ],
  ])('%s', (_, others, expected) => expect(granted(childOf(others))).toEqual(expected))
})

describe("a household in which nobody's income counts", () => {
  const minor: Person = { birthDate: '2010-05-01', latestAssessedYear: null }
  const alone = childOf([minor])
  const inCommunity = childOf([], { householdMembers: [] })

  it.each<readonly [string, Person]>([
    ['of minors only', alone],
    ['of the child alone', childOf([])],
    ['without members, as in a community', inCommunity],
  ])('%s has no income of zero: a person decides', (_, child) => {
    expect(outcome(child)).toBe('undetermined')
    const asked = missing(ghent, child, day).map((one) => one.kind === 'discretion' && one.name)
    expect(asked).toEqual(expect.arrayContaining(['careWithoutIncomes', 'mealsWithoutIncomes']))
  })

  it('may be granted either discount, or neither', () => {
    const decided = (careWithoutIncomes: boolean, mealsWithoutIncomes: boolean) =>
      granted({ ...alone, careWithoutIncomes, mealsWithoutIncomes })
    expect(decided(true, true)).toEqual([care, meals])
    expect(decided(true, false)).toEqual([care])
    expect(decided(false, true)).toEqual([meals])
    expect(decided(false, false)).toBe('not eligible')
  })

  it('waits while it is not known whether somebody is an adult', () => {
    const perhaps: Person = { birthDate: down, latestAssessedYear: year(2025), taxableIncome: { 2025: euro(0) } }
    const child = { ...childOf([perhaps]), careWithoutIncomes: false, mealsWithoutIncomes: false }
    expect(outcome(child)).toBe('undetermined')
    expect(outcome({ ...child, careWithoutIncomes: true, mealsWithoutIncomes: true })).toBe('eligible')
  })

  it('of no school and no care is asked nothing', () =>
    expect(outcome({ ...alone, outOfSchoolCare: false, enrolments: [] })).toBe('not eligible'))

  it('does not leave to a person what an income decides', () => {
    const overrule = { careWithoutIncomes: true, mealsWithoutIncomes: true }
    expect(outcome(childOf([adult({ 2025: 33_000 })], overrule))).toBe('not eligible')
  })
})

describe('the most recent notice', () => {
  const anna = adult({ 2025: 30_000, 2024: 10_000 })

  it('is one year for all: the most recent of which each of them has one', () => {
    expect(granted(childOf([anna, adult({ 2024: 12_999.99 })]))).toEqual([care, meals])
    expect(granted(childOf([anna, adult({ 2024: 13_000 })]))).toEqual([care])
    expect(granted(childOf([anna]))).toEqual([care])
  })

  it('that somebody never had leaves it open, unless the others exceed the limits already', () => {
    const never: Person = {
      birthDate: '2005-02-01',
      latestAssessedYear: null,
      taxableIncome: { 2025: unknown('not found') },
    }
    expect(outcome(childOf([adult({ 2025: 10_000 }), never]))).toBe('undetermined')
    expect(outcome(childOf([adult({ 2025: 33_000 }), never]))).toBe('not eligible')
  })
})

describe('what is not known', () => {
  const poor = adult({ 2025: 10_000 })
  const rich = adult({ 2025: 33_000 })
  const silent: Person = { birthDate: '1985-02-01', latestAssessedYear: year(2025), taxableIncome: { 2025: down } }

  it.each<readonly [string, Person, string]>([
    ['an income that could still matter', childOf([poor, silent]), 'undetermined'],
    ['an income beside one that reaches the limit', childOf([rich, silent]), 'not eligible'],
    [
      'the income of somebody of whom only the year of birth is known, an adult',
      childOf([poor, { ...silent, birthDate: { least: '1985-01-01', most: '1985-12-31' } }]),
      'undetermined',
    ],
    ['the income of a minor', childOf([poor, { ...silent, birthDate: '2012-01-01' }]), 'eligible'],
    ['the latest year of somebody', childOf([poor, { ...silent, latestAssessedYear: down }]), 'undetermined'],
    ['the household', { ...childOf([poor]), householdMembers: down }, 'undetermined'],
    [
      'the household of who is in no school or care',
      { outOfSchoolCare: false, enrolments: [], householdMembers: down },
      'not eligible',
    ],
    ['the school, beside care', childOf([poor], { enrolments: down }), 'eligible'],
    ['the school, without care', childOf([poor], { outOfSchoolCare: false, enrolments: down }), 'undetermined'],
    [
      'school and care, beside an income that reaches the limit',
      childOf([rich], { outOfSchoolCare: down, enrolments: down }),
      'not eligible',
    ],
    ['the reference person', childOf([poor], { referencePerson: down }), 'eligible'],
  ])('%s: %s', (_, child, expected) => expect(outcome(child)).toBe(expected))

  it('is told as open in the decision', () => {
    expect(decide(ghent, childOf([poor], { enrolments: down }), day)).toMatchObject({ open: ['benefit'] })
    expect(decide(ghent, childOf([poor], { outOfSchoolCare: down }), day)).toMatchObject({
      open: ['ground', 'benefit'],
    })
    expect(decide(ghent, childOf([poor], { referencePerson: down }), day)).toMatchObject({ open: ['recipient'] })
  })

  it('is asked in an order that spares an income which cannot matter', () => {
    const names = (child: Person) =>
      missing(ghent, child, day).map((one) => (one.kind === 'fact' ? one.fact.name : one.name))
    expect(names({ outOfSchoolCare: false, enrolments: [] })).toEqual([])
    // Of a household that is not known yet there may be nobody whose income counts.
    expect(names({ outOfSchoolCare: true, enrolments: [] })).toEqual([
      'householdMembers',
      'careWithoutIncomes',
      'referencePerson',
    ])
    expect(names(childOf([{ birthDate: '1985-02-01' }]))).toEqual(['latestAssessedYear'])
    expect(names(childOf([rich, { birthDate: '1985-02-01', latestAssessedYear: year(2025) }]))).toEqual([])
  })
})

describe('the grant', () => {
  it('is for the school year, to the reference person of the household', () => {
    const anna = adult({ 2025: 10_000 })
    const decision = decide(ghent, childOf([anna]), day)
    expect(decision).toMatchObject({ period: { from: '2026-09-01', until: '2027-09-01' }, open: [] })
    expect(decision.outcome === 'eligible' && decision.recipient).toBe(anna)
  })

  it('is given once to a child in a school year', () => expect(ghent.quota).toMatchObject({ times: 1, per: 'person' }))

  it('rests on no verified figure, and says what was not found', () => {
    const found = unverified(ghent, day)
    expect(found.map(({ parameter }) => parameter).toSorted()).toEqual(['careIncome', 'mealsDiscount', 'mealsIncome'])
    for (const { note } of found) expect(note).toContain('not found')
  })
})

it('tells by each ground what it asks, and never by the right that it gives', () => {
  const [, grounds = ''] = tell(ghent, { in: dutch }).split('## Gronden')
  const [told = ''] = grounds.split('## Wat wordt toegekend')
  expect(told).toContain('het gezinsinkomen is lager dan de grens voor opvang')
  expect(told).toContain('het gezinsinkomen is lager dan de grens voor maaltijden')
  expect(told).not.toContain('heeft recht op')
})
