import { assessmentsOf, MAJORITY } from '../city/assessments.ts'
import { type Day, dateOf, yearOf } from '../city/day.ts'
import { type Enrolment as CityEnrolment, enrolmentsOf, schoolYearOf } from '../city/enrolments.ts'
import { idOf } from '../city/ids.ts'
import { recognitionsOf } from '../city/recognitions.ts'
import type { Level } from '../city/record-shares.ts'
import type { Span } from '../city/span.ts'
import { socialStatusesOf } from '../city/statuses.ts'
import type { SyntheticCity } from '../city/synthetic-city.ts'
import type { Assessment, Card, Enrolment, Recognition, Resident, Status } from './residents.ts'

type Part = 'statuses' | 'cards' | 'recognitions' | 'assessments' | 'enrolments'

/** What authorities other than the register have on file, each part of it by the index of a resident. */
export type Files = { readonly [part in Part]: (resident: number) => NonNullable<Resident[part]> }

/** The files of a synthetic city, drawn by the same functions from which its connectors in memory answer. */
export function filesOf({ columns, resident: withId }: SyntheticCity): Files {
  const { today, residents } = columns
  const since = socialStatusesOf(columns)
  const { parkingCard, reductionCard, recognised, assessedAsAdult, points } = recognitionsOf(columns)
  const { of: assessmentIn } = assessmentsOf(columns)
  const { of: enrolmentsIn } = enrolmentsOf(columns)
  const yearOfBirth = (resident: number) => yearOf(residents.birth[resident] ?? 0)

  function assessment(resident: number, year: number): readonly Assessment[] {
    const found = assessmentIn(year)(resident)
    if (found === undefined) return []
    const { own, joint, partner } = found
    if (partner === undefined) return [{ year, income: own }]
    const number = withId(idOf(partner))?.nationalNumber ?? ''
    const isSecond = partner < resident && ({ isSecond: true } as const)
    return [{ year, income: own, partner: { number, income: joint - own }, ...isSecond }]
  }

  return {
    statuses: (resident) => names.flatMap(([status, name]) => statusFrom(name, since[status](resident))),
    cards: (resident) => [
      ...cardOver('PARKINGCARD', parkingCard(resident)),
      ...cardOver('REDUCTIONCARD', reductionCard(resident)),
    ],
    recognitions: (resident) => recognitionsFrom(recognised(resident), assessedAsAdult(resident), points(resident)),
    assessments: (resident) =>
      years(yearOfBirth(resident) + MAJORITY, yearOf(today)).flatMap((year) => assessment(resident, year)),
    enrolments: (resident) =>
      years(yearOfBirth(resident), schoolYearOf(today) + 1).flatMap((year) =>
        enrolmentsIn(resident, year).map((enrolment) => enrolmentOf(enrolment, today)),
      ),
  }
}

/** By which name social security is asked. Of those that start with `EXAMPLE` the true one is not public. */
const names = [
  ['increasedReimbursement', 'BIM_BVT'],
  ['increasedReimbursementInFamily', 'BIM_BVT_IN_FAMILY'],
  ['livingWage', 'LIVING_WAGES_PCSA_HELP'],
  ['socialAssistance', 'PCSA_AND_BIM_HELP'],
  ['childBenefitSupplement', 'EXAMPLE_CHILD_BENEFIT_SUPPLEMENT'],
  ['disabilityAllowance', 'EXAMPLE_DISABILITY_ALLOWANCE'],
  ['incomeGuaranteeForElderly', 'EXAMPLE_INCOME_GUARANTEE_FOR_ELDERLY'],
] as const

const isSome = (day: Day) => day !== Number.POSITIVE_INFINITY

const statusFrom = (name: string, since: Day): readonly Status[] =>
  isSome(since) ? [{ name, periods: [{ from: dateOf(since) }] }] : []

const lastDay = (until: Day) => isSome(until) && { last: dateOf(until - 1) }

const cardOver = (category: Card['category'], { since, until }: Span): readonly Card[] =>
  isSome(since) ? [{ category, delivered: dateOf(since), ...lastDay(until) }] : []

/** Who has points is recognised as a child first, where that was before coming of age. */
function recognitionsFrom(since: Day, asAdult: Day, points: number | undefined): readonly Recognition[] {
  if (!isSome(since)) return []
  if (points === undefined) return [{ from: dateOf(since) }]
  const before = since < asAdult ? [{ from: dateOf(since), ...lastDay(asAdult) }] : []
  return [...before, { from: dateOf(asAdult), points }]
}

const levels: { readonly [level in Level]: Enrolment['level'] } = {
  'pre-primary': '1',
  primary: '2',
  secondary: '3',
  higher: 'higher',
}

/** Who is in higher education still has not left, and of no day of leaving to come is anything on file. */
const enrolmentOf = ({ school, level, schoolYear, since, until }: CityEnrolment, today: Day): Enrolment => ({
  school,
  level: levels[level],
  schoolYear,
  from: dateOf(since),
  ...(level === 'higher' && until > today ? {} : lastDay(until)),
})

const years = (from: number, until: number) =>
  Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index)
