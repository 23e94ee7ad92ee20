import { type AsksOf, applicant, of } from '@vanzelf/rules'
import { expectTypeOf, it } from 'vitest'
import { livesAtSameAddressAs } from './lives-at-same-address-as.ts'
import { type ReferencePerson, referencePerson } from './reference-person.ts'
import type { RegisteredAtSameAddress } from './registered-at-same-address.ts'

it('takes somebody who is the same wherever it is read', () => {
  const atHome = livesAtSameAddressAs(applicant)
  expectTypeOf<AsksOf<typeof atHome>>().toEqualTypeOf<RegisteredAtSameAddress>()
  const withReference = livesAtSameAddressAs(of(applicant, referencePerson))
  expectTypeOf<AsksOf<typeof withReference>>().toEqualTypeOf<RegisteredAtSameAddress | ReferencePerson>()
})

it('refuses somebody who depends on who is at hand', () => {
  // @ts-expect-error of each of them the reference person is another one
  livesAtSameAddressAs(referencePerson)
})
