import type { AsksOfPolicy } from '@vanzelf/rules'
import type { OutOfSchoolCare } from '@vanzelf/source-childcare'
import type { Evidenced } from '@vanzelf/source-declaration'
import type { BirthDate, HouseholdMembers, ReferencePerson } from '@vanzelf/source-population-register'
import { expectTypeOf, it } from 'vitest'
import type { GhentSocialAssistanceDiscountFacts, ghentSocialAssistanceDiscount } from './ghent.ts'
import type { ghentFamilyDiscount } from './ghent-family.ts'

it('knows the facts it asks', () => {
  expectTypeOf<
    AsksOfPolicy<ReturnType<typeof ghentSocialAssistanceDiscount>>
  >().toEqualTypeOf<GhentSocialAssistanceDiscountFacts>()
  expectTypeOf<AsksOfPolicy<typeof ghentFamilyDiscount>>().toEqualTypeOf<
    | OutOfSchoolCare
    | BirthDate
    | ReferencePerson
    | HouseholdMembers
    | Evidenced<'severalWithChildrenElsewhere', 'person', boolean>
  >()
})
