import { year } from '@vanzelf/rules'
import { type Answerer, type Connector, type FactsOf, known, type ValueAt } from '@vanzelf/source'
import type { Enrolments as EnrolmentsOfPerson, education } from '@vanzelf/source-education'
import type { Columns } from '../city/columns.ts'
import { dayOf } from '../city/day.ts'
import { type Enrolment, enrolmentsOf, schoolYearOf } from '../city/enrolments.ts'
import { indexOf } from '../city/ids.ts'
import { periodOf } from '../city/span.ts'
import { NOT_FOUND } from './reader.ts'
import { answering } from './readers.ts'

type OfEnrolment = Exclude<FactsOf<typeof education>, EnrolmentsOfPerson>

/** What the administration of education says of a city: of its residents, and of their enrolments by their own ids. */
export function educationOf(columns: Columns): Connector<FactsOf<typeof education>> {
  const { of, withId } = enrolmentsOf(columns)
  const thisSchoolYear = schoolYearOf(columns.today)
  const ofPersons = answering<EnrolmentsOfPerson>(
    {
      enrolments: (at) => {
        if (!('on' in at)) return () => NOT_FOUND
        const schoolYear = schoolYearOf(dayOf(at.on))
        // Who will be enrolled next year, a city of one day cannot know.
        if (schoolYear > thisSchoolYear) return () => NOT_FOUND
        return (resident) => known(of(resident, schoolYear).map(({ id }) => id))
      },
    },
    (id) => indexOf(id, columns.residents.count),
  )
  const ofEnrolment =
    <F extends OfEnrolment>(told: (enrolment: Enrolment) => ValueAt<F>): Answerer<F> =>
    async ({ subjects }, signal) => {
      signal?.throwIfAborted()
      return subjects.map((id) => {
        const enrolment = withId(id)
        return enrolment === undefined ? NOT_FOUND : known(told(enrolment))
      })
    }
  return Object.freeze({
    ...ofPersons,
    school: ofEnrolment(({ school }) => school),
    educationLevel: ofEnrolment(({ level }) => level),
    schoolYear: ofEnrolment(({ schoolYear }) => year(schoolYear)),
    enrolmentPeriod: ofEnrolment(periodOf),
  })
}
