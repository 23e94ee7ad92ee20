import type { ConnectorsFor, FactsOf } from '@vanzelf/source'
import type { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import type { populationRegister } from '@vanzelf/source-population-register'
import type { socialSecurity } from '@vanzelf/source-social-security'
import type { SyntheticCity } from '../city/synthetic-city.ts'
import { type Disturbance, disturbed } from './disturbance.ts'
import { populationRegisterOf } from './population-register.ts'
import { answering } from './readers.ts'
import { municipalWelfareOf, socialSecurityOf } from './statuses.ts'

/** Every fact a synthetic city can be asked. */
export type FactsOfCity = FactsOf<typeof populationRegister | typeof socialSecurity | typeof municipalWelfare>

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
  const { columns, residentCount } = city
  return disturbed(
    {
      'population-register': answering(populationRegisterOf(columns), residentCount),
      'social-security': answering(socialSecurityOf(columns), residentCount),
      'municipal-welfare': answering(municipalWelfareOf(columns), residentCount),
    },
    disturbance,
  )
}
