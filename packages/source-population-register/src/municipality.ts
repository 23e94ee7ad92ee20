import { type Fact, fact } from '@vanzelf/rules'

export interface Municipality
  extends Fact<'population-register', 'municipality', 'person', string | null, 'date' | 'period'> {}

/**
 * The municipality of a person's main residence, by its NIS code of five digits: `'44021'` is Ghent. `null` of who has
 * no main residence in Belgium: somebody struck off, or registered abroad. A source that may not show the address
 * answers that it is not permitted, never `null`.
 */
export const municipality = fact<Municipality>({
  source: 'population-register',
  name: 'municipality',
  about: 'person',
  value: { type: 'text' },
  when: ['date', 'period'],
  optional: true,
  label: {
    nl: 'gemeente van de hoofdverblijfplaats',
    en: 'municipality of the main residence',
    fr: 'commune de la résidence principale',
    de: 'Gemeinde des Hauptwohnortes',
  },
})
