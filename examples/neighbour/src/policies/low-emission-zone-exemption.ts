import { lowEmissionZoneExemption } from '@vanzelf/policy-low-emission-zone'
import { parameter, years } from '@vanzelf/rules'

const since = { from: '2026-01-01', article: 'art. 5', verified: true, note: 'made up for this example' } as const

export const examplevilleLowEmissionZoneExemption = lowEmissionZoneExemption({
  name: 'exampleville/low-emission-zone-exemption',
  regulation: 'Exampleville, council decision 2025/41',
  atMostYears: parameter({
    name: 'atMostYears',
    value: { type: 'years', least: 1 },
    history: [{ ...since, value: years(3) }],
  }),
  articles: { parkingCardAndIncreasedReimbursement: 'art. 3, 1°', parkingCardAndAdaptedVehicle: 'art. 3, 2°' },
  basis: { vehicles: 'art. 7', 'population-register': 'art. 7', disability: 'art. 8', 'social-security': 'art. 8' },
})
