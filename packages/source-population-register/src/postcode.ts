import { type Fact, fact } from '@vanzelf/rules'

export interface Postcode extends Fact<'population-register', 'postcode', 'person', string | null, 'date' | 'period'> {}

/**
 * The postcode of a person's main residence, as text; `null` of who has none in Belgium. A municipality is told more
 * surely by its NIS code: ask `municipality` unless the regulation itself lists postcodes.
 */
export const postcode = fact<Postcode>({
  source: 'population-register',
  name: 'postcode',
  about: 'person',
  value: { type: 'text' },
  when: ['date', 'period'],
  optional: true,
  label: {
    nl: 'postcode van de hoofdverblijfplaats',
    en: 'postcode of the main residence',
    fr: 'code postal de la résidence principale',
    de: 'Postleitzahl des Hauptwohnortes',
  },
})
