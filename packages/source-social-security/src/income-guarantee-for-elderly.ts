import { type Fact, fact } from '@vanzelf/rules'

export interface IncomeGuaranteeForElderly
  extends Fact<'social-security', 'incomeGuaranteeForElderly', 'person', boolean, 'date' | 'period'> {}

/**
 * Whether a person receives the income guarantee for the elderly (IGO, GRAPA), or the guaranteed income that went
 * before it and is still paid to some.
 */
export const incomeGuaranteeForElderly = fact<IncomeGuaranteeForElderly>({
  source: 'social-security',
  name: 'incomeGuaranteeForElderly',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'inkomensgarantie voor ouderen',
    en: 'income guarantee for the elderly',
    fr: 'garantie de revenus aux personnes âgées',
    de: 'Einkommensgarantie für Betagte',
  },
})
