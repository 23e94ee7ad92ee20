import type { ConnectorsFor } from '@vanzelf/source'
import type { ParkingCard } from '@vanzelf/source-disability'
import type { Enrolments, School } from '@vanzelf/source-education'
import type { Municipality } from '@vanzelf/source-population-register'
import type { LivingWage, StatusProfile } from '@vanzelf/source-social-security'
import type { TaxableIncome } from '@vanzelf/source-tax'
import { expectTypeOf, test } from 'vitest'
import { magda } from './magda.ts'
import type { TrustedSigner } from './security/verification.ts'

const options = {
  endpoint: 'http://127.0.0.1',
  sender: { uri: 'exampleville.be/meals', hoedanigheid: 'ipdc1' },
  pseudonyms: { of: (number: string) => number, reveal: (id: string) => id },
}

test('the connectors serve a policy that asks what they answer', () => {
  expectTypeOf(magda(options)).toExtend<ConnectorsFor<Municipality | LivingWage>>()
  expectTypeOf(magda(options)).toExtend<ConnectorsFor<ParkingCard | TaxableIncome | Enrolments | School>>()
})

test("a status of a city's own is answered by the name of its fact", () => {
  const own = magda({ ...options, statuses: { parkingStatus: { name: 'EXAMPLE_PARKING' } } })
  expectTypeOf(own).toExtend<ConnectorsFor<LivingWage | StatusProfile<'parkingStatus'>>>()
  expectTypeOf(own['social-security']).not.toHaveProperty('parkingStatsu')
})

test("an address and a transport of one's own exclude each other", () => {
  // @ts-expect-error both
  magda({ ...options, send: async () => ({ status: 200, body: '' }) })
})

test('messages cannot be signed by just any key', () => {
  // @ts-expect-error an identity has certificates too
  magda({ ...options, security: { identity: { key: 'PEM' } } })
})

test('answers are verified against a name, since authorities vouch for many', () => {
  // @ts-expect-error no name
  expectTypeOf<{ authorities: string }>().toExtend<TrustedSigner>()
})
