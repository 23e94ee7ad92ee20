import { type Fact, fact, type Year } from '@vanzelf/rules'

export interface LatestAssessedYear extends Fact<'tax', 'latestAssessedYear', 'person', Year | null, 'date'> {}

/**
 * The most recent income year of which a person has an assessment, on a date: assessments for one year reach people at
 * different times. `null` where there is none within the years that the source looks back: an answer about the
 * assessment, which says nothing of the income.
 */
export const latestAssessedYear = fact<LatestAssessedYear>({
  source: 'tax',
  name: 'latestAssessedYear',
  about: 'person',
  value: { type: 'year' },
  when: ['date'],
  optional: true,
  label: {
    nl: 'laatste inkomstenjaar met een aanslag',
    en: 'latest income year with an assessment',
    fr: 'dernière année de revenus avec une imposition',
    de: 'letztes Einkommensjahr mit einer Veranlagung',
  },
})
