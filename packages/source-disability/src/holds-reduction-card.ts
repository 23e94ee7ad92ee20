import { covers, named, thisDay } from '@vanzelf/rules'
import { reductionCard } from './reduction-card.ts'

/** Whether a person holds a reduction card that is valid on the date at hand. */
export const holdsReductionCard = named(
  {
    nl: 'heeft een geldige verminderingskaart',
    en: 'holds a valid reduction card',
    fr: "est titulaire d'une carte de réduction valable",
    de: 'besitzt eine gültige Ermäßigungskarte',
  },
  covers(reductionCard, thisDay),
)
