import { type AsksOfPolicy, euro, parameter, year } from '@vanzelf/rules'
import { type HouseholdMembers, householdMembers } from '@vanzelf/source-population-register'
import { expectTypeOf, it } from 'vitest'
import type { GhentIncomeDiscountFacts, ghentIncomeDiscount } from './ghent.ts'
import { type IncomeDiscountFacts, type IncomeDiscountOptions, incomeDiscount } from './income-discount.ts'

it('knows the facts it asks', () =>
  expectTypeOf<AsksOfPolicy<ReturnType<typeof ghentIncomeDiscount>>>().toEqualTypeOf<GhentIncomeDiscountFacts>())

it('asks besides what the definition of the household asks, and nothing else', () => {
  const options = {} as IncomeDiscountOptions<HouseholdMembers, never>
  const ofAll = incomeDiscount({ ...options, household: { of: householdMembers, year: year(2024) } })
  expectTypeOf<AsksOfPolicy<typeof ofAll>>().toEqualTypeOf<IncomeDiscountFacts | HouseholdMembers>()
})

it('refuses a rate that is an amount', () => {
  const options = {} as IncomeDiscountOptions<HouseholdMembers, never>
  const limit = parameter({
    name: 'limit',
    value: { type: 'money' },
    history: [{ from: '2026-01-01', value: euro(1), article: 'art. 4' }],
  })
  // @ts-expect-error a discount is a percentage
  incomeDiscount({ ...options, meals: { incomeBelow: limit, discount: limit } })
})
