import type { ConnectorsFor, FactsOf, SubjectId } from '@vanzelf/source'
import type { childcare } from '@vanzelf/source-childcare'
import type { disability } from '@vanzelf/source-disability'
import type { education } from '@vanzelf/source-education'
import type { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import type { populationRegister } from '@vanzelf/source-population-register'
import type { socialSecurity } from '@vanzelf/source-social-security'
import type { tax } from '@vanzelf/source-tax'
import type { vehicles } from '@vanzelf/source-vehicles'
import { indexOf, vehicleIndexOf } from '../city/ids.ts'
import type { SyntheticCity } from '../city/synthetic-city.ts'
import { childcareOf } from './childcare.ts'
import { disabilityOf } from './disability.ts'
import { type Disturbance, disturbed } from './disturbance.ts'
import { educationOf } from './education.ts'
import { populationRegisterOf } from './population-register.ts'
import { answering } from './readers.ts'
import { municipalWelfareOf, socialSecurityOf } from './statuses.ts'
import { taxOf } from './tax.ts'
import { registeredVehiclesOf } from './vehicles.ts'

/** Every fact a synthetic city can be asked. */
export type FactsOfCity = FactsOf<
  | typeof populationRegister
  | typeof socialSecurity
  | typeof municipalWelfare
  | typeof disability
  | typeof tax
  | typeof education
  | typeof childcare
  | typeof vehicles
>

/**
 * Connectors over a synthetic city, in memory: one for each source, by its name. They answer what the city is, and
 * misbehave as they are told.
 * @example
 * ```ts
 * import { birthDate } from '@vanzelf/source-population-register'
 *
 * const city = syntheticCity({ seed: 1, residents: 1000 })
 * const { 'population-register': register } = inMemory(city)
 * const purpose = { policy: 'example', basis: 'example', asker: 'example' }
 * const batch = { fact: birthDate, at: { on: '2026-01-01' }, subjects: ['p0', 'nobody'], purpose } as const
 * await register.birthDate(batch) // => [{ value: '1961-02-27' }, { unknown: 'not found' }]
 *
 * const down = inMemory(city, { fail: { 'population-register': 1 } })
 * const answers = await down['population-register'].birthDate(batch)
 * answers[0] // => { unknown: 'unavailable', … }
 * ```
 */
export function inMemory(city: SyntheticCity, disturbance?: Disturbance): ConnectorsFor<FactsOfCity> {
  const { columns, residentCount, vehicleCount } = city
  const resident = (id: SubjectId) => indexOf(id, residentCount)
  return disturbed(
    {
      'population-register': answering(populationRegisterOf(columns), resident),
      'social-security': answering(socialSecurityOf(columns), resident),
      'municipal-welfare': answering(municipalWelfareOf(columns), resident),
      disability: answering(disabilityOf(columns), resident),
      tax: answering(taxOf(columns), resident),
      education: educationOf(columns),
      childcare: answering(childcareOf(columns), resident),
      vehicles: answering(registeredVehiclesOf(columns), (id) => vehicleIndexOf(id, vehicleCount)),
    },
    disturbance,
  )
}
