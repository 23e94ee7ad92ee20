import { named } from '@vanzelf/rules'
import { increasedReimbursement } from './increased-reimbursement.ts'

/** Whether a person has increased reimbursement, on the date at hand or throughout a period. */
export const hasIncreasedReimbursement = named(
  {
    nl: 'heeft verhoogde tegemoetkoming',
    en: 'has increased reimbursement',
    fr: "bénéficie de l'intervention majorée",
    de: 'hat erhöhte Kostenerstattung',
  },
  increasedReimbursement,
)
