import { type FactsOf, known } from '@vanzelf/source'
import type { vehicles } from '@vanzelf/source-vehicles'
import type { Columns } from '../city/columns.ts'
import { dayOf } from '../city/day.ts'
import { type Vehicle, vehiclesOf } from '../city/vehicles.ts'
import { NOT_FOUND, onDay, type Reader } from './reader.ts'
import type { Readers } from './readers.ts'

/** What the register of vehicles says of a city. Before its first registration it knows no vehicle. */
export function registeredVehiclesOf(columns: Columns): Readers<FactsOf<typeof vehicles>> {
  const vehicle = vehiclesOf(columns)
  const told = <V>(of: (vehicle: Vehicle) => V): Reader<V> =>
    onDay((index, day) => {
      const found = vehicle(index)
      return dayOf(found.firstRegistration) > day ? NOT_FOUND : known(of(found))
    })
  return {
    adaptedForDisability: told(({ adaptedForDisability }) => adaptedForDisability),
    euroNorm: told(({ euroNorm }) => euroNorm),
    firstRegistration: told(({ firstRegistration }) => firstRegistration),
    fuels: told(({ fuels }) => fuels),
    holder: told(({ holder }) => holder),
    vehicleCategory: told(({ category }) => category),
  }
}
