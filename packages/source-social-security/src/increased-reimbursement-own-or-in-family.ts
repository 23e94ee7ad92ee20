import { any, named } from '@vanzelf/rules'
import { increasedReimbursement } from './increased-reimbursement.ts'
import { increasedReimbursementInFamily } from './increased-reimbursement-in-family.ts'

/** Whether a person, or somebody in the family as social security knows it, has increased reimbursement. */
export const increasedReimbursementOwnOrInFamily = named(
  {
    nl: 'heeft verhoogde tegemoetkoming, zelf of in het gezin',
    en: 'has increased reimbursement, personally or in the family',
    fr: "bénéficie de l'intervention majorée, à titre personnel ou dans la famille",
    de: 'hat erhöhte Kostenerstattung, selbst oder in der Familie',
  },
  any(increasedReimbursement, increasedReimbursementInFamily),
)
