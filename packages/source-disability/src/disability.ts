import { source } from '@vanzelf/source'
import { disabilityRecognised } from './disability-recognised.ts'
import { lossOfIndependence } from './loss-of-independence.ts'
import { parkingCard } from './parking-card.ts'
import { reductionCard } from './reduction-card.ts'

/** The administration that recognises disabilities and issues the cards that go with them. */
export const disability = source({
  name: 'disability',
  authority: {
    nl: 'FOD Sociale Zekerheid, directie-generaal Personen met een handicap',
    en: 'Federal Public Service Social Security, Directorate-General for People with Disabilities',
    fr: 'SPF Sécurité sociale, direction générale Personnes handicapées',
    de: 'FÖD Soziale Sicherheit, Generaldirektion Menschen mit Behinderung',
  },
  facts: { disabilityRecognised, lossOfIndependence, parkingCard, reductionCard },
})
