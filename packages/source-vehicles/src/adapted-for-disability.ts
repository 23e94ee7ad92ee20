import { type Fact, fact } from '@vanzelf/rules'

export interface AdaptedForDisability extends Fact<'vehicles', 'adaptedForDisability', 'vehicle', boolean, 'date'> {}

/**
 * Whether the register marks a vehicle as adapted for a person with a disability. What counts as adapted is decided when
 * it is approved: an automatic gearbox or a steering knob that comes off is not enough.
 */
export const adaptedForDisability = fact<AdaptedForDisability>({
  source: 'vehicles',
  name: 'adaptedForDisability',
  about: 'vehicle',
  value: { type: 'truth' },
  when: ['date'],
  label: {
    nl: 'aanpassing voor een persoon met een handicap',
    en: 'adaptation for a person with a disability',
    fr: 'adaptation à une personne handicapée',
    de: 'Anpassung für eine Person mit Behinderung',
  },
})
