import { source } from '@vanzelf/source'
import { budgetGuidance } from './budget-guidance.ts'
import { budgetManagement } from './budget-management.ts'
import { debtMediation } from './debt-mediation.ts'
import { livingWagePaid } from './living-wage-paid.ts'

/** What a city's own public centre for social welfare knows of the people it helps. */
export const municipalWelfare = source({
  name: 'municipal-welfare',
  authority: {
    nl: 'openbaar centrum voor maatschappelijk welzijn (OCMW)',
    en: 'public centre for social welfare',
    fr: "centre public d'action sociale (CPAS)",
    de: 'Öffentliches Sozialhilfezentrum (ÖSHZ)',
  },
  facts: { budgetGuidance, budgetManagement, debtMediation, livingWagePaid },
})
