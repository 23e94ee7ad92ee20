import { named, oneOf } from '@vanzelf/rules'
import { householdPosition } from './household-position.ts'

/** Whether a person is registered as the spouse, partner or legal cohabitant of the reference person. */
export const isPartnerOfReferencePerson = named(
  {
    nl: 'is echtgenoot, partner of wettelijk samenwonende van de referentiepersoon',
    en: 'is the spouse, partner or legal cohabitant of the reference person',
    fr: 'est le conjoint, le partenaire ou le cohabitant légal de la personne de référence',
    de: 'ist Ehepartner, Partner oder gesetzlich Zusammenwohnender der Bezugsperson',
  },
  oneOf(householdPosition, ['02', '21', '22']),
)
