import { type AsksOf, atMost, type Cents, euro, type ValueOf } from '@vanzelf/rules'
import { type FactsOf, source } from '@vanzelf/source'
import { expectTypeOf, it } from 'vitest'
import { declaration } from './declaration.ts'
import { declared, type Evidenced, type StatusOf } from './declared.ts'
import { factsOf } from './facts-of.ts'
import { isEvidenced } from './is-evidenced.ts'

const label = { nl: 'huurprijs', en: 'rent' }
const rent = declared({ name: 'rent', about: 'person', value: { type: 'money', least: 0 }, label })

it('is known by its own names, in rules and in a source', () => {
  const affordable = atMost(rent.evidenced, euro(750))
  expectTypeOf<AsksOf<typeof affordable>>().toEqualTypeOf<Evidenced<'rent', 'person', Cents>>()
  expectTypeOf<ValueOf<typeof rent.stated>>().toEqualTypeOf<Cents>()
  const proven = isEvidenced(rent)
  expectTypeOf<AsksOf<typeof proven>>().toEqualTypeOf<StatusOf<'rent', 'person'>>()
  const ours = source({ ...declaration, facts: { ...factsOf(rent) } })
  expectTypeOf<FactsOf<typeof ours>['name']>().toEqualTypeOf<'rent' | 'rentStatus' | 'evidencedRent'>()
})

it('refuses a relation, and a status that is none', () => {
  // @ts-expect-error a citizen names no subjects that a source knows
  declared({ name: 'children', about: 'person', value: { type: 'those', to: 'person' }, label })
  // @ts-expect-error a status is a text, not an amount
  atMost(rent.status, euro(3))
})
