import type { AsksOfPolicy, SituationOf } from '@vanzelf/rules'
import type { examplevilleFamilyDiscount } from './policies/family-discount.ts'
import type { examplevilleIncomeDiscount } from './policies/income-discount.ts'
import type { examplevilleLowEmissionZoneExemption } from './policies/low-emission-zone-exemption.ts'
import type { examplevilleLowEmissionZoneTariff } from './policies/low-emission-zone-tariff.ts'
import type { examplevilleSocialAssistanceDiscount } from './policies/social-assistance-discount.ts'
import type { examplevilleUitpasReducedRate } from './policies/uitpas-reduced-rate.ts'
import type { examplevilleWasteBags } from './policies/waste-bags.ts'

/** Every fact that a policy of Exampleville asks. */
type Asked = AsksOfPolicy<
  | typeof examplevilleWasteBags
  | typeof examplevilleLowEmissionZoneExemption
  | typeof examplevilleLowEmissionZoneTariff
  | typeof examplevilleUitpasReducedRate
  | typeof examplevilleIncomeDiscount
  | typeof examplevilleSocialAssistanceDiscount
  | typeof examplevilleFamilyDiscount
>

/** What may be told of a person, of a vehicle, and of an authorisation to enter the low-emission zone. */
export type Person = SituationOf<Asked, 'person'>
export type Vehicle = SituationOf<Asked, 'vehicle'>
export type Authorisation = SituationOf<Asked, 'authorisation'>
