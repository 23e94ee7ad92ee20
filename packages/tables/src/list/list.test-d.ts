import type { ConnectorsFor } from '@vanzelf/source'
import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { populationRegister } from '@vanzelf/source-population-register'
import { type IncreasedReimbursement, type LivingWage, socialSecurity } from '@vanzelf/source-social-security'
import { expectTypeOf, test } from 'vitest'
import { returnedList } from './returned-list.ts'

const common = {
  sent: { on: '2026-01-01', subjects: [], leftOut: [] },
  pseudonyms: pseudonyms({ key: 'k'.repeat(32) }),
} as const

test('the connector answers the facts of the list, and nothing else', async () => {
  const connector = await returnedList({ ...common, source: socialSecurity, facts: { livingWage: 'every row' } })
  const connectors = { 'social-security': connector }
  expectTypeOf(connectors).toExtend<ConnectorsFor<LivingWage>>()
  expectTypeOf(connectors).not.toExtend<ConnectorsFor<LivingWage | IncreasedReimbursement>>()
})

test('a fact that is no yes or no cannot come back as a part of a list', () => {
  // @ts-expect-error a postcode is a text
  void returnedList({ ...common, source: populationRegister, facts: { postcode: 'every row' } })
})
