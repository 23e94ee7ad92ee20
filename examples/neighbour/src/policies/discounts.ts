import { policySet } from '@vanzelf/policy-set'
import { examplevilleFamilyDiscount } from './family-discount.ts'
import { examplevilleIncomeDiscount } from './income-discount.ts'
import { examplevilleSocialAssistanceDiscount } from './social-assistance-discount.ts'

const family = examplevilleFamilyDiscount.name
const income = examplevilleIncomeDiscount.name
const social = examplevilleSocialAssistanceDiscount.name

export const examplevilleDiscounts = policySet({
  policies: [examplevilleSocialAssistanceDiscount, examplevilleIncomeDiscount, examplevilleFamilyDiscount],
  things: { care: [{ nl: 'buitenschoolse opvang', en: 'out-of-school care' }] },
  combinations: [
    { kind: 'replaces', policy: social, replaced: income, article: 'art. 9, § 1' },
    { kind: 'excludes', policies: [income, family], wins: { highest: 'care' }, article: 'art. 9, § 2' },
    { kind: 'adds', policies: [social, family], article: 'art. 9, § 3' },
  ],
})
