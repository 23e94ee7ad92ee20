import { count, filter, minus, named, not } from '@vanzelf/rules'
import { householdMembers } from './household-members.ts'
import { isReferencePerson } from './is-reference-person.ts'

/**
 * Those who depend on the reference person, read as: the members of the household other than the reference person.
 * That is a reading. Regulations speak of dependants without a definition the register knows, and the text of none was
 * seen that says otherwise; a city whose regulation does say so writes its own.
 */
export const dependants = filter(householdMembers, not(isReferencePerson))

/**
 * How many depend on the reference person, in the reading of `dependants`: a household has one reference person, so it
 * is the number of members less one. Asks the list only, nobody's position.
 */
export const numberOfDependants = named(
  {
    nl: 'aantal personen ten laste van de referentiepersoon',
    en: 'number of dependants of the reference person',
    fr: 'nombre de personnes à charge de la personne de référence',
    de: 'Anzahl der Personen zu Lasten der Bezugsperson',
  },
  minus(count(householdMembers), 1),
)
