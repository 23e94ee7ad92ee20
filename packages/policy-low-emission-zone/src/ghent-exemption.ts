import { lowEmissionZoneExemption } from './low-emission-zone-exemption.ts'
import { atMostYears } from './parameters.ts'

/**
 * Free registration in Ghent's low-emission zone; it also admits the vehicle to the other zones of Flanders. The text of
 * the Flemish order's exemption was not seen, only the pages of the Flemish environment agency and of the city: the
 * grounds are named by them, the length is not verified, and so no registration may rest on it before somebody at the
 * city has checked `parameters.ts`. That one person has both statuses of the first ground is our reading.
 */
export const ghentLowEmissionZoneExemption = lowEmissionZoneExemption({
  name: 'ghent/low-emission-zone-exemption',
  regulation:
    'besluit van de Vlaamse Regering van 26 februari 2016 betreffende lage-emissiezones; Gent, reglement lage-emissiezone van 23 april 2019, laatst gewijzigd op 19 december 2023',
  atMostYears,
  articles: {
    parkingCardAndIncreasedReimbursement:
      'vrijstelling bij handicap (a), parkeerkaart en verhoogde tegemoetkoming (artikel niet ingezien)',
    parkingCardAndAdaptedVehicle:
      'vrijstelling bij handicap (b), parkeerkaart en aangepast voertuig (artikel niet ingezien)',
  },
  basis: {
    vehicles: "the city's authorisation for the register of vehicles; number not found",
    'population-register': "the city's authorisation for the National Register; number not found",
    disability: "the city's authorisation for the files of the disability administration; number not found",
    'social-security':
      'general authorisation of social security for automatic grants by municipalities; number not found',
  },
})
