import { all, any, named, none, not, some } from '@vanzelf/rules'
import { isAdult, isMinor } from './age-of-majority.ts'
import { childrenOfReferencePerson, isChildOfReferencePerson } from './children-of-reference-person.ts'
import { householdMembers } from './household-members.ts'
import { isPartnerOfReferencePerson } from './is-partner-of-reference-person.ts'
import { isReferencePerson } from './is-reference-person.ts'

/**
 * Whether a person is the reference person of a household with a minor child of that person, and without a partner or
 * any other adult but children. Of a child it reads `of(referencePerson, isSingleParent)`.
 *
 * That is a reading: what the register can show of raising children alone. Who lives together without being registered
 * so, and which child lives elsewhere half of the time, it does not show; a regulation that lets another adult live in,
 * such as a grandparent, writes its own from `isPartnerOfReferencePerson`. It asks position and date of birth of every
 * member: ask less where less will do.
 */
export const isSingleParent = named(
  {
    nl: 'is alleenstaande ouder',
    en: 'is a single parent',
    fr: 'est un parent isolé',
    de: 'ist alleinerziehend',
  },
  all(
    isReferencePerson,
    some(childrenOfReferencePerson, isMinor),
    none(
      householdMembers,
      any(isPartnerOfReferencePerson, all(isAdult, not(isReferencePerson), not(isChildOfReferencePerson))),
    ),
  ),
)
