import { type Expression, ifAbsent, named, thisDay, type Year, yearOf, yearsBefore } from '@vanzelf/rules'
import { type LatestAssessedYear, latestAssessedYear } from './latest-assessed-year.ts'

/**
 * A person's own most recent assessed income year: "the most recent notice" of each, so that two people may be read in
 * two years. Of who has none it is the year before the date at hand: the income of that year is then asked, not found,
 * and stays unknown. It is never taken for zero.
 */
export const ownLatestYear: Expression<Year, LatestAssessedYear, 'person'> = named(
  {
    nl: 'jaar van het eigen meest recente aanslagbiljet',
    en: 'year of the own most recent tax notice',
    fr: "année de l'avertissement-extrait de rôle propre le plus récent",
    de: 'Jahr des eigenen jüngsten Steuerbescheids',
  },
  ifAbsent(latestAssessedYear, yearsBefore(yearOf(thisDay), 1)),
)
