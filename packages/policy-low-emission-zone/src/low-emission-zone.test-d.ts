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
  const basis = {
    'low-emission-zone': 'art. 6',
    vehicles: 'art. 6',
    'population-register': 'art. 6',
    'social-security': 'art. 6',
  }
  const ours = lowEmissionZoneTariff({
    ...options,
    pricesHoldFor: isDieselEuro4Car,
    livesInZone: livesInPostcodes(['9901']),
    basis,
  })
  expectTypeOf<AsksOfPolicy<typeof ours>>().toEqualTypeOf<
    LowEmissionZoneTariffFacts | EuroNorm | Fuels | VehicleCategory | Postcode
  >()
  lowEmissionZoneTariff({
    ...options,
    pricesHoldFor: discretion({ name: 'prices', label: { nl: 'prijzen', en: 'prices' } }),
    // @ts-expect-error a vehicle lives nowhere
    livesInZone: isDieselEuro4Car,
    basis,
  })
  const { vehicles: _, ...withoutVehicles } = basis
  lowEmissionZoneTariff({
    ...options,
    pricesHoldFor: isDieselEuro4Car,
    livesInZone: no,
    // @ts-expect-error nothing says why the register of vehicles may be asked
    basis: withoutVehicles,
  })
  const { 'population-register': _zone, ...withoutRegister } = basis
  lowEmissionZoneTariff({
    ...options,
    pricesHoldFor: isDieselEuro4Car,
    livesInZone: livesInPostcodes(['9901']),
    // @ts-expect-error nothing says why the population register may be asked, for the zone
    basis: withoutRegister,
  })
  // What a person decides and what is not asked needs no basis.
  lowEmissionZoneTariff({
    ...options,
    pricesHoldFor: discretion({ name: 'prices', label: { nl: 'prijzen', en: 'prices' } }),
    livesInZone: no,
    basis: { 'low-emission-zone': 'art. 6', 'social-security': 'art. 6' },
  })
})
