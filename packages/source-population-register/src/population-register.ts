import { source } from '@vanzelf/source'
import { addressSince } from './address-since.ts'
import { birthDate } from './birth-date.ts'
import { deathDate } from './death-date.ts'
import { householdMembers } from './household-members.ts'
import { householdPosition } from './household-position.ts'
import { municipality } from './municipality.ts'
import { postcode } from './postcode.ts'
import { referencePerson } from './reference-person.ts'
import { registeredAtSameAddress } from './registered-at-same-address.ts'

/** The register in which municipalities note who lives where, and with whom. */
export const populationRegister = source({
  name: 'population-register',
  authority: {
    nl: 'Rijksregister en bevolkingsregister',
    en: 'National Register and population register',
    fr: 'Registre national et registre de la population',
    de: 'Nationalregister und Bevölkerungsregister',
  },
  facts: {
    addressSince,
    birthDate,
    deathDate,
    householdMembers,
    householdPosition,
    municipality,
    postcode,
    referencePerson,
    registeredAtSameAddress,
  },
})
