import type { IsoDate } from '@vanzelf/rules'
import { draws } from './draw.ts'

export interface Vehicle {
  readonly category: string | undefined
  readonly plateRegisteredToHolder: boolean | undefined
  readonly otherRegisteredVehicle: boolean | undefined
  readonly increasedReimbursement: boolean | undefined
  /** `null`: the holder has none. */
  readonly parkingCard: ParkingCard | null | undefined
}
/** Half-open; `until: null` has no end. */
export interface ParkingCard {
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** Made-up vehicles and what is known of their holders. */
export function vehicles(count: number, unknownShare: number, seed = 3): readonly Vehicle[] {
  const { among, chance, told, whole } = draws(seed, unknownShare)
  const parkingCard = (): ParkingCard | null => {
    if (!chance(0.15)) return null
    const year = whole(2016, 2026)
    const from = dayOf(year, whole(1, 365))
    return { from, until: chance(0.5) ? null : dayOf(year + whole(1, 6), whole(1, 365)) }
  }
  return Array.from({ length: count }, () => ({
    category: told(among(['M1', 'N1', 'M2', 'N2', 'L3'], [0.8, 0.1, 0.03, 0.04, 0.03])),
    plateRegisteredToHolder: told(chance(0.92)),
    otherRegisteredVehicle: told(chance(0.25)),
    increasedReimbursement: told(chance(0.18)),
    parkingCard: told(parkingCard()),
  }))
}

const dayOf = (year: number, day: number): IsoDate =>
  new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10) as IsoDate
