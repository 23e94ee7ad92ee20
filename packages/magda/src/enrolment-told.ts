import { type Period, type Unknown, unknown } from '@vanzelf/rules'
import type { Known } from '@vanzelf/source'
import type { Level } from '@vanzelf/source-education'
import { dayAfter } from './day.ts'
import { lastOfSchoolYear, schoolYearOf, startOfSchoolYear } from './school-years.ts'
import type { Enrolment } from './services/enrolment-history.ts'

const inDoubt = unknown('in doubt')
const notPermitted = unknown('not permitted')
/** The source does not keep it. */
const notKept = unknown('not found')

/**
 * Those of a school year: an answer may show others as well. A bed in a boarding school, shown as such, is no enrolment.
 * One of which the kind of education is left out may be of the year or not, so that none is known.
 */
export function ofSchoolYear(
  enrolments: readonly Enrolment[],
  year: number,
): { readonly enrolments: readonly Enrolment[] } | Unknown {
  const inSchools = enrolments.filter(({ boarding }) => !boarding)
  if (inSchools.some(({ compulsory, higher, adult }) => !compulsory && !higher && !adult)) return notPermitted
  return { enrolments: inSchools.filter((enrolment) => isOfSchoolYear(enrolment, year)) }
}

function isOfSchoolYear({ compulsory, higher, adult }: Enrolment, year: number): boolean {
  // Its days say more than its label, which some records give by the year in which the school year ends.
  if (compulsory) return (compulsory.period ? schoolYearOf(compulsory.period.from) : compulsory.year) === year
  if (higher) return higher.year === year
  // Adult education runs by module, and says when somebody enrolled and left.
  if (!adult) return false
  return adult.enrolled <= lastOfSchoolYear(year) && (adult.left === undefined || adult.left > startOfSchoolYear(year))
}

/** The institution number, without leading zeros. */
export function schoolOf({ school }: Enrolment): Known<string> | Unknown {
  if (school === undefined) return notPermitted
  return /^\d{1,6}$/.test(school) ? { value: String(Number(school)) } : inDoubt
}

export function levelOf({ compulsory, higher }: Enrolment): Known<Level> | Unknown {
  if (!compulsory) return { value: higher ? 'higher' : 'adult' }
  if (compulsory.level === undefined) return notPermitted
  const level = levels[compulsory.level]
  return level === undefined ? inDoubt : { value: level }
}

/** The levels of compulsory education, and the one before it. */
const levels: { readonly [code: string]: Level } = { '1': 'pre-primary', '2': 'primary', '3': 'secondary' }

export function yearOfEnrolment({ compulsory, higher }: Enrolment): Known<number> | Unknown {
  if (!compulsory) return higher ? { value: higher.year } : notKept
  const { year, period } = compulsory
  return period && schoolYearOf(period.from) !== year ? inDoubt : { value: year }
}

/** The days of an enrolment. One that lasts has no end on record outside compulsory education: it is not known. */
export function periodOfEnrolment({ compulsory, higher, adult }: Enrolment): Known<Period> | Unknown {
  if (compulsory) {
    const { period } = compulsory
    if (!period) return notPermitted
    return period.last < period.from ? inDoubt : { value: { from: period.from, until: dayAfter(period.last) } }
  }
  const { enrolled, left } = higher ?? adult ?? {}
  if (enrolled === undefined || left === undefined) return notKept
  return enrolled < left ? { value: { from: enrolled, until: left } } : inDoubt
}
