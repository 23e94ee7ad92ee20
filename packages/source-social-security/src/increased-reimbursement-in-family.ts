import { type Fact, fact } from '@vanzelf/rules'

export interface IncreasedReimbursementInFamily
  extends Fact<'social-security', 'increasedReimbursementInFamily', 'person', boolean, 'date' | 'period'> {}

/**
 * Whether somebody in a person's family has increased reimbursement. Which people are the family, social security
 * decides, and it does not say who of them has it: that makes it the narrower ask where one yes is enough.
 */
export const increasedReimbursementInFamily = fact<IncreasedReimbursementInFamily>({
  source: 'social-security',
  name: 'increasedReimbursementInFamily',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'verhoogde tegemoetkoming in het gezin',
    en: 'increased reimbursement in the family',
    fr: 'intervention majorée dans la famille',
    de: 'erhöhte Kostenerstattung in der Familie',
  },
})
