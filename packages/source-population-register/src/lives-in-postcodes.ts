import { type AboutOf, type AsksOf, type Expression, oneOf, type Yields } from '@vanzelf/rules'
import { type Postcode, postcode } from './postcode.ts'

/**
 * Whether the postcode of a person's main residence is one of a list, on the date at hand. Of who has no main
 * residence in Belgium: no.
 * @param codes postcodes as text, or a parameter that lists them
 * @example
 * ```ts
 * livesInPostcodes(['9000', '9030']).kind // => 'oneOf'
 * ```
 */
export function livesInPostcodes<const Codes extends readonly string[] | Yields<readonly string[]>>(
  codes: Codes,
): Expression<boolean, Postcode | AsksOf<Codes>, 'person' | AboutOf<Codes>> {
  return oneOf(postcode, codes)
}
