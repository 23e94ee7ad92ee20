import { type Expression, type Fact, is, type One } from '@vanzelf/rules'
import { type Holder, holder } from './holder.ts'

/**
 * Whether the vehicle at hand is registered in somebody's name. A vehicle of an organisation is in nobody's.
 * @param person somebody who is the same wherever it is read: `applicant` in a policy about a person
 * @example
 * ```ts
 * import { applicant, fact, some } from '@vanzelf/rules'
 *
 * const parked = fact({ source: 'parking', name: 'parked', about: 'person', value: { type: 'those', to: 'vehicle' }, when: ['date'] })
 * some(parked, isRegisteredTo(applicant)).kind // => 'some'
 * ```
 */
export function isRegisteredTo<Asks extends Fact>(
  person: Expression<One<string>, Asks, never>,
): Expression<boolean, Holder | Asks, 'vehicle'> {
  return is(holder, person)
}
