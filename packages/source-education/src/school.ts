import { type Fact, fact } from '@vanzelf/rules'

export interface School extends Fact<'education', 'school', 'enrolment', string, 'date'> {}

/** The school of an enrolment, by its institution number: at most six digits, as text and without leading zeros. */
export const school = fact<School>({
  source: 'education',
  name: 'school',
  about: 'enrolment',
  value: { type: 'text' },
  when: ['date'],
  label: { nl: 'instellingsnummer', en: 'institution number', fr: "numéro d'établissement", de: 'Schulnummer' },
})
