export { type AuthorisedVehicle, authorisedVehicle } from './authorised-vehicle.ts'
export { type Buyer, buyer } from './buyer.ts'
export { type AuthorisationDuration, type Duration, duration } from './duration.ts'
export { ghentLowEmissionZoneExemption } from './ghent-exemption.ts'
export { ghentLowEmissionZoneTariff } from './ghent-tariff.ts'
export { isDieselEuro4Car } from './is-diesel-euro-4-car.ts'
export {
  type LowEmissionZoneExemptionFacts,
  type LowEmissionZoneExemptionOptions,
  lowEmissionZoneExemption,
} from './low-emission-zone-exemption.ts'
export {
  type ByDuration,
  type LowEmissionZoneTariffFacts,
  type LowEmissionZoneTariffOptions,
  lowEmissionZoneTariff,
} from './low-emission-zone-tariff.ts'
export { type NormalPricePaid, normalPricePaid } from './normal-price-paid.ts'
export { atMostYears, normalPrices, reducedPrices, residentsOnly } from './parameters.ts'
