import type { Day } from './day.ts'
import { vehicles } from './record-shares.ts'
import { streamOf } from './stream.ts'

/** What of a city's columns says who may hold a vehicle. */
interface Owners {
  readonly seed: number
  readonly today: Day
  readonly residents: { readonly birth: Uint16Array }
  readonly households: { readonly count: number; readonly first: Int32Array; readonly cars: Uint8Array }
}

const MAJORITY = 18 * 365.25

/** In whose name each vehicle is: first those of households, in their order, then those of organisations, which are -1. */
export function holdersOf({ seed, today, residents, households }: Owners): Int32Array {
  let count = 0
  for (let household = 0; household < households.count; household++) count += households.cars[household] ?? 0
  const holders = new Int32Array(count + Math.round(count * vehicles.ofOrganisations.share)).fill(-1)
  const isOfSecond = streamOf(seed, 'vehicles: holder')
  for (let household = 0, vehicle = 0; household < households.count; household++) {
    const reference = households.first[household] ?? 0
    const second = reference + 1
    const hasSecond =
      second < (households.first[household + 1] ?? 0) && today - (residents.birth[second] ?? today) >= MAJORITY
    for (let car = 0; car < (households.cars[household] ?? 0); car++, vehicle++)
      holders[vehicle] = hasSecond && isOfSecond(vehicle) < vehicles.secondHolder.share ? second : reference
  }
  return holders
}
