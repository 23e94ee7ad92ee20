import { dayIn, thisDay, yearOf } from '@vanzelf/rules'
import { allowance, extraCredit } from './parameters.ts'
import { type WasteBagsOptions, wasteBags } from './waste-bags.ts'

/**
 * What Ghent fills in. Its list of zones was not found: with the city's own, each decision says the form, by
 * `wasteBags({ ...ghent, bagZone: livesInPostcodes(list) })`.
 *
 * The pages on the regulation pay what is obtained before 15 August in the round of September, and what is obtained
 * after it later in autumn. Of 15 August itself they say neither: read here as the second.
 */
export const ghent = {
  name: 'ghent/waste-bags',
  regulation:
    'Gent, retributie en tegemoetkoming voor het aanbieden van huishoudelijk afval via IVAGO (2021_GRMW_00279)',
  municipality: '44021',
  municipalityName: { nl: 'Gent', en: 'Ghent', fr: 'Gand', de: 'Gent' },
  allowance,
  extraCredit,
  obtainedLater: 'counts',
  cutOff: dayIn(yearOf(thisDay), '08-15'),
  articles: {
    increasedReimbursement: 'voorwaarde 1, verhoogde tegemoetkoming (artikel niet ingezien)',
    budgetHelp: 'voorwaarde 2, budgetbegeleiding of budgetbeheer (artikel niet ingezien)',
    debtMediation: 'voorwaarde 3, schuldenregeling (artikel niet ingezien)',
  },
  basis: {
    'population-register': "the city's authorisation for the National Register; number not found",
    'social-security':
      'general authorisation of social security for automatic grants by municipalities; number not found',
    'municipal-welfare': 'own files of the OCMW of Ghent, for a grant by the same administration; article not seen',
  },
} as const satisfies WasteBagsOptions<never>

/**
 * Ghent's allowance for waste bags and collections. Of the regulation only pages were seen, not the text: its articles
 * are named by the conditions on those pages, no amount is verified, and so no grant may rest on it before somebody at
 * the city has checked `parameters.ts`.
 */
export const ghentWasteBags = wasteBags(ghent)
