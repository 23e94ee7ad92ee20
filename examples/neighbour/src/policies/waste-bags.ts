import { wasteBags } from '@vanzelf/policy-waste-bags'
import { dayIn, euro, parameter, thisDay, yearOf } from '@vanzelf/rules'

const since = { from: '2026-01-01', article: 'art. 4', verified: true, note: 'made up for this example' } as const
const value = { type: 'brackets', by: { type: 'count', least: 0 }, gives: { type: 'money', least: 0 } } as const
const tiers = [{ value: euro(30) }, { from: 1, value: euro(45) }, { from: 3, value: euro(60) }] as const

export const examplevilleWasteBags = wasteBags({
  name: 'exampleville/waste-bags',
  regulation: 'Exampleville, council decision 2025/40',
  municipality: '99999',
  municipalityName: { nl: 'Exampleville', en: 'Exampleville', fr: 'Exampleville', de: 'Exampleville' },
  allowance: parameter({ name: 'allowance', value, history: [{ ...since, value: tiers }] }),
  extraCredit: parameter({ name: 'extraCredit', value, history: [{ ...since, value: [{ value: euro(5) }] }] }),
  referenceDate: dayIn(yearOf(thisDay), '03-01'),
  obtainedLater: 'does not count',
  articles: { increasedReimbursement: 'art. 3, 1°', budgetHelp: 'art. 3, 2°', debtMediation: 'art. 3, 3°' },
  basis: { 'population-register': 'art. 6', 'social-security': 'art. 7', 'municipal-welfare': 'art. 8' },
})
