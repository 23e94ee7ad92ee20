import {
  type Expression,
  type Fact,
  type Ground,
  ground,
  type IsoDate,
  type Label,
  type Policy,
  period,
  policy,
  status,
  thisDay,
} from '@vanzelf/rules'
import { budgetHelp, debtMediation } from '@vanzelf/source-municipal-welfare'
import { livesIn, type Municipality } from '@vanzelf/source-population-register'
import { increasedReimbursement } from '@vanzelf/source-social-security'
import { livingWageHereOrElsewhere, type StatusFacts } from './own-status.ts'
import { endOfValidity } from './parameters.ts'

/** What the policy asks, whatever the city. */
export type UitpasFacts = Municipality | StatusFacts

/** What a city fills in. */
export interface UitpasReducedRateOptions<Further extends Fact> {
  /** The policy's name: the city, a slash, what it is about. */
  readonly name: string
  /** The text that is put into rules. */
  readonly regulation: string
  /** The NIS code of the municipality. */
  readonly municipality: string
  /** What it is called; without it a citizen reads the code. */
  readonly municipalityName?: Label
  /** Where the regulation names each ground. */
  readonly articles: {
    readonly increasedReimbursement: string
    readonly livingWage: string
    readonly budgetHelp: string
    readonly debtMediation: string
  }
  /** Grounds of the city's own, after these: `dependantOfEntitled` where the family shares the rate. */
  readonly further?: readonly Ground<Further, 'person'>[]
  /** The first day on which the rate no longer holds, seen from the day of the grant; without it `endOfValidity`. */
  readonly until?: Expression<IsoDate>
  /** The legal basis on which each source may be asked, those of `further` included. */
  readonly basis: { readonly [source in Exclude<(UitpasFacts | Further)['source'], 'discretion'>]: string }
}

/**
 * The reduced rate of the UiTPAS: for an inhabitant who has increased reimbursement, receives a living wage, or has
 * budget help or debt mediation by the welfare centre. One policy for the counter and for a proactive run: whoever
 * decides says for whom and when. The decision names its ground, which is the reason.
 *
 * Renewing is deciding again: on any day of the calendar year in which the rate ends, the new one starts that day and
 * lasts a year longer. Who is no longer entitled keeps the rate until its end; what the card system allows after that
 * day is its own grace, and no part of the right.
 *
 * Without `further` nobody shares the rate of another: each has it by a status of their own.
 * @param options what differs between cities
 * @throws {DefinitionError} when an expression does not fit, such as an empty article
 * @example
 * ```ts
 * import { decide } from '@vanzelf/rules/evaluate'
 *
 * const ours = uitpasReducedRate({
 *   name: 'exampleville/uitpas-reduced-rate',
 *   regulation: 'Exampleville, council decision 2025/41',
 *   municipality: '99999',
 *   articles: {
 *     increasedReimbursement: 'art. 2, 1°',
 *     livingWage: 'art. 2, 2°',
 *     budgetHelp: 'art. 2, 3°',
 *     debtMediation: 'art. 2, 4°',
 *   },
 *   basis: { 'population-register': 'art. 6', 'social-security': 'art. 7', 'municipal-welfare': 'art. 8' },
 * })
 * const anna = { municipality: '99999', increasedReimbursement: true }
 * decide(ours, anna, '2026-11-24')
 * // => { outcome: 'eligible', ground: 'art. 2, 1°', period: { from: '2026-11-24', until: '2027-05-01' }, … }
 * ```
 */
export function uitpasReducedRate<Further extends Fact = never>(
  options: UitpasReducedRateOptions<Further>,
): Policy<'person', UitpasFacts | Further>
export function uitpasReducedRate(options: UitpasReducedRateOptions<Fact>): Policy<'person'> {
  const { articles, further = [], until = endOfValidity } = options
  return policy({
    name: options.name,
    label: REDUCED_RATE,
    regulation: options.regulation,
    about: 'person',
    requires: livesIn(options.municipality, options.municipalityName),
    grounds: [
      ground(articles.increasedReimbursement, increasedReimbursement, REASONS.increasedReimbursement),
      ground(articles.livingWage, livingWageHereOrElsewhere, REASONS.livingWage),
      ground(articles.budgetHelp, budgetHelp, REASONS.budgetHelp),
      ground(articles.debtMediation, debtMediation, REASONS.debtMediation),
      ...further,
    ],
    benefit: status(REDUCED_RATE),
    period: period(thisDay, until),
    basis: options.basis,
  })
}

const REDUCED_RATE: Label = {
  nl: 'UiTPAS met kansentarief',
  en: 'UiTPAS at the reduced rate',
  fr: 'UiTPAS au tarif réduit',
  de: 'UiTPAS zum ermäßigten Tarif',
}

const REASONS = {
  increasedReimbursement: {
    nl: 'verhoogde tegemoetkoming',
    en: 'increased reimbursement',
    fr: 'intervention majorée',
    de: 'erhöhte Kostenerstattung',
  },
  livingWage: {
    nl: 'leefloon of equivalent leefloon',
    en: 'living wage or equivalent support',
    fr: "revenu d'intégration ou aide équivalente",
    de: 'Eingliederungseinkommen oder gleichwertige Unterstützung',
  },
  budgetHelp: {
    nl: 'budgetbegeleiding of budgetbeheer door het OCMW',
    en: 'budget guidance or management by the welfare centre',
    fr: 'guidance ou gestion budgétaire par le CPAS',
    de: 'Budgetbegleitung oder Budgetverwaltung durch das ÖSHZ',
  },
  debtMediation: {
    nl: 'schuldbemiddeling of collectieve schuldenregeling',
    en: 'debt mediation or collective debt settlement',
    fr: 'médiation de dettes ou règlement collectif de dettes',
    de: 'Schuldenvermittlung oder kollektive Schuldenregelung',
  },
} as const satisfies { readonly [reason: string]: Label }
