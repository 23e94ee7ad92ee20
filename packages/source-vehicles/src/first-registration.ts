import { type Fact, fact, type IsoDate } from '@vanzelf/rules'

export interface FirstRegistration extends Fact<'vehicles', 'firstRegistration', 'vehicle', IsoDate, 'date'> {}

/**
 * The day on which a vehicle was first registered anywhere, not the day on which its holder of today registered it.
 */
export const firstRegistration = fact<FirstRegistration>({
  source: 'vehicles',
  name: 'firstRegistration',
  about: 'vehicle',
  value: { type: 'date' },
  when: ['date'],
  label: { nl: 'eerste inschrijving', en: 'first registration', fr: 'première immatriculation', de: 'Erstzulassung' },
})
