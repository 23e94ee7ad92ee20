import { isDieselEuro4Car, lowEmissionZoneTariff } from '@vanzelf/policy-low-emission-zone'
import { euro, no, parameter } from '@vanzelf/rules'

const since = { from: '2026-01-01', article: 'art. 11', verified: true, note: 'made up for this example' } as const
const value = { type: 'keyed', among: ['week', 'month', 'four months', 'year'], gives: { type: 'money' } } as const
const normal = { week: euro(20), month: euro(45), 'four months': euro(120), year: euro(300) } as const
const reduced = { week: euro(5), month: euro(12), 'four months': euro(36), year: euro(90) } as const

export const examplevilleLowEmissionZoneTariff = lowEmissionZoneTariff({
  name: 'exampleville/low-emission-zone-tariff',
  regulation: 'Exampleville, council decision 2025/41',
  normalPrices: parameter({ name: 'normalPrices', value, history: [{ ...since, value: normal }] }),
  reducedPrices: parameter({ name: 'reducedPrices', value, history: [{ ...since, value: reduced }] }),
  pricesHoldFor: isDieselEuro4Car,
  residentsOnly: no,
  livesInZone: no,
  article: 'art. 11',
  basis: { 'low-emission-zone': 'art. 7', vehicles: 'art. 7', 'social-security': 'art. 8' },
})
