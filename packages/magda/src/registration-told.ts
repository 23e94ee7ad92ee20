import { unknown } from '@vanzelf/rules'
import type { FactsOf } from '@vanzelf/source'
import type { vehicles } from '@vanzelf/source-vehicles'
import type { ToldAnswer } from './answerer.ts'
import { isDay } from './day.ts'
import type { Pseudonyms } from './numbers.ts'
import type { VehicleRegistration } from './services/vehicle-registration.ts'

export type VehicleFactName = FactsOf<typeof vehicles>['name']

export interface Telling {
  readonly people: Pick<Pseudonyms, 'of'>
  /** Whether the sender is shown all norms: only then does a fuel without one have none. */
  readonly showsEuroNorm: boolean
}

const inDoubt = unknown('in doubt')
// The platform leaves out what it may not show, silently.
const notPermitted = unknown('not permitted')

/** What keeps a registration from telling anything: it is not in force as it stands, or not shown to be. */
export function notInForce({ license }: VehicleRegistration): ToldAnswer | undefined {
  const status = license?.status?.code
  const legal = license?.statusLegal?.code
  // What the other codes of the register mean was not found: stolen, struck off, seized.
  if ((status ?? 'REG') !== 'REG' || (legal ?? 'NOR') !== 'NOR') return inDoubt
  return status === undefined || legal === undefined ? notPermitted : undefined
}

/** What a registration tells of each fact. */
export const told: { readonly [fact in VehicleFactName]: (of: VehicleRegistration, telling: Telling) => ToldAnswer } = {
  holder({ titular }, { people }) {
    if (titular?.type === undefined) return notPermitted
    if (organisations.has(titular.type)) return { value: null }
    if (titular.type !== 'P') return inDoubt
    const number = titular.person?.nationalNr?.identificator
    if (number === undefined) return notPermitted
    return /^\d{11}$/.test(number) ? { value: people.of(number) } : inDoubt
  },

  vehicleCategory({ vehicle }) {
    const code = vehicle?.category?.code
    return code === undefined ? notPermitted : code.trim() ? { value: code } : inDoubt
  },

  fuels(registration) {
    const codes = fuelsOf(registration)?.map(({ code }) => code)
    if (!codes || codes.includes(undefined)) return notPermitted
    const names = codes.map((code) => fuelNames[code ?? ''])
    return names.length === 0 || names.includes(undefined) ? inDoubt : { value: [...new Set(names)] }
  },

  euroNorm(registration, { showsEuroNorm }) {
    const norms = fuelsOf(registration)?.map(({ euroNormCode }) => euroNormCode?.trim() || undefined)
    if (!norms) return notPermitted
    const [norm, ...others] = new Set(norms)
    if (norms.length === 0) return inDoubt
    if (norms.includes(undefined) && !showsEuroNorm) return notPermitted
    return others.length > 0 ? inDoubt : { value: norm ?? null }
  },

  adaptedForDisability({ vehicle }) {
    const isAdapted = vehicle?.handicapIndicator
    return isAdapted === undefined ? notPermitted : { value: isAdapted }
  },

  firstRegistration({ vehicle }) {
    const day = vehicle?.firstRegistrationDate
    return day === undefined ? notPermitted : isDay(day) ? { value: day } : inDoubt
  },
}

/** Kinds of holder that are no person, as far as they were seen. */
const organisations: ReadonlySet<string> = new Set(['O', 'M'])

/** Fuels by the register's codes, as far as they were seen. */
const fuelNames: { readonly [code: string]: string } = {
  '10': 'petrol',
  '16': 'ethanol',
  '20': 'diesel',
  '21': 'biodiesel',
  '30': 'lpg',
  '50': 'hydrogen',
}

/** The fuels of all engines; `undefined` where they are not shown. */
function fuelsOf({ vehicle }: VehicleRegistration) {
  const shown = vehicle?.engine?.map(({ fuel }) => fuel)
  if (!shown) return undefined
  const fuels = shown.filter((fuel) => fuel !== undefined)
  return fuels.length === shown.length ? fuels.flat() : undefined
}
