import { all, any, discretion } from '@vanzelf/rules'
import { livesIn } from '@vanzelf/source-population-register'
import { isDieselEuro4Car } from './is-diesel-euro-4-car.ts'
import { lowEmissionZoneTariff } from './low-emission-zone-tariff.ts'
import { normalPrices, reducedPrices, residentsOnly } from './parameters.ts'

/**
 * The reduced tariff of Ghent's low-emission zone: since 27 April 2024 for whoever has increased reimbursement, before
 * for who lived in the zone besides. Only the prices of a diesel car with norm Euro 4 were found: whether they hold for
 * another vehicle is left to a person, and so is whether an address in Ghent lies in the zone, of which no list was
 * found. No price is verified: see `parameters.ts`.
 */
export const ghentLowEmissionZoneTariff = lowEmissionZoneTariff({
  name: 'ghent/low-emission-zone-tariff',
  regulation: 'Gent, retributiereglement lage-emissiezone van 23 april 2019, laatst gewijzigd op 19 december 2023',
  normalPrices,
  reducedPrices,
  pricesHoldFor: any(
    isDieselEuro4Car,
    discretion({
      name: 'samePrices',
      label: {
        nl: 'deze prijs geldt ook voor dit voertuig',
        en: 'the same prices hold for this vehicle',
        fr: 'les mêmes prix valent pour ce véhicule',
        de: 'dieselben Preise gelten für dieses Fahrzeug',
      },
    }),
  ),
  residentsOnly,
  livesInZone: all(
    livesIn('44021', { nl: 'Gent', en: 'Ghent', fr: 'Gand', de: 'Gent' }),
    discretion({
      name: 'addressInZone',
      label: {
        nl: 'het adres ligt in de lage-emissiezone',
        en: 'the address lies in the low-emission zone',
        fr: "l'adresse se trouve dans la zone de basses émissions",
        de: 'die Adresse liegt in der Umweltzone',
      },
    }),
  ),
  article: 'sociaal tarief (artikel niet ingezien)',
  basis: {
    'low-emission-zone': 'own file of authorisations of the city',
    vehicles: "the city's authorisation for the register of vehicles; number not found",
    'population-register': "the city's authorisation for the National Register; number not found",
    'social-security':
      'general authorisation of social security for automatic grants by municipalities; number not found',
  },
})
