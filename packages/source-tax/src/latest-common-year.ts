import {
  applicant,
  type Expression,
  type Fact,
  ifAbsent,
  named,
  of,
  smallest,
  type Those,
  thisDay,
  type Year,
  type Yields,
  yearOf,
  yearsBefore,
} from '@vanzelf/rules'
import type { LatestAssessedYear } from './latest-assessed-year.ts'
import { ownLatestYear } from './own-latest-year.ts'

/**
 * The smallest of the most recent income years of everybody of a list: one year for all, so that nobody's income of one
 * year is added to another's of the next. Whether each of them has an assessment of that year is not looked at: who has
 * only a later one has an income in it that is not found. Who has no assessment at all does not hold the year back; the
 * income of that person then stays unknown, as in `ownLatestYear`.
 * @param those the list as the policy's own subject sees it, whoever is at hand
 * @returns a year that is the same wherever it is read
 * @example
 * ```ts
 * import { fact, year } from '@vanzelf/rules'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const adults = fact({ source: 'register', name: 'adults', about: 'person', value: { type: 'those', to: 'person' }, when: ['date'] })
 * const family = { adults: [{ latestAssessedYear: year(2025) }, { latestAssessedYear: year(2024) }] }
 * evaluate(latestCommonYear(adults), family, '2026-03-10') // => 2024
 * ```
 */
export function latestCommonYear<Asks extends Fact>(
  those: Expression<Those<'person'>, Asks, string>,
): Expression<Year, Asks | LatestAssessedYear>
export function latestCommonYear(those: Yields<Those<'person'>>): Expression<Year, Fact> {
  // Of nobody there is no year, and none matters: their incomes add up to zero in any.
  return named(LABEL, of(applicant, ifAbsent(smallest(those, ownLatestYear), yearsBefore(yearOf(thisDay), 1))))
}

const LABEL = {
  nl: 'vroegste van de jaren van ieders meest recente aanslagbiljet',
  en: "earliest of the years of each one's most recent tax notice",
  fr: 'première des années du plus récent avertissement-extrait de rôle de chacun',
  de: 'frühestes der Jahre des jeweils jüngsten Steuerbescheids',
}
