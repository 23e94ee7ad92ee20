import { type Expression, type Fact, is, type One, self, some } from '@vanzelf/rules'
import { type RegisteredAtSameAddress, registeredAtSameAddress } from './registered-at-same-address.ts'

/**
 * Whether the person at hand is registered at the same address as somebody else, in one household or not. Who all live
 * there is the fact `registeredAtSameAddress`, for `some`, `every` and `count`.
 * @param other somebody who is the same wherever it is read: `applicant`, `of(applicant, referencePerson)`. The
 *   compiler refuses `referencePerson` alone: of everybody at the address that would be another person
 * @example
 * ```ts
 * import { applicant } from '@vanzelf/rules'
 *
 * livesAtSameAddressAs(applicant).kind // => 'some'
 * ```
 */
export function livesAtSameAddressAs<Asks extends Fact>(
  other: Expression<One<string>, Asks, never>,
): Expression<boolean, RegisteredAtSameAddress | Asks, 'person'> {
  return some(registeredAtSameAddress, is(other, self))
}
