import { incomeDiscount } from '@vanzelf/policy-income-discount'
import { euro, parameter, percent, thisDay, yearOf, yearsBefore } from '@vanzelf/rules'
import { adults } from '@vanzelf/source-population-register'

const since = { from: '2026-01-01', article: 'art. 4', verified: true, note: 'made up for this example' } as const
const care = parameter({ name: 'careIncome', value: { type: 'money' }, history: [{ ...since, value: euro(36_000) }] })
const meals = parameter({ name: 'mealsIncome', value: { type: 'money' }, history: [{ ...since, value: euro(20_000) }] })
const rate = parameter({ name: 'discount', value: { type: 'percentage' }, history: [{ ...since, value: percent(40) }] })

export const examplevilleIncomeDiscount = incomeDiscount({
  name: 'exampleville/income-discount',
  regulation: 'Exampleville, council decision 2025/43',
  schools: ['999001', '999002'],
  household: { of: adults, year: yearsBefore(yearOf(thisDay), 2) },
  care: { incomeBelow: care, discount: rate },
  meals: { incomeBelow: meals, discount: rate },
  articles: { care: 'art. 3, 1°', meals: 'art. 3, 2°' },
  basis: { childcare: 'art. 12', education: 'art. 12', 'population-register': 'art. 13', tax: 'art. 14' },
})
