import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import type { Policy } from '@vanzelf/rules'
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
