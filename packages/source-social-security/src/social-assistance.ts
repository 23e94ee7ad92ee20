import { type Fact, fact } from '@vanzelf/rules'

export interface SocialAssistance extends Fact<'social-security', 'socialAssistance', 'person', boolean, 'date'> {}

/**
 * Whether a person receives a living wage or equivalent support, or has increased reimbursement: one question and one
 * yes or no, for regulations to which it does not matter which of them. Answered on a date only, without periods.
 */
export const socialAssistance = fact<SocialAssistance>({
  source: 'social-security',
  name: 'socialAssistance',
  about: 'person',
  value: { type: 'truth' },
  when: ['date'],
  label: {
    nl: 'leefloon, equivalent leefloon of verhoogde tegemoetkoming',
    en: 'living wage, equivalent support or increased reimbursement',
    fr: "revenu d'intégration, aide équivalente ou intervention majorée",
    de: 'Eingliederungseinkommen, gleichwertige Unterstützung oder erhöhte Kostenerstattung',
  },
})
