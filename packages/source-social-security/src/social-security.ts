import { source } from '@vanzelf/source'
import { childBenefitSupplement } from './child-benefit-supplement.ts'
import { disabilityAllowance } from './disability-allowance.ts'
import { incomeGuaranteeForElderly } from './income-guarantee-for-elderly.ts'
import { increasedReimbursement } from './increased-reimbursement.ts'
import { increasedReimbursementInFamily } from './increased-reimbursement-in-family.ts'
import { livingWage } from './living-wage.ts'
import { socialAssistance } from './social-assistance.ts'

/** The network of social security, which answers whether a status applies to a person. */
export const socialSecurity = source({
  name: 'social-security',
  authority: {
    nl: 'Kruispuntbank van de Sociale Zekerheid',
    en: 'Crossroads Bank for Social Security',
    fr: 'Banque-carrefour de la sécurité sociale',
    de: 'Zentrale Datenbank der sozialen Sicherheit',
  },
  facts: {
    childBenefitSupplement,
    disabilityAllowance,
    incomeGuaranteeForElderly,
    increasedReimbursement,
    increasedReimbursementInFamily,
    livingWage,
    socialAssistance,
  },
})
