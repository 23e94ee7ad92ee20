import { filter, named, oneOf } from '@vanzelf/rules'
import { householdMembers } from './household-members.ts'
import { householdPosition } from './household-position.ts'

/**
 * Whether a person is a son, daughter or stepchild of the reference person, of whatever age. Of a child of the reference
 * person's partner or legal cohabitant the register may say something else, such as "not related".
 */
export const isChildOfReferencePerson = named(
  {
    nl: 'is een kind of stiefkind van de referentiepersoon',
    en: 'is a child or stepchild of the reference person',
    fr: 'est un enfant ou un bel-enfant de la personne de référence',
    de: 'ist ein Kind oder Stiefkind der Bezugsperson',
  },
  oneOf(householdPosition, ['03', '13']),
)

/** The children and stepchildren of the reference person who live in the household: `count(childrenOfReferencePerson, isMinor)`. */
export const childrenOfReferencePerson = filter(householdMembers, isChildOfReferencePerson)
