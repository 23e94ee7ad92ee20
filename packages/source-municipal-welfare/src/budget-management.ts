import { type Fact, fact } from '@vanzelf/rules'

export interface BudgetManagement
  extends Fact<'municipal-welfare', 'budgetManagement', 'person', boolean, 'date' | 'period'> {}

/** Whether the welfare centre manages a person's budget: it receives the income and pays the bills. */
export const budgetManagement = fact<BudgetManagement>({
  source: 'municipal-welfare',
  name: 'budgetManagement',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'budgetbeheer door het OCMW',
    en: 'budget management by the welfare centre',
    fr: 'gestion budgétaire par le CPAS',
    de: 'Budgetverwaltung durch das ÖSHZ',
  },
})
