import { all, includes, is, named } from '@vanzelf/rules'
import { euroNorm, fuels, vehicleCategory } from '@vanzelf/source-vehicles'

/** Whether a vehicle is a passenger car on diesel with emission norm Euro 4: those whose prices Ghent's page gives. */
export const isDieselEuro4Car = named(
  {
    nl: 'is een personenwagen op diesel met euronorm 4',
    en: 'is a diesel car with norm Euro 4',
    fr: 'est une voiture diesel de norme euro 4',
    de: 'ist ein Diesel-Pkw mit Euronorm 4',
  },
  all(is(vehicleCategory, 'M1'), includes(fuels, 'diesel'), is(euroNorm, '4')),
)
