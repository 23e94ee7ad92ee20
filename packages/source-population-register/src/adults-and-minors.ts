import { filter } from '@vanzelf/rules'
import { isAdult, isMinor } from './age-of-majority.ts'
import { householdMembers } from './household-members.ts'

/** The members of the household who are 18 or older on the date at hand: `count(adults)`, `some(adults, …)`. */
export const adults = filter(householdMembers, isAdult)

/** The members of the household who are younger than 18 on the date at hand, whoever's children they are. */
export const minors = filter(householdMembers, isMinor)
