import { euro, filter, isPresent, type PersonIn, parameter, percent, unknown, year } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { householdMembers, isAdult } from '@vanzelf/source-population-register'
import { latestAssessedYear, latestCommonYear, ownLatestYear } from '@vanzelf/source-tax'
import { describe, expect, it } from 'vitest'
import { incomeDiscount } from './income-discount.ts'

const amount = (name: string, euros: number) =>
  parameter({
    name,
    value: { type: 'money' },
    history: [{ from: '2026-01-01', value: euro(euros), article: 'art. 4', verified: true }],
  })
const rate = (name: string, value: number) =>
  parameter({
    name,
    value: { type: 'percentage' },
    history: [{ from: '2026-01-01', value: percent(value), article: 'art. 5', verified: true }],
  })

const adults = filter(householdMembers, isAdult)
const exampleville = {
  name: 'exampleville/income-discount',
  regulation: 'Exampleville, council decision 2025/40',
  schools: parameter({
    name: 'schools',
    value: { type: 'texts' },
    history: [{ from: '2026-01-01', value: ['990001'], article: 'annex 1', verified: true }],
  }),
  household: { of: adults, year: latestCommonYear(adults) },
  care: { incomeBelow: amount('careIncome', 30_000), discount: rate('careDiscount', 50) },
  meals: { incomeBelow: amount('mealsIncome', 20_000), discount: rate('mealsDiscount', 30) },
  articles: { care: 'art. 3, 1°', meals: 'art. 3, 2°' },
  basis: { childcare: 'art. 6', education: 'art. 7', 'population-register': 'art. 8', tax: 'art. 9' },
} as const
const ours = incomeDiscount(exampleville)
type Person = PersonIn<typeof ours>

const anna: Person = {
  birthDate: '1985-02-01',
  latestAssessedYear: year(2025),
  taxableIncome: { 2025: euro(16_000), 2024: euro(9_000) },
}
const bram: Person = { birthDate: '1984-02-01', latestAssessedYear: year(2024), taxableIncome: { 2024: euro(5_000) } }
const student: Person = {
  birthDate: '2006-02-01',
  latestAssessedYear: null,
  taxableIncome: { 2025: unknown('not found') },
}
const childOf = (members: readonly Person[]): Person => ({
  outOfSchoolCare: true,
  enrolments: [{ school: '990001', enrolmentPeriod: { from: '2026-09-01' } }],
  householdMembers: members,
  ...(members[0] && { referencePerson: members[0] }),
})

describe('a city of another name', () => {
  it('grants its own rates below its own limits, by its own articles', () =>
    expect(decide(ours, childOf([anna]), '2026-10-01')).toMatchObject({
      outcome: 'eligible',
      ground: 'art. 3, 1°',
      benefit: {
        parts: [
          { kind: 'share', amount: 50 },
          { kind: 'share', amount: 30 },
        ],
      },
    }))

  it('reads the most recent notice as its regulation does: one year for all, or of each the own', () => {
    const ofEach = incomeDiscount({ ...exampleville, household: { of: adults, year: ownLatestYear } })
    const parts = (policy: typeof ours) => {
      const decision = decide(policy, childOf([anna, bram]), '2026-10-01')
      return decision.outcome === 'eligible' && decision.benefit.kind === 'composite' && decision.benefit.parts
    }
    // 2024 for both is 14,000; of each the own is 16,000 and 5,000.
    expect(parts(ours)).toMatchObject([{ amount: 50 }, { amount: 30 }])
    expect(parts(ofEach)).toMatchObject([{ amount: 50 }, { kind: 'nothing' }])
  })

  it('may name a year', () => {
    const of2024 = incomeDiscount({ ...exampleville, household: { of: householdMembers, year: year(2024) } })
    const told = { ...childOf([]), householdMembers: [{ taxableIncome: { 2024: euro(20_000) } }], referencePerson: {} }
    expect(decide(of2024, told, '2026-10-01')).toMatchObject({
      benefit: { parts: [{ amount: 50 }, { kind: 'nothing' }] },
    })
  })

  it('may say that who was never assessed does not count, which nothing says by itself', () => {
    const family = childOf([anna, student])
    expect(decide(ours, family, '2026-10-01').outcome).toBe('undetermined')
    const assessed = filter(adults, isPresent(latestAssessedYear))
    const withoutThem = incomeDiscount({
      ...exampleville,
      household: { of: assessed, year: latestCommonYear(assessed) },
    })
    expect(decide(withoutThem, family, '2026-10-01').outcome).toBe('eligible')
    const notTold = childOf([anna, { ...student, latestAssessedYear: unknown('unavailable') }])
    expect(decide(withoutThem, notTold, '2026-10-01').outcome).toBe('undetermined')
  })

  it('has a rate for care, or leaves it to who bills', () => {
    const withoutRate = incomeDiscount({ ...exampleville, care: { incomeBelow: exampleville.care.incomeBelow } })
    expect(decide(withoutRate, childOf([anna]), '2026-10-01')).toMatchObject({
      benefit: { parts: [{ kind: 'status' }, { kind: 'share', amount: 30 }] },
    })
  })
})
