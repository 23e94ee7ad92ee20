import { type Fact, fact, type IsoDate } from '@vanzelf/rules'

export interface BirthDate extends Fact<'population-register', 'birthDate', 'person', IsoDate, 'date'> {}

/**
 * The day a person was born. Of some people the register knows only the year, or year and month: then it is known to
 * lie between two dates, and an age that is the same for both is settled.
 */
export const birthDate = fact<BirthDate>({
  source: 'population-register',
  name: 'birthDate',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
  label: { nl: 'geboortedatum', en: 'date of birth', fr: 'date de naissance', de: 'Geburtsdatum' },
})
