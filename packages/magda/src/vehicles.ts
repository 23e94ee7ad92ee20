import { type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import type { At, Connector, FactsOf, Purpose, SubjectId } from '@vanzelf/source'
import type { vehicles } from '@vanzelf/source-vehicles'
import { answerer, type ToldAnswer } from './answerer.ts'
import { joined } from './joined.ts'
import { momentOf } from './moment.ts'
import type { Pseudonyms } from './numbers.ts'
import { plateOf } from './plate.ts'
import { notInForce, type Telling, told, type VehicleFactName } from './registration-told.ts'
import type { RestExchange } from './rest/magda-rest.ts'
import { vehicleRegistration } from './services/vehicle-registration.ts'

type VehicleFact = FactsOf<typeof vehicles>

/** How vehicles are asked. */
export interface MagdaVehiclesOptions {
  /** What `magdaRest` makes. */
  readonly rest: RestExchange
  /** Makes the pseudonyms of holders: the same as `pseudonyms` of `magda`, so that their own facts can be asked. */
  readonly people: Pick<Pseudonyms, 'of'>
  /** The plates behind the pseudonyms of vehicles. */
  readonly plates: Pick<Pseudonyms, 'reveal'>
  /** Facts your finality shows: only with `euroNorm` here does a fuel without norm have none. */
  readonly disclosed?: readonly 'euroNorm'[]
  /** The clock: what is registered is known as of its day. */
  readonly now?: () => Date
}

interface Ask {
  readonly fact: VehicleFactName
  readonly at: At
  readonly subject: SubjectId
  readonly purpose: Purpose
}

/**
 * A connector that answers vehicles from MAGDA, by number plate: one request for all that is asked of a vehicle at once.
 * Only of today: which vehicle bore a plate on an earlier day is not shown. A plate nobody has is `not found`.
 * @example
 * ```ts
 * import { unknown } from '@vanzelf/rules'
 * import { fuels } from '@vanzelf/source-vehicles'
 *
 * const connector = magdaVehicles({
 *   rest: async () => ({ refusal: unknown('not found', 'HTTP 204'), passing: false }), // by `magdaRest` elsewhere
 *   people: { of: (number) => `p${number}` },
 *   plates: { reveal: (id) => id.slice(1) },
 *   now: () => new Date('2026-03-10T12:00:00Z'),
 * })
 * const purpose = { policy: 'exampleville/lez', basis: 'authorisation 2026/5', asker: 'Exampleville' }
 * await connector.fuels({ fact: fuels, at: { on: '2026-03-10' }, subjects: ['v1ABC123'], purpose })
 * // => [{ unknown: 'not found', code: 'HTTP 204' }]
 * ```
 */
export function magdaVehicles(options: MagdaVehiclesOptions): Connector<VehicleFact> {
  const { rest, people, plates, disclosed = [], now = () => new Date() } = options
  const telling: Telling = { people, showsEuroNorm: disclosed.includes('euroNorm') }
  const visit = joined(({ subject, purpose }: Ask) => {
    return JSON.stringify([subject, purpose.policy, purpose.basis, purpose.asker])
  }, visited)
  const answers = <const Name extends VehicleFactName>(fact: Name) =>
    answerer<Extract<VehicleFact, { readonly name: Name }>>((subject, { at, purpose }, signal) =>
      visit({ fact, at, subject, purpose }, signal),
    )
  return Object.freeze({
    adaptedForDisability: answers('adaptedForDisability'),
    euroNorm: answers('euroNorm'),
    firstRegistration: answers('firstRegistration'),
    fuels: answers('fuels'),
    holder: answers('holder'),
    vehicleCategory: answers('vehicleCategory'),
  })

  async function visited(asks: readonly Ask[], signal: AbortSignal): Promise<readonly ToldAnswer[]> {
    const [{ subject, purpose } = asks[0] as Ask] = asks
    const today = momentOf(now()).day
    const isOfToday = asks.map(({ at }) => 'on' in at && at.on === today)
    if (!isOfToday.includes(true)) return asks.map(() => notAsked)
    const tell = await asked(subject, purpose, signal, today)
    return asks.map(({ fact }, index) => (isOfToday[index] ? tell(fact) : notAsked))
  }

  async function asked(
    subject: SubjectId,
    purpose: Purpose,
    signal: AbortSignal,
    today: IsoDate,
  ): Promise<(fact: VehicleFactName) => ToldAnswer> {
    const plate = plateOf(plates.reveal(subject) ?? '')
    if (plate === undefined) return () => unknown('not found')
    const reply = await rest(vehicleRegistration, plate, { subject, purpose, signal })
    if ('refusal' in reply) return () => reply.refusal
    const [registration, another] = reply.content.items
    if (!registration) return () => unknown('not found')
    const shownPlate = registration.license?.plateNr
    if (another || (shownPlate !== undefined && plateOf(shownPlate) !== plate)) return () => unknown('in doubt')
    const withheld = notInForce(registration)
    if (withheld) return () => withheld
    return (fact) => {
      const answer = told[fact](registration, telling)
      const isToCome = fact === 'firstRegistration' && 'value' in answer && String(answer.value) > today
      return isToCome ? unknown('in doubt') : answer
    }
  }
}

/** A day to come, or one that is past. */
const notAsked: Unknown = unknown('not asked')
