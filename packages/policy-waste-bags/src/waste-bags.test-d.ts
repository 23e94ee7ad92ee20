import type { AsksOfPolicy } from '@vanzelf/rules'
import { livesInPostcodes, type Postcode } from '@vanzelf/source-population-register'
import { expectTypeOf, it } from 'vitest'
import type { ghentWasteBags } from './ghent.ts'
import { type WasteBagsFacts, type WasteBagsOptions, wasteBags } from './waste-bags.ts'

it('knows the facts it asks', () => expectTypeOf<AsksOfPolicy<typeof ghentWasteBags>>().toEqualTypeOf<WasteBagsFacts>())

it('asks besides what the zone asks', () => {
  const options = {} as WasteBagsOptions<never>
  const inZones = wasteBags({ ...options, bagZone: livesInPostcodes(['9901']) })
  expectTypeOf<AsksOfPolicy<typeof inZones>>().toEqualTypeOf<WasteBagsFacts | Postcode>()
})
