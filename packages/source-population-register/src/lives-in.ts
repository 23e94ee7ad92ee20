import { type AboutOf, type AsksOf, type Expression, is, type Operand } from '@vanzelf/rules'
import { type Municipality, municipality } from './municipality.ts'

/**
 * Whether a person has the main residence in a municipality, on the date at hand. Of who has none in Belgium: no.
 * Longer than a day reads `since('2025-01-01', livesIn('44021'))` or `throughout(calendarYear, livesIn('44021'))`.
 * @param code the NIS code of five digits, or a parameter with it
 * @example
 * ```ts
 * import { decide } from '@vanzelf/rules/evaluate'
 * import { calendarYear, ground, policy, status } from '@vanzelf/rules'
 *
 * const resident = policy({
 *   name: 'resident',
 *   about: 'person',
 *   grounds: [ground('art. 1', livesIn('44021'))],
 *   benefit: status({ nl: 'inwoner', en: 'resident' }),
 *   period: calendarYear,
 * })
 * decide(resident, { municipality: '44021' }, '2026-01-01').outcome // => 'eligible'
 * decide(resident, { municipality: null }, '2026-01-01').outcome // => 'not eligible'
 * ```
 */
export function livesIn<const Code extends Operand<string>>(
  code: Code,
): Expression<boolean, Municipality | AsksOf<Code>, 'person' | AboutOf<Code>> {
  return is(municipality, code)
}
