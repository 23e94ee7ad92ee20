import { type Fact, fact, type Those } from '@vanzelf/rules'

export interface RegisteredAtSameAddress
  extends Fact<'population-register', 'registeredAtSameAddress', 'person', Those<'person'>, 'date'> {}

/**
 * Everybody with the same main residence, box number included, whatever the household: the person, the household, and
 * others who live there without belonging to it.
 */
export const registeredAtSameAddress = fact<RegisteredAtSameAddress>({
  source: 'population-register',
  name: 'registeredAtSameAddress',
  about: 'person',
  value: { type: 'those', to: 'person', least: 1 },
  when: ['date'],
  label: {
    nl: 'personen ingeschreven op hetzelfde adres',
    en: 'persons registered at the same address',
    fr: 'personnes inscrites à la même adresse',
    de: 'an derselben Adresse eingetragene Personen',
  },
})
