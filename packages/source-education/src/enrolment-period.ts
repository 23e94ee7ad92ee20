import { type Fact, fact, type Period } from '@vanzelf/rules'

export interface EnrolmentPeriod extends Fact<'education', 'enrolmentPeriod', 'enrolment', Period, 'date'> {}

/** The days on which an enrolment runs, from its first until it ended or will; `until` itself no longer belongs to it. */
export const enrolmentPeriod = fact<EnrolmentPeriod>({
  source: 'education',
  name: 'enrolmentPeriod',
  about: 'enrolment',
  value: { type: 'period' },
  when: ['date'],
  label: {
    nl: 'periode van inschrijving',
    en: 'period of enrolment',
    fr: "période d'inscription",
    de: 'Zeitraum der Einschreibung',
  },
})
