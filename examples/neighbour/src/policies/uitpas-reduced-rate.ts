import { dependantOfEntitled, uitpasReducedRate } from '@vanzelf/policy-uitpas-reduced-rate'
import { calendarYear, endOf } from '@vanzelf/rules'
import { isMinor } from '@vanzelf/source-population-register'

export const examplevilleUitpasReducedRate = uitpasReducedRate({
  name: 'exampleville/uitpas-reduced-rate',
  regulation: 'Exampleville, council decision 2025/42',
  municipality: '99999',
  municipalityName: { nl: 'Exampleville', en: 'Exampleville', fr: 'Exampleville', de: 'Exampleville' },
  articles: {
    increasedReimbursement: 'art. 2, 1°',
    livingWage: 'art. 2, 2°',
    budgetHelp: 'art. 2, 3°',
    debtMediation: 'art. 2, 4°',
  },
  further: [dependantOfEntitled('art. 3', isMinor)],
  until: endOf(calendarYear),
  basis: { 'population-register': 'art. 6', 'social-security': 'art. 7', 'municipal-welfare': 'art. 8' },
})
