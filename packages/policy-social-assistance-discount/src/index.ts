export { type FamilyDiscountFacts, type FamilyDiscountOptions, familyDiscount } from './family-discount.ts'
export {
  type GhentSocialAssistanceDiscountFacts,
  ghentSocialAssistanceDiscount,
} from './ghent.ts'
export { ghentDiscountCombinations } from './ghent-combinations.ts'
export { ghentFamilyDiscount, severalWithChildrenElsewhere } from './ghent-family.ts'
export {
  familyCareDiscount,
  fewestChildren,
  oldestChild,
  socialCareDiscount,
  socialMealsDiscount,
} from './parameters.ts'
export {
  type SocialAssistanceDiscountFacts,
  type SocialAssistanceDiscountOptions,
  socialAssistanceDiscount,
} from './social-assistance-discount.ts'
