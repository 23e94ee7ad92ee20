import {
  type AsksOf,
  above,
  all,
  any,
  type Cents,
  composite,
  type Expression,
  euro,
  type Fact,
  ground,
  type Keyed,
  keyed,
  type Label,
  lasting,
  minus,
  money,
  named,
  not,
  nothing,
  of,
  type Policy,
  policy,
  status,
  when,
  type Yields,
} from '@vanzelf/rules'
import { type IncreasedReimbursement, increasedReimbursement } from '@vanzelf/source-social-security'
import { type AuthorisedVehicle, authorisedVehicle } from './authorised-vehicle.ts'
import { type Buyer, buyer } from './buyer.ts'
import { type AuthorisationDuration, type Duration, duration } from './duration.ts'
import { type NormalPricePaid, normalPricePaid } from './normal-price-paid.ts'

/** A price for each duration. */
export type ByDuration = Yields<Keyed<Cents, AuthorisationDuration>>

/** What the tariff asks, whatever the city. */
export type LowEmissionZoneTariffFacts = Buyer | AuthorisedVehicle | Duration | NormalPricePaid | IncreasedReimbursement

/** What a city fills in. */
export interface LowEmissionZoneTariffOptions<Zone, Vehicles> {
  /** The policy's name: the city, a slash, what it is about. */
  readonly name: string
  /** The text that is put into rules. */
  readonly regulation: string
  readonly normalPrices: ByDuration
  readonly reducedPrices: ByDuration
  /** Whether a vehicle is one of those for which these prices hold. Of others no price is said. */
  readonly pricesHoldFor: Vehicles
  /** Whether the reduced tariff is for residents of the zone only. */
  readonly residentsOnly: Expression<boolean>
  /** Whether a person lives in the zone; asked only while the tariff is for residents. */
  readonly livesInZone: Zone
  /** Where the regulation sets the reduced tariff. */
  readonly article: string
  /** The legal basis on which each source may be asked. What a person decides is asked of none. */
  readonly basis: {
    readonly [source in Exclude<(AsksOf<Zone | Vehicles> | LowEmissionZoneTariffFacts)['source'], 'discretion'>]: string
  }
}

/**
 * The reduced tariff of an authorisation to enter a low-emission zone, for a buyer with increased reimbursement: the
 * difference between the normal price and the reduced one, taken off what is to be paid, or paid back where the normal
 * price was paid first. Decide it for the day of entry: status, residence and prices are read on that day.
 *
 * It is about an authorisation, for one buyer may hold several at once. Whether it was asked for in time is not decided
 * here.
 * @param options what differs between cities
 * @example
 * ```ts
 * import { euro, parameter, no } from '@vanzelf/rules'
 * import { decide } from '@vanzelf/rules/evaluate'
 * import { livesInPostcodes } from '@vanzelf/source-population-register'
 *
 * const prices = (name: string, week: number) =>
 *   parameter({
 *     name,
 *     value: { type: 'keyed', among: ['week', 'month', 'four months', 'year'], gives: { type: 'money' } },
 *     history: [{ from: '2026-01-01', value: { week: euro(week), month: euro(2 * week), 'four months': euro(5 * week), year: euro(14 * week) }, article: 'art. 4' }],
 *   })
 * const ours = lowEmissionZoneTariff({
 *   name: 'exampleville/low-emission-zone-tariff',
 *   regulation: 'Exampleville, council decision 2025/40',
 *   normalPrices: prices('normalPrices', 20),
 *   reducedPrices: prices('reducedPrices', 8),
 *   pricesHoldFor: isDieselEuro4Car,
 *   residentsOnly: no,
 *   livesInZone: livesInPostcodes(['9901']),
 *   article: 'art. 4',
 *   basis: { 'low-emission-zone': 'art. 6', vehicles: 'art. 7', 'population-register': 'art. 7', 'social-security': 'art. 8' },
 * })
 * const car = { vehicleCategory: 'M1', fuels: ['diesel'], euroNorm: '4' } as const
 * const bought = { buyer: { increasedReimbursement: true }, authorisedVehicle: car, duration: 'week' } as const
 * const decision = decide(ours, { ...bought, normalPricePaid: true }, '2026-03-10')
 * decision.outcome === 'eligible' && decision.benefit.kind === 'composite' && decision.benefit.parts[0]
 * // => { kind: 'money', amount: 12_00 }
 * ```
 */
export function lowEmissionZoneTariff<
  const Zone extends Expression<boolean, Fact, 'person'>,
  const Vehicles extends Expression<boolean, Fact, 'vehicle'>,
>(
  options: LowEmissionZoneTariffOptions<Zone, Vehicles>,
): Policy<'authorisation', LowEmissionZoneTariffFacts | AsksOf<Zone> | AsksOf<Vehicles>>
export function lowEmissionZoneTariff(
  options: LowEmissionZoneTariffOptions<Expression<boolean, Fact, 'person'>, Expression<boolean, Fact, 'vehicle'>>,
): Policy<'authorisation'> {
  const { residentsOnly, livesInZone, pricesHoldFor } = options
  const difference = named(
    LABELS.difference,
    minus(keyed(duration, options.normalPrices), keyed(duration, options.reducedPrices)),
  )
  const form = when(normalPricePaid, status(LABELS.refund)).otherwise(status(LABELS.reduction))
  return policy({
    name: options.name,
    label: LABELS.policy,
    regulation: options.regulation,
    about: 'authorisation',
    requires: all(
      of(authorisedVehicle, pricesHoldFor),
      named(LABELS.resident, any(not(residentsOnly), of(buyer, livesInZone))),
    ),
    grounds: [ground(options.article, of(buyer, increasedReimbursement))],
    // Where a city asks the same of everybody there is no reduction to tell of.
    benefit: when(above(difference, euro(0)), composite(money(difference), form)).otherwise(nothing),
    recipient: buyer,
    period: keyed(duration, {
      week: lasting({ days: 7 }),
      month: lasting({ months: 1 }, 'lastDay'),
      'four months': lasting({ months: 4 }, 'lastDay'),
      year: lasting({ years: 1 }, 'lastDay'),
    }),
    basis: options.basis,
  })
}

const LABELS = {
  policy: {
    nl: 'sociaal tarief voor een toelating tot de lage-emissiezone',
    en: 'reduced tariff of an authorisation for the low-emission zone',
    fr: "tarif social d'une autorisation pour la zone de basses émissions",
    de: 'Sozialtarif einer Zulassung für die Umweltzone',
  },
  resident: {
    nl: 'de koper woont in de zone, als het tarief alleen voor inwoners is',
    en: 'the buyer lives in the zone, if the tariff is for residents only',
    fr: "l'acheteur habite dans la zone, si le tarif est réservé aux habitants",
    de: 'der Käufer wohnt in der Zone, falls der Tarif nur für Einwohner gilt',
  },
  difference: {
    nl: 'het verschil tussen de normale prijs en het sociaal tarief',
    en: 'the difference between the normal and the reduced price',
    fr: 'la différence entre le prix normal et le tarif social',
    de: 'der Unterschied zwischen Normalpreis und Sozialtarif',
  },
  refund: {
    nl: 'terugbetaald, want de normale prijs is betaald',
    en: 'paid back, because the normal price was paid',
    fr: 'remboursé, car le prix normal a été payé',
    de: 'zurückgezahlt, weil der Normalpreis bezahlt wurde',
  },
  reduction: {
    nl: 'korting op de normale prijs',
    en: 'taken off the normal price',
    fr: 'déduit du prix normal',
    de: 'vom Normalpreis abgezogen',
  },
} as const satisfies { readonly [name: string]: Label }
