import { after, endless, ifAbsent, named, thisDay } from '@vanzelf/rules'
import { deathDate } from './death-date.ts'

/** Whether a person lives on the date at hand; on the day of death itself no longer. */
export const isAlive = named(
  { nl: 'is in leven', en: 'is alive', fr: 'est en vie', de: 'ist am Leben' },
  after(ifAbsent(deathDate, endless), thisDay),
)
