import { type Fact, fact } from '@vanzelf/rules'

export interface IncreasedReimbursement
  extends Fact<'social-security', 'increasedReimbursement', 'person', boolean, 'date' | 'period'> {}

/** Whether a person has increased reimbursement of medical costs (VT, also called BIM). */
export const increasedReimbursement = fact<IncreasedReimbursement>({
  source: 'social-security',
  name: 'increasedReimbursement',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'verhoogde tegemoetkoming',
    en: 'increased reimbursement',
    fr: 'intervention majorée',
    de: 'erhöhte Kostenerstattung',
  },
})
