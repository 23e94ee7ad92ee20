import { applicant, filter, is, not, self } from '@vanzelf/rules'
import { householdMembers } from './household-members.ts'

/**
 * The members of the household without the applicant: `some(otherHouseholdMembers, isMinor)`. Asks nothing beyond the
 * list itself.
 */
export const otherHouseholdMembers = filter(householdMembers, not(is(self, applicant)))
