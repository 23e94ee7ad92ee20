import { type Fact, fact, type Period, type Stands } from '@vanzelf/rules'
import { checkPolicyName } from './check-policy-name.ts'
import type { GrantDefinition } from './grant-definition.ts'

/** The grant of a person under one policy that is in force on a date: its period, `null` where there is none. */
export interface GrantUnder<Name extends string> extends Fact<'grants', Name, 'person', Period | null, 'date'> {}

/**
 * The grant that a person has under one policy on the date at hand: the period for which it runs, and `null` where none
 * is in force. One that was suspended, has ended or was withdrawn is none. The period is what the city granted, not what
 * the policy would decide today.
 * @throws {DefinitionError} `bad-name` when a name is empty or not allowed as a property
 * @example
 * ```ts
 * import { endOf } from '@vanzelf/rules'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const pass = grantUnder({
 *   policy: 'exampleville/pass',
 *   name: 'passGrant',
 *   label: { nl: 'toegekende kansenpas', en: 'opportunity pass granted' },
 * })
 * evaluate(endOf(pass), { passGrant: { from: '2026-01-01', until: '2027-01-01' } }, '2026-03-10') // => '2027-01-01'
 * evaluate(endOf(pass), { passGrant: null }, '2026-03-10') // => null
 * ```
 */
export function grantUnder<const Name extends string>(definition: GrantDefinition<Name>): Stands<GrantUnder<Name>> {
  checkPolicyName(definition)
  const { name, label } = definition
  return fact({
    source: 'grants',
    name,
    about: 'person',
    value: { type: 'period' },
    optional: true,
    when: ['date'],
    label,
  })
}
