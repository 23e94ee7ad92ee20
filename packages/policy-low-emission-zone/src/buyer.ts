import { type Fact, fact, type One } from '@vanzelf/rules'

export interface Buyer extends Fact<'low-emission-zone', 'buyer', 'authorisation', One<'person'>, 'date'> {}

/** The person for whom an authorisation is bought, whether or not the vehicle is in that person's name. */
export const buyer = fact<Buyer>({
  source: 'low-emission-zone',
  name: 'buyer',
  about: 'authorisation',
  value: { type: 'one', to: 'person' },
  when: ['date'],
  label: { nl: 'koper van de toelating', en: 'buyer', fr: "acheteur de l'autorisation", de: 'Käufer der Zulassung' },
})
