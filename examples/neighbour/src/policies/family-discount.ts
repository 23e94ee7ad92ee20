import { familyDiscount } from '@vanzelf/policy-social-assistance-discount'
import { parameter, percent, years } from '@vanzelf/rules'
import { householdMembers } from '@vanzelf/source-population-register'

const since = { from: '2026-01-01', article: 'art. 8', verified: true, note: 'made up for this example' } as const
const rate = { type: 'percentage', least: 0, most: 100 } as const

export const examplevilleFamilyDiscount = familyDiscount({
  name: 'exampleville/family-discount',
  regulation: 'Exampleville, council decision 2025/43',
  family: householdMembers,
  fewest: parameter({ name: 'fewest', value: { type: 'count', least: 1 }, history: [{ ...since, value: 3 }] }),
  oldest: parameter({ name: 'oldest', value: { type: 'years', least: 0 }, history: [{ ...since, value: years(11) }] }),
  discount: parameter({ name: 'discount', value: rate, history: [{ ...since, value: percent(20) }] }),
  articles: { family: 'art. 7, § 1', elsewhere: 'art. 7, § 2' },
  basis: { childcare: 'art. 12', 'population-register': 'art. 13' },
})
