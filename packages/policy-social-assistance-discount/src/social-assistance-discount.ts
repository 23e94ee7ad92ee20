import {
  any,
  composite,
  type Expression,
  type Fact,
  ground,
  type Label,
  named,
  nothing,
  oncePer,
  type Percentage,
  type Policy,
  policy,
  schoolYear,
  share,
  some,
  type Those,
  when,
} from '@vanzelf/rules'
import { type OutOfSchoolCare, outOfSchoolCare, outOfSchoolCareLabel } from '@vanzelf/source-childcare'
import {
  type EnrolmentPeriod,
  type Enrolments,
  isEnrolledIn,
  type School,
  type Schools,
  schoolMealsLabel,
} from '@vanzelf/source-education'
import { type ReferencePerson, referencePerson } from '@vanzelf/source-population-register'

/** What the policy asks, whatever the city; the city's own family and assistance ask more. */
export type SocialAssistanceDiscountFacts = OutOfSchoolCare | Enrolments | School | EnrolmentPeriod | ReferencePerson

/** What a city fills in. */
export interface SocialAssistanceDiscountOptions<FamilyAsks extends Fact, AssistedAsks extends Fact> {
  /** The policy's name: the city, a slash, what it is about. */
  readonly name: string
  /** The text that is put into rules. */
  readonly regulation: string
  /** The institution numbers of the schools whose meals are cheaper. */
  readonly schools: Schools
  /** Who are the child's family: the members of the household, or with them those at a second address. */
  readonly family: Expression<Those<'person'>, FamilyAsks, 'person'>
  /** Whether one of them is on social assistance, by the statuses that the regulation names. */
  readonly assisted: Expression<boolean, AssistedAsks, 'person'>
  /** The part of the price of out-of-school care that is taken off. */
  readonly careDiscount: Expression<Percentage>
  /** The part of the price of meals at school that is taken off. */
  readonly mealsDiscount: Expression<Percentage>
  /** Where the regulation names the ground. */
  readonly articles: { readonly assistance: string }
  /** The legal basis on which each source may be asked. */
  readonly basis: { readonly [source in (SocialAssistanceDiscountFacts | FamilyAsks | AssistedAsks)['source']]: string }
}

/**
 * A discount for families on social assistance, once in a school year: on the municipality's out-of-school care, and on
 * meals in its schools. Where one member of the family is on social assistance the child has it.
 *
 * It is about the child, who is registered for care or enrolled in a school; whoever bills either knows the child. Of a
 * child that is neither, nobody's status is asked. The recipient is the reference person of the child's household, whom a
 * letter is for; one who is not known keeps no child from the discount.
 * @param options what differs between cities
 * @throws {DefinitionError} when a part does not fit, such as a rate that is no percentage
 * @example
 * ```ts
 * import { any, parameter, percent } from '@vanzelf/rules'
 * import { decide } from '@vanzelf/rules/evaluate'
 * import { householdMembers } from '@vanzelf/source-population-register'
 * import { increasedReimbursement, receivesLivingWage } from '@vanzelf/source-social-security'
 *
 * const rate = (name: string, value: number) =>
 *   parameter({ name, value: { type: 'percentage' }, history: [{ from: '2026-01-01', value: percent(value), article: 'art. 5' }] })
 * const ours = socialAssistanceDiscount({
 *   name: 'exampleville/social-assistance-discount',
 *   regulation: 'Exampleville, council decision 2025/40',
 *   schools: ['990001'],
 *   family: householdMembers,
 *   assisted: any(receivesLivingWage, increasedReimbursement),
 *   careDiscount: rate('careDiscount', 60),
 *   mealsDiscount: rate('mealsDiscount', 50),
 *   articles: { assistance: 'art. 3' },
 *   basis: { childcare: 'art. 6', education: 'art. 7', 'population-register': 'art. 8', 'social-security': 'art. 9' },
 * })
 * const anna = { livingWage: false, increasedReimbursement: true }
 * const child = { outOfSchoolCare: true, enrolments: [], householdMembers: [anna], referencePerson: anna }
 * decide(ours, child, '2026-09-01') // => { outcome: 'eligible', ground: 'art. 3', recipient: anna, … }
 * ```
 */
export function socialAssistanceDiscount<FamilyAsks extends Fact, AssistedAsks extends Fact>(
  options: SocialAssistanceDiscountOptions<FamilyAsks, AssistedAsks>,
): Policy<'person', SocialAssistanceDiscountFacts | FamilyAsks | AssistedAsks>
export function socialAssistanceDiscount(options: SocialAssistanceDiscountOptions<Fact, Fact>): Policy<'person'> {
  const { family, assisted, careDiscount, mealsDiscount, articles } = options
  const atSchool = named(LABELS.atSchool, isEnrolledIn(options.schools))
  return policy({
    name: options.name,
    label: LABELS.policy,
    regulation: options.regulation,
    about: 'person',
    // First whether there is anything to take a part off: else nobody's status is asked.
    requires: any(outOfSchoolCare, atSchool),
    grounds: [ground(articles.assistance, named(LABELS.assistedFamily, some(family, assisted)))],
    benefit: composite(
      when(outOfSchoolCare, share(careDiscount, outOfSchoolCareLabel)).otherwise(nothing),
      when(atSchool, share(mealsDiscount, schoolMealsLabel)).otherwise(nothing),
    ),
    recipient: referencePerson,
    period: schoolYear,
    quota: oncePer('person', schoolYear),
    basis: options.basis,
  })
}

const LABELS = {
  policy: {
    nl: 'sociaal tarief voor opvang en schoolmaaltijden',
    en: 'social rate for care and school meals',
    fr: "tarif social pour l'accueil et les repas scolaires",
    de: 'Sozialtarif für Betreuung und Schulmahlzeiten',
  },
  atSchool: {
    nl: 'is ingeschreven in een school van de gemeente',
    en: 'is enrolled in a school of the municipality',
    fr: 'est inscrit dans une école de la commune',
    de: 'ist in einer Schule der Gemeinde eingeschrieben',
  },
  assistedFamily: {
    nl: 'het gezin krijgt steun',
    en: 'the family receives assistance',
    fr: "la famille bénéficie d'une aide",
    de: 'die Familie erhält Unterstützung',
  },
} as const satisfies { readonly [name: string]: Label }
