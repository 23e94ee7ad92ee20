import { type Fact, fact, type One } from '@vanzelf/rules'

export interface Holder extends Fact<'vehicles', 'holder', 'vehicle', One<'person'> | null, 'date'> {}

/**
 * The person in whose name a vehicle is registered. `null` where it is an organisation, such as a lease company: who
 * drives its vehicles the register does not say.
 */
export const holder = fact<Holder>({
  source: 'vehicles',
  name: 'holder',
  about: 'vehicle',
  value: { type: 'one', to: 'person' },
  when: ['date'],
  optional: true,
  label: {
    nl: 'houder van de kentekenplaat',
    en: 'registered holder',
    fr: "titulaire de l'immatriculation",
    de: 'eingetragener Halter',
  },
})
