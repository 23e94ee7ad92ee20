import { type Fact, fact } from '@vanzelf/rules'

export interface LivingWage extends Fact<'social-security', 'livingWage', 'person', boolean, 'date' | 'period'> {}

/**
 * Whether a person receives a living wage (law of 26 May 2002) or the equivalent support of a welfare centre. Spells
 * may be short: a date and a period give different answers, and the regulation says which it means.
 */
export const livingWage = fact<LivingWage>({
  source: 'social-security',
  name: 'livingWage',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'leefloon of equivalent leefloon',
    en: 'living wage or equivalent support',
    fr: "revenu d'intégration ou aide équivalente",
    de: 'Eingliederungseinkommen oder gleichwertige Unterstützung',
  },
})
