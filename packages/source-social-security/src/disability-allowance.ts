import { type Fact, fact } from '@vanzelf/rules'

export interface DisabilityAllowance
  extends Fact<'social-security', 'disabilityAllowance', 'person', boolean, 'date' | 'period'> {}

/**
 * Whether a person with a disability receives an income replacement allowance or an integration allowance (IVT, IT).
 * Which of the two, and how much, is not said. A care budget for the elderly is another benefit.
 */
export const disabilityAllowance = fact<DisabilityAllowance>({
  source: 'social-security',
  name: 'disabilityAllowance',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'inkomensvervangende of integratietegemoetkoming',
    en: 'income replacement or integration allowance',
    fr: "allocation de remplacement de revenus ou d'intégration",
    de: 'Einkommensersatz- oder Eingliederungsbeihilfe',
  },
})
