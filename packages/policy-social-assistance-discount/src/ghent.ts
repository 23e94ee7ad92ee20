import { any, type Policy } from '@vanzelf/rules'
import type { Schools } from '@vanzelf/source-education'
import { type LivingWagePaid, livingWagePaid } from '@vanzelf/source-municipal-welfare'
import { type HouseholdMembers, householdMembers } from '@vanzelf/source-population-register'
import { type LivingWage, receivesLivingWage } from '@vanzelf/source-social-security'
import { socialCareDiscount, socialMealsDiscount } from './parameters.ts'
import { CHILDCARE, REGISTER, REGULATION } from './regulation.ts'
import { type SocialAssistanceDiscountFacts, socialAssistanceDiscount } from './social-assistance-discount.ts'

/** Every fact that Ghent's discount for families on social assistance asks. */
export type GhentSocialAssistanceDiscountFacts =
  | SocialAssistanceDiscountFacts
  | HouseholdMembers
  | LivingWagePaid
  | LivingWage

/**
 * Ghent's discount for families on a living wage or equivalent support: all of out-of-school care, most of the meals in
 * municipal schools. Of the regulation only pages were seen, not the text: no rate is verified, so no grant may rest on
 * one before somebody at the city has checked `parameters.ts`. Not found, and not made up: the institution numbers of the
 * municipal schools (an argument). Readings of ours:
 *
 * - **the family** is the child's household in the population register; a parent elsewhere is not looked at;
 * - **on the day of the decision** a member receives it, first asked of the city's own welfare centre; spells may be
 *   short, and what was granted holds for the school year.
 * @param schools the institution numbers of the municipal schools, from the city's own list
 * @example
 * ```ts
 * import { decide } from '@vanzelf/rules/evaluate'
 *
 * const anna = { livingWagePaid: true }
 * const child = { outOfSchoolCare: true, enrolments: [], householdMembers: [anna], referencePerson: anna }
 * decide(ghentSocialAssistanceDiscount({ schools: ['990001'] }), child, '2026-10-01') // => { outcome: 'eligible', recipient: anna, … }
 * ```
 */
export function ghentSocialAssistanceDiscount({
  schools,
}: {
  readonly schools: Schools
}): Policy<'person', GhentSocialAssistanceDiscountFacts> {
  return socialAssistanceDiscount({
    name: 'ghent/social-assistance-discount',
    regulation: REGULATION,
    schools,
    family: householdMembers,
    assisted: any(livingWagePaid, receivesLivingWage),
    careDiscount: socialCareDiscount,
    mealsDiscount: socialMealsDiscount,
    articles: { assistance: 'leefloon of equivalent leefloon (artikel niet ingezien)' },
    basis: {
      childcare: CHILDCARE,
      education: "the city's authorisation for the enrolments of its own schools; number not found",
      'municipal-welfare': 'own files of the OCMW of Ghent, for a grant by the same administration; article not seen',
      'population-register': REGISTER,
      'social-security':
        'general authorisation of social security for automatic grants by municipalities; number not found',
    },
  })
}
