import { uitpasReducedRate } from './uitpas-reduced-rate.ts'

/**
 * Ghent's reduced rate of the UiTPAS. Of the city's decision neither number nor text was found: its conditions are
 * those the city named in the map of its project of 27 January 2022. How long it lasts is not verified, and so no grant
 * may rest on it before somebody at the city has checked `parameters.ts`. A rule for the family was not found either,
 * so nobody shares the rate of another: a city where they do adds `dependantOfEntitled`.
 */
export const ghentUitpasReducedRate = uitpasReducedRate({
  name: 'ghent/uitpas-reduced-rate',
  regulation: 'Gent, UiTPAS kansentarief (nummer van het besluit niet gevonden)',
  municipality: '44021',
  municipalityName: { nl: 'Gent', en: 'Ghent', fr: 'Gand', de: 'Gent' },
  articles: {
    increasedReimbursement: 'verhoogde tegemoetkoming (artikel niet ingezien)',
    livingWage: 'leefloon (artikel niet ingezien)',
    budgetHelp: 'budgetbegeleiding of budgetbeheer (artikel niet ingezien)',
    debtMediation: 'schuldbemiddeling (artikel niet ingezien)',
  },
  basis: {
    'population-register': "the city's authorisation for the National Register; number not found",
    'social-security':
      'general authorisation of social security for automatic grants by municipalities; number not found',
    'municipal-welfare': 'own files of the OCMW of Ghent, for a grant by the same administration; article not seen',
  },
})
