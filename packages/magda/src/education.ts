import { type IsoDate, type Unknown, unknown } from '@vanzelf/rules'
import type { Connector, FactsOf, Purpose, SubjectId } from '@vanzelf/source'
import type { education } from '@vanzelf/source-education'
import { answerer, type ToldAnswer } from './answerer.ts'
import type { Consult } from './consultation.ts'
import { earliest } from './day.ts'
import { enrolmentIdOf, enrolmentIds } from './enrolment-ids.ts'
import { levelOf, ofSchoolYear, periodOfEnrolment, schoolOf, yearOfEnrolment } from './enrolment-told.ts'
import { joined } from './joined.ts'
import { lastOfSchoolYear, schoolYearOf, startOfSchoolYear } from './school-years.ts'
import { ADMINISTRATIONS, type Enrolment, enrolmentHistory, NO_ENROLMENTS } from './services/enrolment-history.ts'

type EducationFact = FactsOf<typeof education>
type FactOfEnrolment = Exclude<EducationFact['name'], 'enrolments'>

/** A person's enrolments of one school year, or why they are not known. */
interface Ask {
  readonly person: SubjectId
  readonly year: number
  readonly purpose: Purpose
}
type Told = { readonly enrolments: readonly Enrolment[]; readonly ids: readonly SubjectId[] } | Unknown

export interface EducationOptions {
  readonly consult: Consult
  readonly today: () => IsoDate
}

/**
 * Education, by GeefHistoriekInschrijving, a school year at a time. The name of an enrolment says whose it is and of
 * which year, so nothing is kept between the question who is enrolled and the one where.
 */
export function educationOver(options: EducationOptions): Connector<EducationFact> {
  const visit = joined(
    ({ person, year, purpose }: Ask) => JSON.stringify([person, year, purpose.policy, purpose.basis, purpose.asker]),
    async (asks, signal) => {
      const told = await visited(options, asks[0] as Ask, signal)
      return asks.map(() => told)
    },
  )
  const ofEnrolment = <const Name extends FactOfEnrolment>(name: Name) =>
    answerer<Extract<EducationFact, { readonly name: Name }>>(async (subject, { at, purpose }, signal) => {
      const id = enrolmentIdOf(subject)
      if (!id) return unknown('not found')
      if (!('on' in at) || at.on > options.today()) return notAsked
      const told = await visit({ person: id.person, year: id.year, purpose }, signal)
      if ('unknown' in told) return told
      const enrolment = told.enrolments[told.ids.indexOf(subject)]
      return enrolment ? tellers[name](enrolment) : unknown('not found')
    })
  return Object.freeze({
    educationLevel: ofEnrolment('educationLevel'),
    enrolmentPeriod: ofEnrolment('enrolmentPeriod'),
    enrolments: answerer<Extract<EducationFact, { readonly name: 'enrolments' }>>(
      async (person, { at, purpose }, signal) => {
        if (!('on' in at) || at.on > options.today()) return notAsked
        const told = await visit({ person, year: schoolYearOf(at.on), purpose }, signal)
        return 'unknown' in told ? told : { value: told.ids }
      },
    ),
    school: ofEnrolment('school'),
    schoolYear: ofEnrolment('schoolYear'),
  })
}

const tellers: { readonly [fact in FactOfEnrolment]: (enrolment: Enrolment) => ToldAnswer } = {
  educationLevel: levelOf,
  enrolmentPeriod: periodOfEnrolment,
  school: schoolOf,
  schoolYear: yearOfEnrolment,
}

async function visited(
  { consult, today }: EducationOptions,
  { person, year, purpose }: Ask,
  signal: AbortSignal,
): Promise<Told> {
  const from = startOfSchoolYear(year)
  const last = earliest(lastOfSchoolYear(year), today())
  if (last < from) return notAsked
  const said = await consult(enrolmentHistory, (number) => ({ number, from, last }), {
    subject: person,
    purpose,
    signal,
  })
  if ('refusal' in said) {
    // That all administrations have nothing on record is an answer; of one that says nothing, nothing is known.
    const noneHasAny = said.refusal.code === NO_ENROLMENTS && (said.times ?? 1) >= ADMINISTRATIONS
    return noneHasAny ? { enrolments: [], ids: [] } : said.refusal
  }
  const told = ofSchoolYear(said.content, year)
  if ('unknown' in told) return told
  const { enrolments } = told
  return { enrolments, ids: enrolmentIds(person, year, enrolments) }
}

/** Of days to come nothing is asked. */
const notAsked: Unknown = unknown('not asked')
