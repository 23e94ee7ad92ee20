import { type AsksOf, atMost, euro, filter, inYear, year } from '@vanzelf/rules'
import type { Connector, FactsOf } from '@vanzelf/source'
import { type BirthDate, type HouseholdMembers, householdMembers, isAdult } from '@vanzelf/source-population-register'
import { expectTypeOf, it } from 'vitest'
import { householdIncomeBelow } from './household-income-below.ts'
import type { LatestAssessedYear } from './latest-assessed-year.ts'
import { latestCommonYear } from './latest-common-year.ts'
import { ownLatestYear } from './own-latest-year.ts'
import type { tax } from './tax.ts'
import { type TaxableIncome, taxableIncome } from './taxable-income.ts'

it('is answered by a connector, fact by fact', () => {
  type Tax = Connector<FactsOf<typeof tax>>
  expectTypeOf<keyof Tax>().toEqualTypeOf<keyof (typeof tax)['facts']>()
  expectTypeOf<Parameters<Tax['taxableIncome']>[0]['fact']>().toEqualTypeOf<TaxableIncome>()
})

it('asks what a regulation says: whose incomes, and of which year', () => {
  const ofYear = householdIncomeBelow(euro(23_000), { of: householdMembers, year: year(2024) })
  expectTypeOf<AsksOf<typeof ofYear>>().toEqualTypeOf<HouseholdMembers | TaxableIncome>()
  const ofAdults = householdIncomeBelow(euro(23_000), { of: filter(householdMembers, isAdult), year: ownLatestYear })
  type Asked = HouseholdMembers | BirthDate | LatestAssessedYear | TaxableIncome
  expectTypeOf<AsksOf<typeof ofAdults>>().toEqualTypeOf<Asked>()
  const common = householdIncomeBelow(euro(23_000), {
    of: householdMembers,
    year: latestCommonYear(householdMembers),
  })
  expectTypeOf<AsksOf<typeof common>>().toEqualTypeOf<HouseholdMembers | LatestAssessedYear | TaxableIncome>()
})

it('refuses what makes no sense', () => {
  // @ts-expect-error an income is of a year
  atMost(taxableIncome, euro(3))
  // @ts-expect-error a limit is an amount, not a year
  householdIncomeBelow(year(2024), { of: householdMembers, year: year(2024) })
  // @ts-expect-error a year is no amount
  inYear(euro(2_024), taxableIncome)
})
