import { type Fact, fact, type Period } from '@vanzelf/rules'

export interface ParkingCard extends Fact<'disability', 'parkingCard', 'person', Period | null, 'date'> {}

/**
 * The days on which a person's parking card for people with a disability is valid, from its delivery to its end; most
 * cards have no end. `null` of who holds none on the date. The source decides, not the card: many that have lapsed are
 * never handed in.
 */
export const parkingCard = fact<ParkingCard>({
  source: 'disability',
  name: 'parkingCard',
  about: 'person',
  value: { type: 'period' },
  when: ['date'],
  optional: true,
  label: {
    nl: 'parkeerkaart voor personen met een handicap',
    en: 'parking card for people with a disability',
    fr: 'carte de stationnement pour personnes handicapées',
    de: 'Parkausweis für Menschen mit Behinderung',
  },
})
