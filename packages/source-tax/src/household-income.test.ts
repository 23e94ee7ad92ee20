import {
  count,
  euro,
  filter,
  inYear,
  is,
  parameter,
  type SituationOf,
  thisDay,
  unknown,
  year,
  yearOf,
  yearsBefore,
} from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { type HouseholdMembers, householdMembers, isAdult } from '@vanzelf/source-population-register'
import { describe, expect, it } from 'vitest'
import { householdIncome } from './household-income.ts'
import { householdIncomeAtMost } from './household-income-at-most.ts'
import { householdIncomeBelow } from './household-income-below.ts'
import { type JointTaxableIncome, jointTaxableIncome } from './joint-taxable-income.ts'
import type { LatestAssessedYear } from './latest-assessed-year.ts'
import { latestCommonYear } from './latest-common-year.ts'
import { ownLatestYear } from './own-latest-year.ts'
import type { TaxableIncome } from './taxable-income.ts'

type Person = SituationOf<HouseholdMembers | LatestAssessedYear | TaxableIncome | JointTaxableIncome, 'person'>

const day = '2026-11-24'
const down = unknown('unavailable')
const isUnknown = { unknown: expect.anything() }

/** Somebody with an assessment of each of these years. */
const assessed = (incomes: { readonly [year: number]: number }): Person => ({
  latestAssessedYear: year(Math.max(...Object.keys(incomes).map(Number))),
  taxableIncome: Object.fromEntries(Object.entries(incomes).map(([of, amount]) => [of, euro(amount)])),
})
/** Somebody of whom no assessment was found. */
const never: Person = { latestAssessedYear: null, taxableIncome: { 2025: unknown('not found') } }

describe('the income of a household', () => {
  const income = householdIncome({ of: householdMembers, year: yearsBefore(yearOf(thisDay), 1) })

  it.each<readonly [string, readonly Person[], unknown]>([
    ['of one', [assessed({ 2025: 16_775.45 })], 16_775_45],
    ['of three', [assessed({ 2025: 16_775.45 }), assessed({ 2025: 12_850 }), assessed({ 2025: 0 })], 29_625_45],
    ['of somebody who earned nothing', [assessed({ 2025: 0 })], 0],
    ['of whom another year only is assessed', [assessed({ 2024: 16_000 })], { least: 0 }],
    ['of whom there is no assessment', [never], { least: 0 }],
    ['of two, one without an assessment', [assessed({ 2025: 16_000 }), never], { least: 16_000_00 }],
  ])('%s', (_, members, expected) => {
    const told = evaluate(income, { householdMembers: members }, day)
    if (typeof expected === 'number') expect(told).toBe(expected)
    else expect(told).toMatchObject({ ...(expected as object), most: Number.POSITIVE_INFINITY })
  })

  it('is never zero because a list is not known', () =>
    expect(evaluate(income, { householdMembers: down }, day)).toMatchObject({ least: 0 }))

  it('counts whom the regulation counts', () => {
    const adults = filter(householdMembers, isAdult)
    const child = { birthDate: '2012-05-01', ...assessed({ 2025: 4_000 }) } as const
    const parent = { birthDate: '1980-05-01', ...assessed({ 2025: 20_000 }) } as const
    const family = { householdMembers: [parent, child] }
    expect(evaluate(householdIncome({ of: adults, year: year(2025) }), family, day)).toBe(20_000_00)
    expect(evaluate(householdIncome({ of: householdMembers, year: year(2025) }), family, day)).toBe(24_000_00)
  })
})

describe('below and at most a limit', () => {
  const household = { of: householdMembers, year: year(2025) }
  const limit = parameter({
    name: 'incomeLimit',
    value: { type: 'money' },
    history: [{ from: '2020-09-01', value: euro(23_000), article: 'art. 4', verified: true }],
  })

  it.each<readonly [readonly Person[], boolean, boolean]>([
    [[assessed({ 2025: 22_999.99 })], true, true],
    [[assessed({ 2025: 23_000 })], false, true],
    [[assessed({ 2025: 23_000.01 })], false, false],
    [[assessed({ 2025: 11_500 }), assessed({ 2025: 11_499.99 })], true, true],
    [[assessed({ 2025: 11_500 }), assessed({ 2025: 11_500 })], false, true],
    [[assessed({ 2025: 11_500 }), assessed({ 2025: 11_500.01 })], false, false],
    [[], true, true],
  ])('row %#: below %s, at most %s', (members, isBelow, isAtMost) => {
    for (const by of [euro(23_000), limit]) {
      expect(evaluate(householdIncomeBelow(by, household), { householdMembers: members }, day)).toBe(isBelow)
      expect(evaluate(householdIncomeAtMost(by, household), { householdMembers: members }, day)).toBe(isAtMost)
    }
  })

  it('are settled by what is known once that suffices, and not before', () => {
    const below = (amount: number) =>
      evaluate(householdIncomeBelow(limit, household), { householdMembers: [assessed({ 2025: amount }), never] }, day)
    expect(below(22_999.99)).toMatchObject(isUnknown)
    expect(below(23_000)).toBe(false)
    const atMost = (amount: number) =>
      evaluate(householdIncomeAtMost(limit, household), { householdMembers: [assessed({ 2025: amount }), never] }, day)
    expect(atMost(23_000)).toMatchObject(isUnknown)
    expect(atMost(23_000.01)).toBe(false)
  })

  it('read the limit on the date at hand', () =>
    expect(() => evaluate(householdIncomeBelow(limit, household), { householdMembers: [] }, '2020-08-31')).toThrow(
      expect.objectContaining({ code: 'parameter-not-in-force' }),
    ))
})

describe('the most recent assessment', () => {
  const ofEach = householdIncome({ of: householdMembers, year: ownLatestYear })
  const ofAll = householdIncome({ of: householdMembers, year: latestCommonYear(householdMembers) })
  const anna = assessed({ 2025: 10_000, 2024: 9_000, 2023: 8_000 })
  const bram = assessed({ 2024: 5_000, 2023: 4_000 })

  it.each<readonly [string, readonly Person[], number, number]>([
    ['all assessed for the same year', [anna, assessed({ 2025: 1_000 })], 11_000_00, 11_000_00],
    ['one of them for an earlier year only', [anna, bram], 15_000_00, 14_000_00],
    ['of one person', [bram], 5_000_00, 5_000_00],
    ['of nobody', [], 0, 0],
  ])('%s: of each, and of all', (_, members, each, all) => {
    expect(evaluate(ofEach, { householdMembers: members }, day)).toBe(each)
    expect(evaluate(ofAll, { householdMembers: members }, day)).toBe(all)
  })

  it('of somebody who never had one leaves the income open, and holds nobody else back', () => {
    for (const income of [ofEach, ofAll])
      expect(evaluate(income, { householdMembers: [anna, never] }, day)).toMatchObject({
        least: 10_000_00,
        most: Number.POSITIVE_INFINITY,
      })
  })

  it('that is not known leaves the income between what it may be', () => {
    const open: Person = { latestAssessedYear: down, taxableIncome: { 2025: euro(7_000), 2024: euro(6_000) } }
    const most = Number.POSITIVE_INFINITY
    expect(evaluate(ofEach, { householdMembers: [anna, open] }, day)).toMatchObject({ least: 10_000_00, most })
    expect(evaluate(ofAll, { householdMembers: [anna, open] }, day)).toMatchObject({ least: 0, most })
  })

  it('in common is the earliest of the most recent, whether or not the others have one of it', () => {
    const household = { householdMembers: [assessed({ 2025: 10_000 }), bram] }
    expect(evaluate(latestCommonYear(householdMembers), household, day)).toBe(2024)
    expect(evaluate(ofAll, household, day)).toMatchObject({ least: 5_000_00, most: Number.POSITIVE_INFINITY })
  })

  it('in common is one year, the same for whoever is at hand', () => {
    const common = latestCommonYear(householdMembers)
    const family = { householdMembers: [anna, bram] }
    expect(evaluate(common, family, day)).toBe(2024)
    expect(evaluate(count(householdMembers, is(ownLatestYear, common)), family, day)).toBe(1)
  })
})

it('tells the income of a whole assessment, which is not for adding up', () => {
  const joint = inYear(year(2025), jointTaxableIncome)
  expect(evaluate(joint, { jointTaxableIncome: { 2025: euro(30_000) } }, day)).toBe(30_000_00)
})
