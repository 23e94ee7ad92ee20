import { type Fact, fact } from '@vanzelf/rules'

export interface NormalPricePaid
  extends Fact<'low-emission-zone', 'normalPricePaid', 'authorisation', boolean, 'date'> {}

/** Whether the normal price of an authorisation was paid: no while nothing was, and no where the reduced price was. */
export const normalPricePaid = fact<NormalPricePaid>({
  source: 'low-emission-zone',
  name: 'normalPricePaid',
  about: 'authorisation',
  value: { type: 'truth' },
  when: ['date'],
  label: {
    nl: 'betaling van de normale prijs',
    en: 'payment of the normal price',
    fr: 'paiement du prix normal',
    de: 'Zahlung des Normalpreises',
  },
})
