import { named } from '@vanzelf/rules'
import { livingWage } from './living-wage.ts'

/** Whether a person receives a living wage or equivalent support, on the date at hand or throughout a period. */
export const receivesLivingWage = named(
  {
    nl: 'ontvangt een leefloon of equivalent leefloon',
    en: 'receives a living wage or equivalent support',
    fr: "bénéficie du revenu d'intégration ou d'une aide équivalente",
    de: 'bezieht ein Eingliederungseinkommen oder eine gleichwertige Unterstützung',
  },
  livingWage,
)
