import { type Cents, type Fact, fact } from '@vanzelf/rules'

export interface TaxableIncome extends Fact<'tax', 'taxableIncome', 'person', Cents, 'year'> {}

/**
 * A person's own taxable income of an income year, in cents, as the assessment of personal income tax has it: of two
 * people assessed together, the part of this one. Zero is an answer; never below zero, for a loss is carried to later
 * years. A year without an assessment is not found, never zero: see `latestAssessedYear`.
 */
export const taxableIncome = fact<TaxableIncome>({
  source: 'tax',
  name: 'taxableIncome',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['year'],
  label: {
    nl: 'eigen belastbaar inkomen',
    en: 'own taxable income',
    fr: 'revenu imposable propre',
    de: 'eigenes steuerpflichtiges Einkommen',
  },
})
