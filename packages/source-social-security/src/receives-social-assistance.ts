import { named } from '@vanzelf/rules'
import { socialAssistance } from './social-assistance.ts'

/**
 * Whether a person receives social assistance in the wide sense: a living wage, equivalent support, or increased
 * reimbursement. One ask instead of several, and the answer does not say which.
 */
export const receivesSocialAssistance = named(
  {
    nl: 'ontvangt een leefloon, equivalent leefloon of verhoogde tegemoetkoming',
    en: 'receives a living wage, equivalent support or increased reimbursement',
    fr: "bénéficie du revenu d'intégration, d'une aide équivalente ou de l'intervention majorée",
    de: 'bezieht Eingliederungseinkommen, gleichwertige Unterstützung oder erhöhte Kostenerstattung',
  },
  socialAssistance,
)
