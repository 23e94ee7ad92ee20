import { type AsksOfPolicy, fact, ground } from '@vanzelf/rules'
import { type BirthDate, isMinor } from '@vanzelf/source-population-register'
import { expectTypeOf, it } from 'vitest'
import { dependantOfEntitled, type FamilyFacts } from './dependant-of-entitled.ts'
import type { ghentUitpasReducedRate } from './ghent.ts'
import { type UitpasFacts, type UitpasReducedRateOptions, uitpasReducedRate } from './uitpas-reduced-rate.ts'

const options = {} as UitpasReducedRateOptions<never>

it('knows the facts it asks', () =>
  expectTypeOf<AsksOfPolicy<typeof ghentUitpasReducedRate>>().toEqualTypeOf<UitpasFacts>())

it('asks besides what the further grounds ask', () => {
  const family = uitpasReducedRate({ ...options, further: [dependantOfEntitled('art. 3', isMinor)] })
  expectTypeOf<AsksOfPolicy<typeof family>>().toEqualTypeOf<UitpasFacts | FamilyFacts | BirthDate>()
})

it('refuses a source without a basis', () => {
  // @ts-expect-error nothing says why social security may be asked
  uitpasReducedRate({ ...options, basis: { 'population-register': 'art. 6', 'municipal-welfare': 'art. 8' } })
  const refugee = fact({
    source: 'reception',
    name: 'refugee',
    about: 'person',
    value: { type: 'truth' },
    when: ['date'],
  })
  const further = [ground('art. 4', refugee)]
  const basis = { 'population-register': 'art. 6', 'social-security': 'art. 7', 'municipal-welfare': 'art. 8' }
  uitpasReducedRate({ ...options, further, basis: { ...basis, reception: 'art. 9' } })
  // @ts-expect-error nothing says why the reception of refugees may be asked
  uitpasReducedRate({ ...options, further, basis })
})
