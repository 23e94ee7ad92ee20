import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import type { Policy } from '@vanzelf/rules'
import { householdMembers } from '@vanzelf/source-population-register'
import { livingWage, socialSecurity } from '@vanzelf/source-social-security'
import { inMemoryOf } from '@vanzelf/testing'
import { expectTypeOf, it } from 'vitest'
import { defineConfig } from './define-config.ts'

const some = inMemoryOf([socialSecurity], {})

it('takes connectors for some sources, made at once or when they are needed', () => {
  defineConfig({ policies: [ghentWasteBags], connectors: some })
  defineConfig({ policies: [ghentWasteBags], connectors: () => some })
  defineConfig({ policies: [ghentWasteBags], connectors: async () => some, asker: 'Exampleville', language: 'fr' })
  expectTypeOf(defineConfig({ policies: [ghentWasteBags] }).policies).toExtend<readonly Policy[]>()
})

const year = {
  policy: 'ghent/waste-bags',
  population: () => ['p1'],
  on: '2026-01-01',
  takesEffect: 'automatically',
  lost: { then: 'keep', law: 'art. 1' },
} as const

it('takes where the ledger is, and campaigns over it', () => {
  defineConfig({ policies: [ghentWasteBags], ledger: { folder: 'ledger' }, campaigns: { year } })
  defineConfig({ policies: [ghentWasteBags], ledger: async () => ({ connectionString: 'postgres://' }) })
  defineConfig({
    policies: [ghentWasteBags],
    campaigns: { year: { ...year, holders: { household: householdMembers } } },
  })
  defineConfig({ policies: [ghentWasteBags], campaigns: { year: { ...year, channels: async () => [] } } })
})

it('refuses a campaign that does not fit', () => {
  const { lost: _, ...endless } = year
  // @ts-expect-error nothing tells what becomes of what somebody would lose
  defineConfig({ policies: [ghentWasteBags], campaigns: { year: endless } })
  // @ts-expect-error the rest of the configuration tells who asks
  defineConfig({ policies: [ghentWasteBags], campaigns: { year: { ...year, asker: 'Exampleville' } } })
  // @ts-expect-error a living wage is yes or no, and nobody
  defineConfig({ policies: [ghentWasteBags], campaigns: { year: { ...year, holders: { household: livingWage } } } })
  // @ts-expect-error a ledger is kept somewhere
  defineConfig({ policies: [ghentWasteBags], ledger: 'ledger' })
})

it('refuses what does not fit', () => {
  // @ts-expect-error there is no policy
  defineConfig({ asker: 'Exampleville' })
  // @ts-expect-error a fact is no policy
  defineConfig({ policies: [livingWage] })
  // @ts-expect-error nobody describes in Spanish
  defineConfig({ policies: [ghentWasteBags], language: 'es' })
  // @ts-expect-error this connector answers none of the facts
  defineConfig({ policies: [ghentWasteBags], connectors: { 'social-security': {} } })
})
