export { type ChildBenefitSupplement, childBenefitSupplement } from './child-benefit-supplement.ts'
export { type DisabilityAllowance, disabilityAllowance } from './disability-allowance.ts'
export { hasIncreasedReimbursement } from './has-increased-reimbursement.ts'
export { type IncomeGuaranteeForElderly, incomeGuaranteeForElderly } from './income-guarantee-for-elderly.ts'
export { type IncreasedReimbursement, increasedReimbursement } from './increased-reimbursement.ts'
export {
  type IncreasedReimbursementInFamily,
  increasedReimbursementInFamily,
} from './increased-reimbursement-in-family.ts'
export { increasedReimbursementOwnOrInFamily } from './increased-reimbursement-own-or-in-family.ts'
export { type LivingWage, livingWage } from './living-wage.ts'
export { receivesLivingWage } from './receives-living-wage.ts'
export { receivesSocialAssistance } from './receives-social-assistance.ts'
export { type SocialAssistance, socialAssistance } from './social-assistance.ts'
export { socialSecurity } from './social-security.ts'
export { type StatusProfile, statusProfile } from './status-profile.ts'
