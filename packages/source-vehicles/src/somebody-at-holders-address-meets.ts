import { type AsksOf, any, type Expression, type Fact, some } from '@vanzelf/rules'
import { type RegisteredAtSameAddress, registeredAtSameAddress } from '@vanzelf/source-population-register'
import type { Holder } from './holder.ts'
import { holderMeets } from './holder-meets.ts'

/**
 * Whether the holder of the vehicle at hand, or somebody registered at the holder's address, meets a criterion about a
 * person. It is one and the same person who meets the whole criterion: with `all(a, b)` it is not enough that one has
 * the first and another the second. The holder stands first, so that whoever else lives there is asked nothing where the
 * holder suffices, and a list of the address that is not known does no harm then.
 * @example
 * ```ts
 * import { atLeast, age, years } from '@vanzelf/rules'
 * import { birthDate } from '@vanzelf/source-population-register'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const ofASenior = somebodyAtHoldersAddressMeets(atLeast(age(birthDate), years(65)))
 * evaluate(ofASenior, { holder: { birthDate: '1950-01-01' } }, '2026-03-10') // => true
 * evaluate(ofASenior, { holder: null }, '2026-03-10') // => false
 * ```
 */
export function somebodyAtHoldersAddressMeets<const C extends Expression<boolean, Fact, 'person'>>(
  criterion: C,
): Expression<boolean, Holder | RegisteredAtSameAddress | AsksOf<C>, 'vehicle'> {
  return any(holderMeets(criterion), holderMeets(some(registeredAtSameAddress, criterion)))
}
