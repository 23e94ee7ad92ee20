import { euro, type IsoDate, type PersonIn, partialDate, unknown } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { meals } from './meals.ts'

type Person = PersonIn<typeof meals>

const adult = (income: number): Person => ({ birthDate: '1985-03-01', taxableIncome: { 2024: euro(income) } })
const child: Person = { birthDate: '2018-05-01', taxableIncome: { 2024: euro(0) } }
const household = (...householdMembers: Person[]): Person => ({
  municipality: '99999',
  livingWage: false,
  householdMembers,
})

/** The amount, or the outcome where none is granted for certain. */
function granted(person: Person, on: IsoDate = '2026-03-10') {
  const decision = decide(meals, person, on)
  return decision.outcome === 'eligible' && 'amount' in decision.benefit ? decision.benefit.amount : decision.outcome
}

describe('art. 2, 2°: a household income of at most € 23,000', () => {
  it.each([
    ['one cent below', 22_999.99, 50_00],
    ['the ceiling itself', 23_000, 50_00],
    ['one cent above', 23_000.01, 'not eligible'],
  ])('%s', (_, income, expected) => expect(granted(household(adult(income), child))).toBe(expected))

  it('is € 24,500 from September 2026, and then the income of the year before last is still that of 2024', () =>
    expect(granted(household(adult(24_500), child), '2026-09-01')).toBe(50_00))
})

describe('art. 3: € 50 for each child under 12, at most € 150', () => {
  it.each([
    ['no child: nothing, so not eligible', [], 'not eligible'],
    ['the day before the 12th birthday', [{ ...child, birthDate: '2014-03-11' }], 50_00],
    ['the 12th birthday', [{ ...child, birthDate: '2014-03-10' }], 'not eligible'],
    ['three children', [child, child, child], 150_00],
    ['four children', [child, child, child, child], 150_00],
  ] as const)('%s', (_, children, expected) => expect(granted(household(adult(20_000), ...children))).toBe(expected))
})

describe('what is not known', () => {
  it.each([
    [
      'an income, and the rest is already too much',
      household(adult(23_001), { ...child, taxableIncome: {} }),
      'not eligible',
    ],
    ['an income that may be too much', household(adult(20_000), { ...child, taxableIncome: {} }), 'undetermined'],
    ['incomes that do not matter', { ...household({}, child), livingWage: true }, { least: 50_00, most: 100_00 }],
    ['the municipality', { ...household(adult(20_000), child), municipality: unknown('unavailable') }, 'undetermined'],
    [
      'that there is no municipality is known',
      { ...household(adult(20_000), child), municipality: null },
      'not eligible',
    ],
    [
      'the day of birth, but not the year',
      household(adult(20_000), { ...child, birthDate: partialDate('2018') }),
      50_00,
    ],
    [
      'the year that would tell',
      household(adult(20_000), { ...child, birthDate: partialDate('2014') }),
      'undetermined',
    ],
  ] as const)('%s', (_, person, expected) => expect(granted(person)).toEqual(expected))
})
