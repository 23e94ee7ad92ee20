import { type AsksOf, atLeast, years } from '@vanzelf/rules'
import type { FactsOf } from '@vanzelf/source'
import { expectTypeOf, it } from 'vitest'
import type { childcare } from './childcare.ts'
import { type OutOfSchoolCare, outOfSchoolCare } from './out-of-school-care.ts'

it('knows its fact by its name', () => {
  expectTypeOf<FactsOf<typeof childcare>>().toEqualTypeOf<OutOfSchoolCare>()
  expectTypeOf<AsksOf<typeof outOfSchoolCare>>().toEqualTypeOf<OutOfSchoolCare>()
})

it('refuses a comparison with an age', () => {
  // @ts-expect-error care is yes or no
  atLeast(outOfSchoolCare, years(3))
})
