import type { Vehicle } from './population/vehicles.ts'

/** The unknown as `null`: all that an engine over JSON can see of it. */
export function nullForUnknown<Value>(told: Value): Value {
  if (told === undefined) return null as Value
  if (typeof told !== 'object' || told === null) return told
  const entries = Object.entries(told).map(([fact, value]) => [fact, nullForUnknown(value)] as const)
  return (Array.isArray(told) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as Value
}

/** A vehicle whose card is flat: has one, from, until. For engines that do not look into what may be missing. */
export interface FlatVehicle {
  readonly category: string | null
  readonly plateRegisteredToHolder: boolean | null
  readonly otherRegisteredVehicle: boolean | null
  readonly increasedReimbursement: boolean | null
  readonly hasCard: boolean | null
  readonly cardFrom: string | null
  readonly cardUntil: string | null
}

export function flat(vehicle: Vehicle): FlatVehicle {
  const { parkingCard } = vehicle
  return {
    category: vehicle.category ?? null,
    plateRegisteredToHolder: vehicle.plateRegisteredToHolder ?? null,
    otherRegisteredVehicle: vehicle.otherRegisteredVehicle ?? null,
    increasedReimbursement: vehicle.increasedReimbursement ?? null,
    hasCard: parkingCard === undefined ? null : parkingCard !== null,
    cardFrom: parkingCard?.from ?? null,
    cardUntil: parkingCard?.until ?? null,
  }
}

/** A date as a number, 20260101: for engines that cannot order texts. */
export const asNumber = (date: string): number => Number(date.replaceAll('-', ''))

/** A flat vehicle whose dates are numbers. */
export function flatInNumbers(vehicle: Vehicle): Omit<FlatVehicle, 'cardFrom' | 'cardUntil'> & {
  readonly cardFrom: number | null
  readonly cardUntil: number | null
} {
  const { cardFrom, cardUntil, ...rest } = flat(vehicle)
  return {
    ...rest,
    cardFrom: cardFrom === null ? null : asNumber(cardFrom),
    cardUntil: cardUntil === null ? null : asNumber(cardUntil),
  }
}
