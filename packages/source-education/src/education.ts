import { source } from '@vanzelf/source'
import { educationLevel } from './education-level.ts'
import { enrolmentPeriod } from './enrolment-period.ts'
import { enrolments } from './enrolments.ts'
import { school } from './school.ts'
import { schoolYear } from './school-year.ts'

/** The administration of education, to which schools report who is enrolled. */
export const education = source({
  name: 'education',
  authority: {
    nl: 'Vlaamse overheid, Onderwijs en Vorming',
    en: 'Flemish government, Education and Training',
    fr: 'Autorité flamande, Enseignement et Formation',
    de: 'Flämische Behörde, Bildung und Ausbildung',
  },
  facts: { educationLevel, enrolmentPeriod, enrolments, school, schoolYear },
})
