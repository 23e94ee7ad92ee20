import {
  age,
  atLeast,
  atMost,
  type Count,
  count,
  type Expression,
  type Fact,
  ground,
  type Label,
  named,
  oncePer,
  type Percentage,
  type Policy,
  policy,
  schoolYear,
  share,
  type Those,
  type Years,
} from '@vanzelf/rules'
import { type OutOfSchoolCare, outOfSchoolCare, outOfSchoolCareLabel } from '@vanzelf/source-childcare'
import { type BirthDate, birthDate, type ReferencePerson, referencePerson } from '@vanzelf/source-population-register'

/** What the policy asks, whatever the city; the city's own family, and children elsewhere, ask more. */
export type FamilyDiscountFacts = OutOfSchoolCare | BirthDate | ReferencePerson

/** What a city fills in. */
export interface FamilyDiscountOptions<FamilyAsks extends Fact, ElsewhereAsks extends Fact> {
  /** The policy's name: the city, a slash, what it is about. */
  readonly name: string
  /** The text that is put into rules. */
  readonly regulation: string
  /** Among whom the children are counted, the child itself included. */
  readonly family: Expression<Those<'person'>, FamilyAsks, 'person'>
  /** How many children there must be. */
  readonly fewest: Expression<Count>
  /** The age up to which a child counts, that age included, in completed years on the day of the decision. */
  readonly oldest: Expression<Years>
  /** The part of the price of out-of-school care that is taken off. */
  readonly discount: Expression<Percentage>
  /**
   * Whether there are enough children once those are counted who are registered at another address, as in co-parenting:
   * no register tells the city, so it is often what the citizen declares. Without it only the family counts.
   */
  readonly withChildrenElsewhere?: Expression<boolean, ElsewhereAsks, 'person'>
  /** Where the regulation names each ground. */
  readonly articles: { readonly family: string; readonly elsewhere: string }
  /** The legal basis on which each source may be asked. */
  readonly basis: { readonly [source in (FamilyDiscountFacts | FamilyAsks | ElsewhereAsks)['source']]: string }
}

/**
 * A discount on the municipality's out-of-school care for families with several young children, once in a school year.
 * It is about the child in care. Those count as dependent who are in the family at that age: the register knows who lives
 * together, not who supports whom.
 * @param options what differs between cities
 * @throws {DefinitionError} when a part does not fit, such as a rate that is no percentage
 * @example
 * ```ts
 * import { parameter, percent, years } from '@vanzelf/rules'
 * import { decide } from '@vanzelf/rules/evaluate'
 * import { householdMembers } from '@vanzelf/source-population-register'
 *
 * const since = { from: '2026-01-01', article: 'art. 4' } as const
 * const ours = familyDiscount({
 *   name: 'exampleville/family-discount',
 *   regulation: 'Exampleville, council decision 2025/40',
 *   family: householdMembers,
 *   fewest: parameter({ name: 'fewest', value: { type: 'count' }, history: [{ ...since, value: 3 }] }),
 *   oldest: parameter({ name: 'oldest', value: { type: 'years' }, history: [{ ...since, value: years(11) }] }),
 *   discount: parameter({ name: 'discount', value: { type: 'percentage' }, history: [{ ...since, value: percent(20) }] }),
 *   articles: { family: 'art. 3', elsewhere: 'art. 3, § 2' },
 *   basis: { childcare: 'art. 6', 'population-register': 'art. 8' },
 * })
 * const young = { birthDate: '2020-05-01' } as const
 * const child = { ...young, outOfSchoolCare: true, householdMembers: [young, young, young] }
 * decide(ours, child, '2026-09-01').outcome // => 'eligible'
 * decide(ours, { ...child, householdMembers: [young, young] }, '2026-09-01').outcome // => 'not eligible'
 * ```
 */
export function familyDiscount<FamilyAsks extends Fact, ElsewhereAsks extends Fact = never>(
  options: FamilyDiscountOptions<FamilyAsks, ElsewhereAsks>,
): Policy<'person', FamilyDiscountFacts | FamilyAsks | ElsewhereAsks>
export function familyDiscount(options: FamilyDiscountOptions<Fact, Fact>): Policy<'person'> {
  const { family, fewest, oldest, discount, withChildrenElsewhere, articles } = options
  const children = named(LABELS.children, count(family, atMost(age(birthDate), oldest)))
  return policy({
    name: options.name,
    label: LABELS.policy,
    regulation: options.regulation,
    about: 'person',
    requires: outOfSchoolCare,
    grounds: [
      ground(articles.family, atLeast(children, fewest)),
      ...(withChildrenElsewhere ? [ground(articles.elsewhere, withChildrenElsewhere)] : []),
    ],
    benefit: share(discount, outOfSchoolCareLabel),
    recipient: referencePerson,
    period: schoolYear,
    quota: oncePer('person', schoolYear),
    basis: options.basis,
  })
}

const LABELS = {
  policy: {
    nl: 'gezinskorting op buitenschoolse opvang',
    en: 'family discount on out-of-school care',
    fr: "réduction familiale sur l'accueil extrascolaire",
    de: 'Familienermäßigung auf außerschulische Betreuung',
  },
  children: {
    nl: 'aantal jonge kinderen in het gezin',
    en: 'number of young children in the family',
    fr: 'nombre de jeunes enfants dans la famille',
    de: 'Anzahl junger Kinder in der Familie',
  },
} as const satisfies { readonly [name: string]: Label }
