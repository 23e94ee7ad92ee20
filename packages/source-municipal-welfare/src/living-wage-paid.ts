import { type Fact, fact } from '@vanzelf/rules'

export interface LivingWagePaid
  extends Fact<'municipal-welfare', 'livingWagePaid', 'person', boolean, 'date' | 'period'> {}

/**
 * Whether this city's own welfare centre pays a person a living wage or equivalent support. Known sooner than at
 * social security, but of this city only: of somebody who has just moved here, another centre may pay it.
 */
export const livingWagePaid = fact<LivingWagePaid>({
  source: 'municipal-welfare',
  name: 'livingWagePaid',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
  label: {
    nl: 'leefloon of equivalent leefloon betaald door het eigen OCMW',
    en: "living wage or equivalent support paid by the city's own welfare centre",
    fr: "revenu d'intégration ou aide équivalente payés par le CPAS de la commune",
    de: 'vom eigenen ÖSHZ gezahltes Eingliederungseinkommen oder gleichwertige Unterstützung',
  },
})
