import {
  all,
  type Cents,
  composite,
  type DiscretionFact,
  discretion,
  type Expression,
  type Fact,
  type Granted,
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
  status,
  when,
  yes,
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
import { type Household, householdIncomeBelow, type TaxableIncome } from '@vanzelf/source-tax'

/** What the policy asks, whatever the city; the city's own definition of the household asks more. */
export type IncomeDiscountFacts =
  | OutOfSchoolCare
  | Enrolments
  | School
  | EnrolmentPeriod
  | ReferencePerson
  | TaxableIncome
  | DiscretionFact<'careWithoutIncomes' | 'mealsWithoutIncomes'>

/** What a city fills in. */
export interface IncomeDiscountOptions<Asks extends Fact, YearAsks extends Fact> {
  /** The policy's name: the city, a slash, what it is about. */
  readonly name: string
  /** The text that is put into rules. */
  readonly regulation: string
  /** The institution numbers of the municipal schools. */
  readonly schools: Schools
  /** Whose income counts, and of which year: the regulation's own definition, as seen from the child. */
  readonly household: Household<Asks, 'person', YearAsks>
  /** Out-of-school care: below which income, and which part of the price. */
  readonly care: {
    readonly incomeBelow: Expression<Cents>
    /** Without it the policy grants the right to the discount, and leaves its rate to who bills the care. */
    readonly discount?: Expression<Percentage>
  }
  /** Meals at school: below which income, and which part of the price. */
  readonly meals: { readonly incomeBelow: Expression<Cents>; readonly discount: Expression<Percentage> }
  /** Where the regulation names each ground. */
  readonly articles: { readonly care: string; readonly meals: string }
  /** The legal basis on which each source may be asked. */
  readonly basis: {
    readonly [source in Exclude<(IncomeDiscountFacts | Asks | YearAsks)['source'], 'discretion'>]: string
  }
}

/**
 * A discount by the fiscal income of a child's household, once in a school year: on the municipality's out-of-school care,
 * and on meals in its schools, each below an income of its own. The limit itself is not below it.
 *
 * It is about the child, who is registered for care or enrolled in a school; whoever bills either knows the child. The
 * recipient is the reference person of the child's household, whom a letter is for. A reference person who is not known
 * keeps no child from the discount.
 *
 * Where nobody's income counts, as of a child in a household of minors only or in a community, there is no income of
 * zero: a person decides whether the discount is due (`careWithoutIncomes`, `mealsWithoutIncomes`).
 * @param options what differs between cities
 * @throws {DefinitionError} when a part does not fit, such as a rate that is no percentage
 * @example
 * ```ts
 * import { euro, filter, parameter, percent, year } from '@vanzelf/rules'
 * import { decide } from '@vanzelf/rules/evaluate'
 * import { householdMembers, isAdult } from '@vanzelf/source-population-register'
 * import { latestCommonYear } from '@vanzelf/source-tax'
 *
 * const amount = (name: string, euros: number) =>
 *   parameter({ name, value: { type: 'money' }, history: [{ from: '2026-01-01', value: euro(euros), article: 'art. 4' }] })
 * const rate = (name: string, value: number) =>
 *   parameter({ name, value: { type: 'percentage' }, history: [{ from: '2026-01-01', value: percent(value), article: 'art. 5' }] })
 * const adults = filter(householdMembers, isAdult)
 * const ours = incomeDiscount({
 *   name: 'exampleville/income-discount',
 *   regulation: 'Exampleville, council decision 2025/40',
 *   schools: ['990001'],
 *   household: { of: adults, year: latestCommonYear(adults) },
 *   care: { incomeBelow: amount('careIncome', 30_000), discount: rate('careDiscount', 50) },
 *   meals: { incomeBelow: amount('mealsIncome', 20_000), discount: rate('mealsDiscount', 30) },
 *   articles: { care: 'art. 3, 1°', meals: 'art. 3, 2°' },
 *   basis: { childcare: 'art. 6', education: 'art. 7', 'population-register': 'art. 8', tax: 'art. 9' },
 * })
 * const anna = { birthDate: '1985-02-01', latestAssessedYear: year(2025), taxableIncome: { 2025: euro(25_000) } } as const
 * const child = { outOfSchoolCare: true, enrolments: [], householdMembers: [anna], referencePerson: anna }
 * decide(ours, child, '2026-09-01') // => { outcome: 'eligible', ground: 'art. 3, 1°', recipient: anna, … }
 * ```
 */
export function incomeDiscount<Asks extends Fact, YearAsks extends Fact = never>(
  options: IncomeDiscountOptions<Asks, YearAsks>,
): Policy<'person', IncomeDiscountFacts | Asks | YearAsks>
export function incomeDiscount(options: IncomeDiscountOptions<Fact, Fact>): Policy<'person'> {
  const { household, care, meals, articles } = options
  const inCare = named(LABELS.inCare, outOfSchoolCare)
  const atSchool = named(LABELS.atSchool, isEnrolledIn(options.schools))
  const somebodyCounts = named(LABELS.somebodyCounts, some(household.of, yes))
  // Nobody's incomes add up to zero, and yet nobody is poor: of minors alone, or in a community, a person decides.
  const belowLimit = (limit: Expression<Cents>, name: 'careWithoutIncomes' | 'mealsWithoutIncomes') =>
    when(somebodyCounts, householdIncomeBelow(limit, household)).otherwise(discretion({ name, label: LABELS[name] }))
  const forCare = all(inCare, named(LABELS.careIncome, belowLimit(care.incomeBelow, 'careWithoutIncomes')))
  const forMeals = all(atSchool, named(LABELS.mealsIncome, belowLimit(meals.incomeBelow, 'mealsWithoutIncomes')))
  return policy({
    name: options.name,
    label: LABELS.policy,
    regulation: options.regulation,
    about: 'person',
    grounds: [ground(articles.care, forCare), ground(articles.meals, forMeals)],
    benefit: composite(
      when(named(LABELS.getsCare, forCare), careBenefit(care.discount)).otherwise(nothing),
      when(named(LABELS.getsMeals, forMeals), share(meals.discount, schoolMealsLabel)).otherwise(nothing),
    ),
    recipient: referencePerson,
    period: schoolYear,
    quota: oncePer('person', schoolYear),
    basis: options.basis,
  })
}

// A rate that was not found is not made up: the right is granted, and who bills the care has the rate.
const careBenefit = (discount: Expression<Percentage> | undefined): Expression<Granted> =>
  discount ? share(discount, outOfSchoolCareLabel) : status(LABELS.careAtTheRate)

const LABELS = {
  policy: {
    nl: 'korting op opvang en maaltijden volgens het inkomen',
    en: 'discount on care and meals by income',
    fr: "réduction sur l'accueil et les repas selon le revenu",
    de: 'Ermäßigung auf Betreuung und Mahlzeiten nach dem Einkommen',
  },
  careAtTheRate: {
    nl: 'korting op buitenschoolse opvang, volgens het reglement',
    en: 'income discount on out-of-school care, at the rate of the regulation',
    fr: "réduction selon le revenu sur l'accueil extrascolaire, au taux du règlement",
    de: 'einkommensabhängige Ermäßigung auf außerschulische Betreuung, zum Satz der Satzung',
  },
  inCare: {
    nl: 'het kind is ingeschreven in de opvang',
    en: 'the child is registered for care',
    fr: "l'enfant est inscrit à l'accueil",
    de: 'das Kind ist für die Betreuung angemeldet',
  },
  atSchool: {
    nl: 'het kind is ingeschreven in een gemeenteschool',
    en: 'the child is enrolled in a school of the municipality',
    fr: "l'enfant est inscrit dans une école de la commune",
    de: 'das Kind ist in einer Schule der Gemeinde eingeschrieben',
  },
  careIncome: {
    nl: 'het gezinsinkomen is lager dan de grens voor opvang',
    en: 'the income of the household is lower than the limit for care',
    fr: "le revenu du ménage est inférieur au plafond pour l'accueil",
    de: 'das Einkommen des Haushalts liegt unter der Grenze für Betreuung',
  },
  mealsIncome: {
    nl: 'het gezinsinkomen is lager dan de grens voor maaltijden',
    en: 'the income of the household is lower than the limit for meals',
    fr: 'le revenu du ménage est inférieur au plafond pour les repas',
    de: 'das Einkommen des Haushalts liegt unter der Grenze für Mahlzeiten',
  },
  getsCare: {
    nl: 'voldoet aan de voorwaarden voor opvang',
    en: 'meets the conditions for care',
    fr: "remplit les conditions pour l'accueil",
    de: 'erfüllt die Bedingungen für Betreuung',
  },
  getsMeals: {
    nl: 'voldoet aan de voorwaarden voor maaltijden',
    en: 'meets the conditions for meals',
    fr: 'remplit les conditions pour les repas',
    de: 'erfüllt die Bedingungen für Mahlzeiten',
  },
  somebodyCounts: {
    nl: 'van minstens één persoon telt het inkomen',
    en: "at least one person's income counts",
    fr: "le revenu d'au moins une personne compte",
    de: 'das Einkommen mindestens einer Person zählt',
  },
  careWithoutIncomes: {
    nl: 'korting op opvang als er geen inkomen is dat telt',
    en: "discount on care, although nobody's income counts",
    fr: "réduction sur l'accueil, bien que le revenu de personne ne compte",
    de: 'Ermäßigung auf die Betreuung, obwohl niemandes Einkommen zählt',
  },
  mealsWithoutIncomes: {
    nl: 'korting op maaltijden als er geen inkomen is dat telt',
    en: "discount on meals, although nobody's income counts",
    fr: 'réduction sur les repas, bien que le revenu de personne ne compte',
    de: 'Ermäßigung auf die Mahlzeiten, obwohl niemandes Einkommen zählt',
  },
} as const satisfies { readonly [name: string]: Label }
