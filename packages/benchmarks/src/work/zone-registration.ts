import { type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import { type Vehicle, vehicles } from '../population/vehicles.ts'
import type { Work } from './work.ts'

export const CATEGORIES = ['M1', 'N1'] as const
/** The day on which a parking card must be valid. */
export const DAY = '2026-01-01'

/** Free registration in the low-emission zone: the only vehicle, of the holder's own, with a status or a parking card. */
export const zoneRegistration: Work<Vehicle> = {
  title: 'low-emission zone registration, per vehicle',
  population: vehicles,
  decide,
  plain({ category, plateRegisteredToHolder, otherRegisteredVehicle, increasedReimbursement, parkingCard }) {
    const covered = parkingCard ? parkingCard.from <= DAY && DAY < (parkingCard.until ?? '9999-12-31') : false
    const admitted = CATEGORIES.some((one) => one === category) && plateRegisteredToHolder && !otherRegisteredVehicle
    return admitted && (increasedReimbursement || covered) ? 1 : 0
  },
  values: { category: ['M1', 'L3'], parkingCard: [null, { from: '2000-01-01', until: null }] },
}

/** Three cheap refusals, then the status, and dates only where they still matter. */
function decide(vehicle: Vehicle): Code {
  const { category, plateRegisteredToHolder, otherRegisteredVehicle, increasedReimbursement, parkingCard } = vehicle
  if (otherRegisteredVehicle === true || plateRegisteredToHolder === false) return NOT_ELIGIBLE
  if (category !== 'M1' && category !== 'N1' && category !== undefined) return NOT_ELIGIBLE
  if (increasedReimbursement !== true) {
    if (parkingCard === undefined) return UNDETERMINED
    if (parkingCard === null || parkingCard.from > DAY || (parkingCard.until !== null && parkingCard.until <= DAY)) {
      return increasedReimbursement === false ? NOT_ELIGIBLE : UNDETERMINED
    }
  }
  return category === undefined || otherRegisteredVehicle === undefined || plateRegisteredToHolder === undefined
    ? UNDETERMINED
    : 1
}
