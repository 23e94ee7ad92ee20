import { type AboutOf, type AsksOf, type Expression, inYear, not, type Operand, type Year } from '@vanzelf/rules'
import type { GrantedInYear } from './granted-in-year.ts'

/**
 * Whether a person was granted nothing under a policy in a calendar year: the requirement behind "once a year". For a
 * right of a whole household ask it of each member: `every(householdMembers, notYetGrantedIn(…))`.
 * @param which the year, often `yearOf(thisDay)`
 * @param granted a fact made by `grantedInYear`
 * @example
 * ```ts
 * import { thisDay, yearOf } from '@vanzelf/rules'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const label = { nl: 'afvalzakken toegekend', en: 'waste bags granted' }
 * const bags = grantedInYear({ policy: 'exampleville/waste-bags', name: 'wasteBagsGranted', label })
 * const firstThisYear = notYetGrantedIn(yearOf(thisDay), bags)
 * evaluate(firstThisYear, { wasteBagsGranted: { 2025: true, 2026: false } }, '2026-03-10') // => true
 * evaluate(firstThisYear, { wasteBagsGranted: { 2025: true, 2026: false } }, '2025-03-10') // => false
 * ```
 */
export function notYetGrantedIn<const Which extends Operand<Year>, Name extends string>(
  which: Which,
  granted: GrantedInYear<Name>,
): Expression<boolean, GrantedInYear<Name> | AsksOf<Which>, 'person' | AboutOf<Which>> {
  return not(inYear<Which, GrantedInYear<Name>>(which, granted))
}
