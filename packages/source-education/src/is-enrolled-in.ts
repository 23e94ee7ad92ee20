import { all, covers, type Expression, oneOf, some, thisDay } from '@vanzelf/rules'
import { checkSchools } from './check-schools.ts'
import { type EnrolmentPeriod, enrolmentPeriod } from './enrolment-period.ts'
import { type Enrolments, enrolments } from './enrolments.ts'
import { type School, school } from './school.ts'
import type { Schools } from './schools.ts'

/**
 * Whether a person is enrolled in one of these schools on the date at hand: the enrolment has begun and has not ended.
 * @param schools institution numbers, or a parameter that lists them
 * @throws {DefinitionError} `bad-value` when a list is empty, or has a number with leading zeros or of another form
 * @example
 * ```ts
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const ours = isEnrolledIn(['990001', '990002'])
 * const enrolled = { school: '990001', enrolmentPeriod: { from: '2025-09-01', until: '2026-01-15' } } as const
 * evaluate(ours, { enrolments: [enrolled] }, '2026-01-14') // => true
 * evaluate(ours, { enrolments: [enrolled] }, '2026-01-15') // => false
 * ```
 */
export function isEnrolledIn(schools: Schools): Expression<boolean, Enrolments | School | EnrolmentPeriod, 'person'> {
  checkSchools(schools)
  return some(enrolments, all(oneOf(school, schools), covers(enrolmentPeriod, thisDay)))
}
