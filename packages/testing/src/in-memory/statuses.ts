import { type FactsOf, type Known, known } from '@vanzelf/source'
import type { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import type { socialSecurity } from '@vanzelf/source-social-security'
import type { Columns } from '../city/columns.ts'
import { type Since, socialStatusesOf, statusOf } from '../city/statuses.ts'
import { changed } from './reader.ts'
import type { Readers } from './readers.ts'

const YES: Known<boolean> = Object.freeze(known(true))
const NO: Known<boolean> = Object.freeze(known(false))

/** A status that holds since some day, and did not before. */
export const held = (since: Since) => changed<boolean>({ since, before: () => NO, then: () => YES })

/** What social security says of a city. */
export function socialSecurityOf(columns: Columns): Readers<FactsOf<typeof socialSecurity>> {
  const since = socialStatusesOf(columns)
  return {
    childBenefitSupplement: held(since.childBenefitSupplement),
    disabilityAllowance: held(since.disabilityAllowance),
    incomeGuaranteeForElderly: held(since.incomeGuaranteeForElderly),
    increasedReimbursement: held(since.increasedReimbursement),
    increasedReimbursementInFamily: held(since.increasedReimbursementInFamily),
    livingWage: held(since.livingWage),
    socialAssistance: held(since.socialAssistance),
  }
}

/** What a city's own welfare centre says of it. */
export function municipalWelfareOf(columns: Columns): Readers<FactsOf<typeof municipalWelfare>> {
  return {
    livingWagePaid: held(statusOf(columns, 'livingWagePaid')),
    budgetGuidance: held(statusOf(columns, 'budgetGuidance')),
    budgetManagement: held(statusOf(columns, 'budgetManagement')),
    debtMediation: held(statusOf(columns, 'debtMediation')),
  }
}
