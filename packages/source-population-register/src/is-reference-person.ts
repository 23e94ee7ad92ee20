import { is, named } from '@vanzelf/rules'
import { householdPosition } from './household-position.ts'

/**
 * Whether a person is the reference person of the household. Asks that person's own position only: not who else lives
 * there, and not who the reference person is instead.
 */
export const isReferencePerson = named(
  {
    nl: 'is referentiepersoon van het gezin',
    en: 'is the reference person of the household',
    fr: 'est la personne de référence du ménage',
    de: 'ist die Bezugsperson des Haushalts',
  },
  is(householdPosition, '01'),
)
