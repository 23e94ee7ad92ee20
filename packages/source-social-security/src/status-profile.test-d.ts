import type { AsksOf } from '@vanzelf/rules'
import { type FactsOf, source } from '@vanzelf/source'
import { expectTypeOf, it } from 'vitest'
import { socialSecurity } from './social-security.ts'
import { type StatusProfile, statusProfile } from './status-profile.ts'

const label = { nl: 'parkeerstatuut', en: 'parking status' }

it('is known by its own name, in rules and in a source', () => {
  const parkingStatus = statusProfile({ name: 'parkingStatus', label })
  expectTypeOf<AsksOf<typeof parkingStatus>>().toEqualTypeOf<StatusProfile<'parkingStatus'>>()
  const ours = source({ ...socialSecurity, facts: { ...socialSecurity.facts, parkingStatus } })
  expectTypeOf<FactsOf<typeof ours>['name']>().toEqualTypeOf<keyof (typeof ours)['facts']>()
})
