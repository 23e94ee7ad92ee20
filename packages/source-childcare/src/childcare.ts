import { source } from '@vanzelf/source'
import { outOfSchoolCare } from './out-of-school-care.ts'

/** A municipality's own childcare service, with the file of the children registered there. */
export const childcare = source({
  name: 'childcare',
  authority: {
    nl: 'dienst kinderopvang van de gemeente',
    en: "the municipality's childcare service",
    fr: "service d'accueil de la commune",
    de: 'Kinderbetreuungsdienst der Gemeinde',
  },
  facts: { outOfSchoolCare },
})
