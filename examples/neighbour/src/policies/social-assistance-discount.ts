import { socialAssistanceDiscount } from '@vanzelf/policy-social-assistance-discount'
import { any, parameter, percent } from '@vanzelf/rules'
import { householdMembers } from '@vanzelf/source-population-register'
import { increasedReimbursement, receivesLivingWage } from '@vanzelf/source-social-security'

const since = { from: '2026-01-01', article: 'art. 6', verified: true, note: 'made up for this example' } as const
const value = { type: 'percentage', least: 0, most: 100 } as const

export const examplevilleSocialAssistanceDiscount = socialAssistanceDiscount({
  name: 'exampleville/social-assistance-discount',
  regulation: 'Exampleville, council decision 2025/43',
  schools: ['999001', '999002'],
  family: householdMembers,
  assisted: any(receivesLivingWage, increasedReimbursement),
  careDiscount: parameter({ name: 'socialCareDiscount', value, history: [{ ...since, value: percent(60) }] }),
  mealsDiscount: parameter({ name: 'socialMealsDiscount', value, history: [{ ...since, value: percent(50) }] }),
  articles: { assistance: 'art. 5' },
  basis: { childcare: 'art. 12', education: 'art. 12', 'population-register': 'art. 13', 'social-security': 'art. 15' },
})
