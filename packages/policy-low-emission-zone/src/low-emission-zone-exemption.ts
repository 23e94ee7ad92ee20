import {
  all,
  any,
  applicant,
  type Expression,
  endOf,
  filter,
  ground,
  ifAbsent,
  type Label,
  largest,
  later,
  lowest,
  named,
  of,
  oncePer,
  type Policy,
  period,
  policy,
  status,
  thisDay,
  when,
  type Years,
} from '@vanzelf/rules'
import { holdsParkingCard, type ParkingCard, parkingCard } from '@vanzelf/source-disability'
import { type RegisteredAtSameAddress, registeredAtSameAddress } from '@vanzelf/source-population-register'
import { type IncreasedReimbursement, increasedReimbursement } from '@vanzelf/source-social-security'
import {
  type AdaptedForDisability,
  adaptedForDisability,
  type Holder,
  holder,
  somebodyAtHoldersAddressMeets,
} from '@vanzelf/source-vehicles'

/** What the exemption asks, whatever the city. */
export type LowEmissionZoneExemptionFacts =
  | Holder
  | AdaptedForDisability
  | RegisteredAtSameAddress
  | ParkingCard
  | IncreasedReimbursement

/** What a city fills in; the grounds themselves are the region's. */
export interface LowEmissionZoneExemptionOptions {
  /** The policy's name: the city, a slash, what it is about. */
  readonly name: string
  /** The text that is put into rules. */
  readonly regulation: string
  /** For how many years a registration holds at most. Before its first value there is no zone, and deciding throws. */
  readonly atMostYears: Expression<Years>
  /** Where the regulation names each ground. */
  readonly articles: {
    readonly parkingCardAndIncreasedReimbursement: string
    readonly parkingCardAndAdaptedVehicle: string
  }
  /** The legal basis on which each source may be asked. */
  readonly basis: { readonly [source in LowEmissionZoneExemptionFacts['source']]: string }
}

/**
 * A free registration of a vehicle in a low-emission zone: where its holder, or one person registered at the holder's
 * address, has both a valid parking card and increased reimbursement; or a parking card alone, and the vehicle is
 * adapted. It lasts as long as that card, and a number of years at most. The holder's own card goes before another's: it
 * is the one that is used up, for a card serves one vehicle.
 *
 * "Not eligible" means on these two grounds. Those that no register tells, such as informal carers, a parent who lives
 * elsewhere, adapted transport or a built-in wheelchair system, remain for who applies.
 * @param options what differs between cities
 * @example
 * ```ts
 * import { parameter, years } from '@vanzelf/rules'
 * import { decide } from '@vanzelf/rules/evaluate'
 *
 * const ours = lowEmissionZoneExemption({
 *   name: 'exampleville/low-emission-zone-exemption',
 *   regulation: 'Exampleville, council decision 2025/40',
 *   atMostYears: parameter({
 *     name: 'atMostYears',
 *     value: { type: 'years', least: 1 },
 *     history: [{ from: '2026-01-01', value: years(3), article: 'art. 5' }],
 *   }),
 *   articles: { parkingCardAndIncreasedReimbursement: 'art. 3, 1°', parkingCardAndAdaptedVehicle: 'art. 3, 2°' },
 *   basis: { vehicles: 'art. 6', 'population-register': 'art. 6', disability: 'art. 7', 'social-security': 'art. 7' },
 * })
 * const anna = { parkingCard: { from: '2020-01-01' }, increasedReimbursement: true } as const
 * decide(ours, { holder: anna }, '2026-03-10') // => { outcome: 'eligible', period: { from: '2026-03-10', until: '2029-03-10' }, … }
 * ```
 */
export function lowEmissionZoneExemption({
  name,
  regulation,
  atMostYears,
  articles,
  basis,
}: LowEmissionZoneExemptionOptions): Policy<'vehicle', LowEmissionZoneExemptionFacts> {
  const end = lowest(endOfTheCard, later(thisDay, { years: atMostYears }, 'lastDay'))
  const validity = period(thisDay, named(LABELS.end, end))
  return policy({
    name,
    label: LABELS.policy,
    regulation,
    about: 'vehicle',
    grounds: [
      ground(
        articles.parkingCardAndIncreasedReimbursement,
        named(LABELS.somebodyHasBoth, somebodyAtHoldersAddressMeets(hasBoth)),
      ),
      ground(
        articles.parkingCardAndAdaptedVehicle,
        all(adaptedForDisability, named(LABELS.somebodyHasCard, somebodyAtHoldersAddressMeets(holdsParkingCard))),
      ),
    ],
    benefit: status(LABELS.registration),
    period: validity,
    quota: oncePer('parking card', validity),
    basis,
  })
}

const LABELS = {
  somebodyHasBoth: {
    nl: 'iemand op het adres van de houder heeft zowel een parkeerkaart als verhoogde tegemoetkoming',
    en: "somebody at the holder's address has both a parking card and increased reimbursement",
    fr: "quelqu'un à l'adresse du titulaire a une carte de stationnement et l'intervention majorée",
    de: 'jemand an der Adresse des Halters hat einen Parkausweis und erhöhte Kostenerstattung',
  },
  somebodyHasCard: {
    nl: 'iemand op het adres van de houder heeft een parkeerkaart',
    en: "somebody at the holder's address has a parking card",
    fr: "quelqu'un à l'adresse du titulaire a une carte de stationnement",
    de: 'jemand an der Adresse des Halters hat einen Parkausweis',
  },
  both: {
    nl: 'heeft zowel een geldige parkeerkaart als verhoogde tegemoetkoming',
    en: 'has both a valid parking card and increased reimbursement',
    fr: "a à la fois une carte de stationnement valable et l'intervention majorée",
    de: 'hat sowohl einen gültigen Parkausweis als auch erhöhte Kostenerstattung',
  },
  entitling: {
    nl: 'heeft een parkeerkaart die recht geeft',
    en: 'holds a parking card that gives the right',
    fr: 'a une carte de stationnement qui ouvre le droit',
    de: 'hat einen Parkausweis, der das Recht gibt',
  },
  cardEnd: {
    nl: 'het einde van de parkeerkaart',
    en: 'the end of the parking card',
    fr: 'la fin de la carte de stationnement',
    de: 'das Ende des Parkausweises',
  },
  end: {
    nl: 'het einde van de registratie',
    en: 'the end of the registration',
    fr: "la fin de l'enregistrement",
    de: 'das Ende der Registrierung',
  },
  policy: {
    nl: 'gratis registratie in de lage-emissiezone',
    en: 'free registration in the low-emission zone',
    fr: 'enregistrement gratuit dans la zone de basses émissions',
    de: 'kostenlose Registrierung in der Umweltzone',
  },
  registration: {
    nl: 'gratis toegang tot de lage-emissiezone voor dit voertuig',
    en: 'free access to the low-emission zone for this vehicle',
    fr: 'accès gratuit à la zone de basses émissions pour ce véhicule',
    de: 'kostenlose Zufahrt zur Umweltzone für dieses Fahrzeug',
  },
} as const satisfies { readonly [name: string]: Label }

const hasBoth = named(LABELS.both, all(holdsParkingCard, increasedReimbursement))
// By whose card a ground is met: both grounds, read about one person.
const hasEntitlingCard = named(
  LABELS.entitling,
  any(hasBoth, all(holdsParkingCard, of(applicant, adaptedForDisability))),
)

// A decision that reaches its period has found such a card; `thisDay` only makes the rule complete.
const ownCardEnd = named(LABELS.cardEnd, ifAbsent(endOf(parkingCard), thisDay))
const anothersCardEnd = ifAbsent(largest(filter(registeredAtSameAddress, hasEntitlingCard), ownCardEnd), thisDay)
const endOfTheCard = ifAbsent(of(holder, when(hasEntitlingCard, ownCardEnd).otherwise(anothersCardEnd)), thisDay)
