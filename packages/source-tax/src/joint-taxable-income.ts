import { type Cents, type Fact, fact } from '@vanzelf/rules'

export interface JointTaxableIncome extends Fact<'tax', 'jointTaxableIncome', 'person', Cents, 'year'> {}

/**
 * The taxable income of a person's whole assessment for an income year, in cents: of both where two people are assessed
 * together, the person's own where one is assessed alone. Both partners answer the same amount, so a sum over a
 * household counts it twice: add up `taxableIncome` there. A year without an assessment is not found, never zero.
 */
export const jointTaxableIncome = fact<JointTaxableIncome>({
  source: 'tax',
  name: 'jointTaxableIncome',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['year'],
  label: {
    nl: 'gezamenlijk belastbaar inkomen van de aanslag',
    en: 'taxable income of the whole assessment',
    fr: "revenu imposable de l'imposition commune",
    de: 'steuerpflichtiges Einkommen der gemeinsamen Veranlagung',
  },
})
