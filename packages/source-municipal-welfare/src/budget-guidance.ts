import { type Fact, fact } from '@vanzelf/rules'

export interface BudgetGuidance
  extends Fact<'municipal-welfare', 'budgetGuidance', 'person', boolean, 'date' | 'period'> {}

/** Whether the welfare centre helps a person to keep a budget, while that person goes on paying the bills. */
export const budgetGuidance = fact<BudgetGuidance>({
  source: 'municipal-welfare',
  name: 'budgetGuidance',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'budgetbegeleiding door het OCMW',
    en: 'budget guidance by the welfare centre',
    fr: 'guidance budgétaire par le CPAS',
    de: 'Budgetbegleitung durch das ÖSHZ',
  },
})
