import { type Fact, fact } from '@vanzelf/rules'

export interface ChildBenefitSupplement
  extends Fact<'social-security', 'childBenefitSupplement', 'person', boolean, 'date' | 'period'> {}

/**
 * Whether child benefit for a person is paid with the social supplement, for families with a low income. It is about
 * the child for whom it is paid, not about who receives it: of a household one asks it of its members.
 */
export const childBenefitSupplement = fact<ChildBenefitSupplement>({
  source: 'social-security',
  name: 'childBenefitSupplement',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'sociale toeslag bij het Groeipakket',
    en: 'social supplement to child benefit',
    fr: 'supplément social aux allocations familiales',
    de: 'Sozialzuschlag zum Kindergeld',
  },
})
