import { type Fact, fact, type Those } from '@vanzelf/rules'

export interface Enrolments extends Fact<'education', 'enrolments', 'person', Those<'enrolment'>, 'date'> {}

/**
 * A person's enrolments for the school year in which the date lies, 1 September until the next, whether on that date
 * they run, have ended or have yet to begin: `enrolmentPeriod` says which. Who is enrolled nowhere has none; of somebody
 * about whom the source cannot tell, it is not known.
 */
export const enrolments = fact<Enrolments>({
  source: 'education',
  name: 'enrolments',
  about: 'person',
  value: { type: 'those', to: 'enrolment' },
  when: ['date'],
  label: { nl: 'inschrijvingen', en: 'enrolments', fr: 'inscriptions', de: 'Einschreibungen' },
})
