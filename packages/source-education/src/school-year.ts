import { type Fact, fact, type Year } from '@vanzelf/rules'

export interface SchoolYear extends Fact<'education', 'schoolYear', 'enrolment', Year, 'date'> {}

/**
 * The school year of an enrolment, by the calendar year in which it starts: 2025 is 2025-2026. Not to be confused with
 * the `schoolYear` of `@vanzelf/rules`, the period at hand.
 */
export const schoolYear = fact<SchoolYear>({
  source: 'education',
  name: 'schoolYear',
  about: 'enrolment',
  value: { type: 'year' },
  when: ['date'],
  label: { nl: 'schooljaar', en: 'school year', fr: 'année scolaire', de: 'Schuljahr' },
})
