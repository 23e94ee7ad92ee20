import { type AsksOf, atMost, euro, year } from '@vanzelf/rules'
import { type FactsOf, source } from '@vanzelf/source'
import { expectTypeOf, it } from 'vitest'
import { type GrantUnder, grantUnder } from './grant-under.ts'
import { type GrantedInYear, grantedInYear } from './granted-in-year.ts'
import { grants } from './grants.ts'
import { isEntitledUnder } from './is-entitled-under.ts'
import { notYetGrantedIn } from './not-yet-granted-in.ts'

const label = { nl: 'toegekend', en: 'granted' }
const passGrant = grantUnder({ policy: 'exampleville/pass', name: 'passGrant', label })
const bagsGranted = grantedInYear({ policy: 'exampleville/waste-bags', name: 'bagsGranted', label })

it('is known by its own name, in rules and in a source', () => {
  const entitled = isEntitledUnder(passGrant)
  expectTypeOf<AsksOf<typeof entitled>>().toEqualTypeOf<GrantUnder<'passGrant'>>()
  const first = notYetGrantedIn(year(2026), bagsGranted)
  expectTypeOf<AsksOf<typeof first>>().toEqualTypeOf<GrantedInYear<'bagsGranted'>>()
  const ours = source({ ...grants, facts: { passGrant, bagsGranted } })
  expectTypeOf<FactsOf<typeof ours>['name']>().toEqualTypeOf<'passGrant' | 'bagsGranted'>()
})

it('refuses to mix a grant on a date with one in a year', () => {
  // @ts-expect-error a grant on a date is not told by year
  notYetGrantedIn(year(2026), passGrant)
  // @ts-expect-error what was granted in a year is not in force on a date
  isEntitledUnder(bagsGranted)
  // @ts-expect-error a grant is a period, not an amount
  atMost(passGrant, euro(3))
})
