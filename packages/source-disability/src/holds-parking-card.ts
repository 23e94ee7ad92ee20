import { covers, named, thisDay } from '@vanzelf/rules'
import { parkingCard } from './parking-card.ts'

/** Whether a person holds a parking card that is valid on the date at hand. The card says nothing of a vehicle. */
export const holdsParkingCard = named(
  {
    nl: 'heeft een geldige parkeerkaart',
    en: 'holds a valid parking card',
    fr: "est titulaire d'une carte de stationnement valable",
    de: 'besitzt einen gültigen Parkausweis',
  },
  covers(parkingCard, thisDay),
)
