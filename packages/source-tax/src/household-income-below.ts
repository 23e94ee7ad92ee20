import { below, type Cents, type Criterion, type Expression, type Fact, type Operand } from '@vanzelf/rules'
import { type Household, householdIncome } from './household-income.ts'
import type { TaxableIncome } from './taxable-income.ts'

/**
 * Whether the taxable income of a household is lower than a limit; the limit itself is not. Settled without the income of
 * one member where that of the others reaches the limit.
 * @param limit an amount, or the regulation's parameter
 * @example
 * ```ts
 * import { euro, fact, year } from '@vanzelf/rules'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const adults = fact({ source: 'register', name: 'adults', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const modest = householdIncomeBelow(euro(23_000), { of: adults, year: ownLatestYear })
 * const anna = { latestAssessedYear: year(2025), taxableIncome: { 2025: euro(23_000) } }
 * evaluate(modest, { adults: [anna, {}] }, '2026-03-10') // => false
 * ```
 */
export function householdIncomeBelow<
  Asks extends Fact,
  Here extends string,
  YearAsks extends Fact = never,
  LimitAsks extends Fact = never,
>(
  limit: Cents | Expression<Cents, LimitAsks, Here>,
  household: Household<Asks, Here, YearAsks>,
): Expression<boolean, Asks | YearAsks | LimitAsks | TaxableIncome, Here>
export function householdIncomeBelow(limit: Operand<Cents>, household: Household<Fact, string, Fact>): Criterion {
  return below(householdIncome(household), limit)
}
