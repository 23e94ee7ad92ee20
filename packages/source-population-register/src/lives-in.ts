import { type AboutOf, type AsksOf, type Expression, is, type Label, named, type Operand } from '@vanzelf/rules'
import { type Municipality, municipality } from './municipality.ts'

/**
 * Whether a person has the main residence in a municipality, on the date at hand. Of who has none in Belgium: no.
 * Longer than a day reads `since('2025-01-01', livesIn('44021'))` or `throughout(calendarYear, livesIn('44021'))`.
 * @param code the NIS code of five digits, or a parameter with it
 * @param name what the municipality is called: with it, who reads the rule or a letter sees "lives in Ghent", not the code
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
 * livesIn('44021', { nl: 'Gent', en: 'Ghent' }).kind // => 'note'
 * ```
 */
export function livesIn<const Code extends Operand<string>>(
  code: Code,
  name?: Label,
): Expression<boolean, Municipality | AsksOf<Code>, 'person' | AboutOf<Code>> {
  const lives = is(municipality, code)
  return name === undefined ? lives : named(livesInOf(name), lives)
}

const livesInOf = ({ nl, en, fr, de }: Label): Label => ({
  nl: `woont in ${nl}`,
  en: `lives in ${en}`,
  ...(fr !== undefined && { fr: `habite à ${fr}` }),
  ...(de !== undefined && { de: `wohnt in ${de}` }),
})
