import { type AsksOf, type AsksOfPolicy, type DiscretionFact, discretion, no } from '@vanzelf/rules'
import { livesInPostcodes, type Municipality, type Postcode } from '@vanzelf/source-population-register'
import type { EuroNorm, Fuels, VehicleCategory } from '@vanzelf/source-vehicles'
import { expectTypeOf, it } from 'vitest'
import type { ghentLowEmissionZoneExemption } from './ghent-exemption.ts'
import type { ghentLowEmissionZoneTariff } from './ghent-tariff.ts'
import { isDieselEuro4Car } from './is-diesel-euro-4-car.ts'
import type { LowEmissionZoneExemptionFacts } from './low-emission-zone-exemption.ts'
import { type LowEmissionZoneTariffFacts, lowEmissionZoneTariff } from './low-emission-zone-tariff.ts'
import { normalPrices, reducedPrices } from './parameters.ts'

it('knows the facts of the exemption', () =>
  expectTypeOf<AsksOfPolicy<typeof ghentLowEmissionZoneExemption>>().toEqualTypeOf<LowEmissionZoneExemptionFacts>())

it("knows the facts of Ghent's tariff", () =>
  expectTypeOf<AsksOfPolicy<typeof ghentLowEmissionZoneTariff>>().toEqualTypeOf<
    | LowEmissionZoneTariffFacts
    | AsksOf<typeof isDieselEuro4Car>
    | Municipality
    | DiscretionFact<'samePrices'>
    | DiscretionFact<'addressInZone'>
  >())

it('asks besides what its zone and its vehicles ask', () => {
  const options = {
    name: 'exampleville/tariff',
    regulation: 'council decision 2025/40',
    normalPrices,
    reducedPrices,
    residentsOnly: no,
    article: 'art. 4',
  }
  const ours = lowEmissionZoneTariff({
    ...options,
    pricesHoldFor: isDieselEuro4Car,
    livesInZone: livesInPostcodes(['9901']),
    basis: { vehicles: 'art. 6', 'population-register': 'art. 6' },
  })
  expectTypeOf<AsksOfPolicy<typeof ours>>().toEqualTypeOf<
    LowEmissionZoneTariffFacts | EuroNorm | Fuels | VehicleCategory | Postcode
  >()
  lowEmissionZoneTariff({
    ...options,
    pricesHoldFor: discretion({ name: 'prices', label: { nl: 'prijzen', en: 'prices' } }),
    // @ts-expect-error a vehicle lives nowhere
    livesInZone: isDieselEuro4Car,
    basis: {},
  })
})
