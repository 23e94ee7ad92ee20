import { type AsksOf, type Expression, type Fact, ifAbsent, no, of } from '@vanzelf/rules'
import { type Holder, holder } from './holder.ts'

/**
 * Whether the holder of the vehicle at hand meets a criterion about a person. An organisation meets none.
 * @example
 * ```ts
 * import { atLeast, age, years } from '@vanzelf/rules'
 * import { birthDate } from '@vanzelf/source-population-register'
 *
 * holderMeets(atLeast(age(birthDate), years(65))).kind // => 'ifAbsent'
 * ```
 */
export function holderMeets<const C extends Expression<boolean, Fact, 'person'>>(
  criterion: C,
): Expression<boolean, Holder | AsksOf<C>, 'vehicle'> {
  const ofHolder: Expression<boolean | null, Holder | AsksOf<C>, 'vehicle'> = of(holder, criterion)
  return ifAbsent(ofHolder, no)
}
