import type { Fuel } from '../city/record-shares.ts'
import type { SyntheticCity } from '../city/synthetic-city.ts'
import type { Vehicle } from '../city/vehicles.ts'
import type { RestQuestion } from './loopback-rest.ts'

/**
 * What `loopbackMagdaRest` answers of the vehicles of a synthetic city. The plate of vehicle `v12` is `V12`, which is
 * nobody's; of a plate without vehicle there is no content.
 * @example
 * ```ts
 * import { syntheticCity } from '@vanzelf/testing'
 *
 * const answer = registrationsOf(syntheticCity({ seed: 1, residents: 100 }))
 * const sender = { uri: 'exampleville.be/lez', hoedanigheid: 'ipdc3' }
 * const question = { path: '/v1/mobility/registrations', query: { plateNr: 'V0' }, correlation: 'c1', sender }
 * answer(question) // => { body: { items: [{ license: { plateNr: 'V0', … }, … }] } }
 * answer({ ...question, query: { plateNr: 'NONE' } }) // => { status: 204 }
 * ```
 */
export function registrationsOf(
  city: SyntheticCity,
): (question: RestQuestion) => { readonly status?: number; readonly body?: unknown } {
  return ({ query: { plateNr = '' } }) => {
    const vehicle = city.vehicle(plateNr.toLowerCase())
    if (vehicle === undefined) return { status: 204 }
    const holder = vehicle.holder === null ? undefined : city.resident(vehicle.holder)?.nationalNumber
    return { body: { items: [registrationOf(vehicle, plateNr, holder)], total: 1 } }
  }
}

const registrationOf = (vehicle: Vehicle, plateNr: string, holder: string | undefined) => ({
  license: { plateNr, status: { code: 'REG' }, statusLegal: { code: 'NOR' } },
  titular: holder === undefined ? { type: 'O' } : { type: 'P', person: { nationalNr: { identificator: holder } } },
  vehicle: {
    category: { code: vehicle.category },
    firstRegistrationDate: vehicle.firstRegistration,
    handicapIndicator: vehicle.adaptedForDisability,
    engine: [{ fuel: vehicle.fuels.map((fuel) => ({ code: fuelCodes[fuel], euroNormCode: vehicle.euroNorm })) }],
  },
})

/** The register's codes. Of electricity none was seen: what stands here is none. */
const fuelCodes: { readonly [fuel in Fuel]: string } = { petrol: '10', diesel: '20', lpg: '30', electricity: 'EXAMPLE' }
