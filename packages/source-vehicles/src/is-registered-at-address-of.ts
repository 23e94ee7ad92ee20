import type { Expression, Fact, One } from '@vanzelf/rules'
import { any } from '@vanzelf/rules'
import { livesAtSameAddressAs, type RegisteredAtSameAddress } from '@vanzelf/source-population-register'
import type { Holder } from './holder.ts'
import { holderMeets } from './holder-meets.ts'
import { isRegisteredTo } from './is-registered-to.ts'

/**
 * Whether the vehicle at hand is registered in the name of a person, or of somebody who is registered at the same
 * address, in one household or not.
 * @param person somebody who is the same wherever it is read: `applicant` in a policy about a person
 * @example
 * ```ts
 * import { applicant, fact, some } from '@vanzelf/rules'
 *
 * const parked = fact({ source: 'parking', name: 'parked', about: 'person', value: { type: 'those', to: 'vehicle' }, when: ['date'] })
 * some(parked, isRegisteredAtAddressOf(applicant)).kind // => 'some'
 * ```
 */
export function isRegisteredAtAddressOf<Asks extends Fact>(
  person: Expression<One<string>, Asks, never>,
): Expression<boolean, Holder | RegisteredAtSameAddress | Asks, 'vehicle'> {
  return any(isRegisteredTo(person), holderMeets(livesAtSameAddressAs(person)))
}
