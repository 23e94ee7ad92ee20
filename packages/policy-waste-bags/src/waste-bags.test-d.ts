import { type AsksOfPolicy, discretion, fact } from '@vanzelf/rules'
import { livesInPostcodes, type Postcode } from '@vanzelf/source-population-register'
import { expectTypeOf, it } from 'vitest'
import { ghent, type ghentWasteBags } from './ghent.ts'
import { type WasteBagsFacts, wasteBags } from './waste-bags.ts'

it('knows the facts it asks', () => expectTypeOf<AsksOfPolicy<typeof ghentWasteBags>>().toEqualTypeOf<WasteBagsFacts>())

it('asks besides what the zone asks', () => {
  const inZones = wasteBags({ ...ghent, bagZone: livesInPostcodes(['9901']) })
  expectTypeOf<AsksOfPolicy<typeof inZones>>().toEqualTypeOf<WasteBagsFacts | Postcode>()
})

it('refuses a zone from a source without a basis', () => {
  const bagZone = fact({ source: 'zones', name: 'bagZone', about: 'person', value: { type: 'truth' }, when: ['date'] })
  wasteBags({ ...ghent, bagZone, basis: { ...ghent.basis, zones: 'art. 8' } })
  // @ts-expect-error nothing says why the file of zones may be asked
  wasteBags({ ...ghent, bagZone })
  // What a person decides needs none.
  wasteBags({ ...ghent, bagZone: discretion({ name: 'bagZone', label: { nl: 'zakkenzone', en: 'zone of bags' } }) })
})
