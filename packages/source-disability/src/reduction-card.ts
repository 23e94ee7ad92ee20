import { type Fact, fact, type Period } from '@vanzelf/rules'

export interface ReductionCard extends Fact<'disability', 'reductionCard', 'person', Period | null, 'date'> {}

/**
 * The days on which a person's reduction card on public transport is valid, from its delivery to its end, if it has one.
 * `null` of who holds none on the date.
 */
export const reductionCard = fact<ReductionCard>({
  source: 'disability',
  name: 'reductionCard',
  about: 'person',
  value: { type: 'period' },
  when: ['date'],
  optional: true,
  label: {
    nl: 'verminderingskaart voor het openbaar vervoer',
    en: 'reduction card for public transport',
    fr: 'carte de réduction sur les transports en commun',
    de: 'Ermäßigungskarte für öffentliche Verkehrsmittel',
  },
})
