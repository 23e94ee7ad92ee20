import {
  type AboutOf,
  type AsksOf,
  type Expression,
  endless,
  type IsoDate,
  ifAbsent,
  type Operand,
  onOrBefore,
} from '@vanzelf/rules'
import { type AddressSince, addressSince } from './address-since.ts'

/**
 * Whether a person has lived at the address of the date at hand since a date or longer; the date itself counts. A move
 * within the municipality interrupts it: `since(date, livesIn(code))` does not mind one.
 * @param date the last day on which the stay may have begun
 * @example
 * ```ts
 * atThisAddressSince('2025-01-01').kind // => 'atMost'
 * ```
 */
export function atThisAddressSince<const Date extends Operand<IsoDate>>(
  date: Date,
): Expression<boolean, AddressSince | AsksOf<Date>, 'person' | AboutOf<Date>> {
  return onOrBefore(ifAbsent(addressSince, endless), date)
}
