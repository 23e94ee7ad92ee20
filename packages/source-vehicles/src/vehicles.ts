import { source } from '@vanzelf/source'
import { adaptedForDisability } from './adapted-for-disability.ts'
import { euroNorm } from './euro-norm.ts'
import { firstRegistration } from './first-registration.ts'
import { fuels } from './fuels.ts'
import { holder } from './holder.ts'
import { vehicleCategory } from './vehicle-category.ts'

/** The register of vehicles and their number plates. */
export const vehicles = source({
  name: 'vehicles',
  authority: {
    nl: 'Dienst voor Inschrijving van Voertuigen (DIV)',
    en: 'Vehicle Registration Service (DIV)',
    fr: "Direction pour l'immatriculation des véhicules (DIV)",
    de: 'Direktion für Fahrzeugzulassungen (DIV)',
  },
  facts: { adaptedForDisability, euroNorm, firstRegistration, fuels, holder, vehicleCategory },
})
