import {
  type Cents,
  type Expression,
  type Fact,
  inYear,
  named,
  sum,
  type Those,
  type Year,
  type Yields,
} from '@vanzelf/rules'
import { type TaxableIncome, taxableIncome } from './taxable-income.ts'

/** Whose incomes are added up, and of which year: a regulation's own definition of a household's income. */
export interface Household<Asks extends Fact, Here extends string, YearAsks extends Fact> {
  /** Who counts: `householdMembers`, `filter(householdMembers, isAdult)`, or another list the regulation means. */
  readonly of: Expression<Those<'person'>, Asks, Here>
  /** The income year, read about each of them: `year(2024)`, `ownLatestYear`, `latestCommonYear(list)`. */
  readonly year: Year | Expression<Year, YearAsks, 'person'>
}

/**
 * The taxable income of a household, in cents: each one's own, added up. There is no one household for all regulations,
 * so who counts and which year are arguments. An income that is not known leaves the sum open above what is known.
 * @example
 * ```ts
 * import { euro, fact, year } from '@vanzelf/rules'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const adults = fact({ source: 'register', name: 'adults', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const income = householdIncome({ of: adults, year: year(2024) })
 * const anna = { taxableIncome: { 2024: euro(16_000) } }
 * evaluate(income, { adults: [anna, { taxableIncome: { 2024: euro(5_000) } }] }, '2026-03-10') // => 21_000_00
 * evaluate(income, { adults: [anna, {}] }, '2026-03-10') // => { least: 16_000_00, most: Infinity }
 * ```
 */
export function householdIncome<Asks extends Fact, Here extends string, YearAsks extends Fact = never>(
  household: Household<Asks, Here, YearAsks>,
): Expression<Cents, Asks | YearAsks | TaxableIncome, Here>
export function householdIncome({ of, year }: Household<Fact, string, Fact>): Yields<Cents> {
  return named(LABEL, sum(of, inYear(year, taxableIncome)))
}

const LABEL = {
  nl: 'belastbaar inkomen van het gezin',
  en: 'taxable income of the household',
  fr: 'revenu imposable du ménage',
  de: 'steuerpflichtiges Einkommen des Haushalts',
}
