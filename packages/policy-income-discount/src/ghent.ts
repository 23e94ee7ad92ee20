import type { Policy } from '@vanzelf/rules'
import type { Schools } from '@vanzelf/source-education'
import { adults, type BirthDate, type HouseholdMembers } from '@vanzelf/source-population-register'
import { type LatestAssessedYear, latestCommonYear } from '@vanzelf/source-tax'
import { type IncomeDiscountFacts, incomeDiscount } from './income-discount.ts'
import { careIncome, mealsDiscount, mealsIncome } from './parameters.ts'

/** Every fact that Ghent's income discount asks. */
export type GhentIncomeDiscountFacts = IncomeDiscountFacts | HouseholdMembers | BirthDate | LatestAssessedYear

/**
 * Ghent's discount on out-of-school care and school meals by income. Of the regulation only pages were seen, not the text:
 * no figure is verified, so no grant may rest on one before somebody at the city has checked `parameters.ts`. Not found,
 * and not made up: the rate of the discount on care (the policy grants the right to it), the institution numbers of the
 * municipal schools (an argument), and the definition of household income, which is read as:
 *
 * - **who counts**: the adult members of the child's household in the population register, partners or not;
 * - **the most recent notice**: the earliest of the years of each one's most recent one, the same year for all, for a
 *   yearly income of a household is of one year. Of an adult without a notice of it the income stays unknown.
 *
 * Where no member is an adult, nobody's income counts, and a person decides.
 * @param schools the institution numbers of the municipal schools, from the city's own list
 * @example
 * ```ts
 * import { euro, year } from '@vanzelf/rules'
 * import { decide } from '@vanzelf/rules/evaluate'
 *
 * const anna = { birthDate: '1985-02-01', latestAssessedYear: year(2025), taxableIncome: { 2025: euro(22_999.99) } } as const
 * const enrolled = { school: '990001', enrolmentPeriod: { from: '2026-09-01', until: '2027-07-01' } } as const
 * const child = { outOfSchoolCare: false, enrolments: [enrolled], householdMembers: [anna], referencePerson: anna }
 * decide(ghentIncomeDiscount({ schools: ['990001'] }), child, '2026-10-01') // => { outcome: 'eligible', recipient: anna, … }
 * ```
 */
export function ghentIncomeDiscount({
  schools,
}: {
  readonly schools: Schools
}): Policy<'person', GhentIncomeDiscountFacts> {
  return incomeDiscount({
    name: 'ghent/income-discount',
    regulation:
      'Gent, retributie voor prestaties geleverd door de Dienst Kinderopvang en het Stedelijk Onderwijs Gent (2020_GRMW_00621, gewijzigd door 2022_GR_00592)',
    schools,
    household: { of: adults, year: latestCommonYear(adults) },
    care: { incomeBelow: careIncome },
    meals: { incomeBelow: mealsIncome, discount: mealsDiscount },
    articles: {
      care: 'inkomenskorting opvang (artikel niet ingezien)',
      meals: 'inkomenskorting maaltijden (artikel niet ingezien)',
    },
    basis: {
      childcare: 'own file of the childcare service of Ghent; article not seen',
      education: "the city's authorisation for the enrolments of its own schools; number not found",
      'population-register': "the city's authorisation for the National Register; number not found",
      tax: 'WIB92 art. 328, as quoted in deliberation AF 17/2013; that it names municipalities, and a protocol for this discount, were not found',
    },
  })
}
