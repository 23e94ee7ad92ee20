import type { IsoDate } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { type Columns, flag } from './columns.ts'
import { dateOf } from './day.ts'
import { idOf, vehicleIdOf } from './ids.ts'
import { euroNorms, type Fuel, fuels, vehicleAges, vehicles } from './record-shares.ts'
import { rowAt, streamOf } from './stream.ts'

/** A vehicle nobody drives. */
export interface Vehicle {
  /** By what connectors call it. */
  readonly id: SubjectId
  /** A resident, or `null` where it is an organisation's. */
  readonly holder: SubjectId | null
  /** `'M1'` is a car, `'N1'` a light van. */
  readonly category: 'M1' | 'N1'
  readonly fuels: readonly Fuel[]
  /** `null` where it has none. */
  readonly euroNorm: string | null
  readonly firstRegistration: IsoDate
  readonly adaptedForDisability: boolean
}

/** The vehicles of a city, by their index. Only who holds them takes memory. */
export function vehiclesOf({ seed, today, residents, households, vehicles: { holder } }: Columns) {
  const stream = (name: string) => streamOf(seed, `vehicles: ${name}`)
  const [aged, older, fuelled, van, adapted] = [
    stream('age'),
    stream('days'),
    stream('fuels'),
    stream('van'),
    stream('adapted'),
  ]

  function isAdapted(index: number, resident: number): boolean {
    const home = residents.household[resident] ?? 0
    let hasCard = false
    if (resident >= 0)
      for (let member = households.first[home] ?? 0; member < (households.first[home + 1] ?? 0); member++)
        hasCard ||= ((residents.flags[member] ?? 0) & flag.parkingCard) !== 0
    return adapted(index) < vehicles.adapted[hasCard ? 'besideParkingCard' : 'others'].share
  }

  return (index: number): Vehicle => {
    const resident = holder[index] ?? -1
    const { from, until } = rowAt(vehicleAges, aged(index))
    const firstRegistration = dateOf(today - Math.floor((from + older(index) * (until - from)) * 365.25))
    const row = rowAt(fuels[firstRegistration >= '2014-01-01' ? 'since 2014' : 'before'], fuelled(index))
    const isElectric = row.fuels.every((fuel) => fuel === 'electricity')
    return {
      id: vehicleIdOf(index),
      holder: resident < 0 ? null : idOf(resident),
      category: resident < 0 && van(index) < vehicles.vans.share ? 'N1' : 'M1',
      fuels: row.fuels,
      euroNorm: isElectric ? null : (euroNorms.find((norm) => firstRegistration >= norm.from)?.norm ?? null),
      firstRegistration,
      adaptedForDisability: isAdapted(index, resident),
    }
  }
}
