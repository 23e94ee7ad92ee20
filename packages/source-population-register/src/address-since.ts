import { type Fact, fact, type IsoDate } from '@vanzelf/rules'

export interface AddressSince extends Fact<'population-register', 'addressSince', 'person', IsoDate | null, 'date'> {}

/**
 * The day since which a person has the main residence of the date at hand; a move within the municipality starts anew.
 * `null` of who has no main residence in Belgium.
 */
export const addressSince = fact<AddressSince>({
  source: 'population-register',
  name: 'addressSince',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
  optional: true,
  label: {
    nl: 'begindatum van de hoofdverblijfplaats',
    en: 'start of the main residence',
    fr: 'début de la résidence principale',
    de: 'Beginn des Hauptwohnsitzes',
  },
})
