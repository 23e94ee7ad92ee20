import { age, atLeast, below, named, years } from '@vanzelf/rules'
import { birthDate } from './birth-date.ts'

/** Whether a person is 18 or older, in completed years on the date at hand: from the eighteenth birthday on. */
export const isAdult = named(
  { nl: 'is meerderjarig', en: 'is of age', fr: 'est majeur', de: 'ist volljährig' },
  atLeast(age(birthDate), years(18)),
)

/** Whether a person is younger than 18, in completed years on the date at hand: no longer on the eighteenth birthday. */
export const isMinor = named(
  { nl: 'is minderjarig', en: 'is a minor', fr: 'est mineur', de: 'ist minderjährig' },
  below(age(birthDate), years(18)),
)
