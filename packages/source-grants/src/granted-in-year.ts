import { type Fact, fact } from '@vanzelf/rules'
import { checkPolicyName } from './check-policy-name.ts'
import type { GrantDefinition } from './grant-definition.ts'

/** Whether a person was granted something under one policy in a calendar year. */
export interface GrantedInYear<Name extends string> extends Fact<'grants', Name, 'person', boolean, 'year'> {}

/**
 * Whether a person was granted something under one policy in a calendar year: a grant whose first day lies in that year,
 * also when it has ended since. One that was taken back as if it had never been does not count. It says no more than
 * yes or no; a rule reads it for one year, with `inYear` or `notYetGrantedIn`.
 * @throws {DefinitionError} `bad-name` when a name is empty or not allowed as a property
 * @example
 * ```ts
 * import { inYear, year } from '@vanzelf/rules'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const bags = grantedInYear({
 *   policy: 'exampleville/waste-bags',
 *   name: 'wasteBagsGranted',
 *   label: { nl: 'afvalzakken toegekend', en: 'waste bags granted' },
 * })
 * evaluate(inYear(year(2025), bags), { wasteBagsGranted: { 2025: true, 2026: false } }) // => true
 * evaluate(inYear(year(2024), bags), { wasteBagsGranted: { 2025: true, 2026: false } }) // => { unknown: 'not asked' }
 * ```
 */
export function grantedInYear<const Name extends string>(definition: GrantDefinition<Name>): GrantedInYear<Name> {
  checkPolicyName(definition)
  const { name, label } = definition
  return fact<GrantedInYear<string>>({
    source: 'grants',
    name,
    about: 'person',
    value: { type: 'truth' },
    when: ['year'],
    label,
  }) as GrantedInYear<Name>
}
