import { type Expression, oneOf, some } from '@vanzelf/rules'
import { checkSchools } from './check-schools.ts'
import { type Enrolments, enrolments } from './enrolments.ts'
import { type School, school } from './school.ts'
import type { Schools } from './schools.ts'

/**
 * Whether a person is enrolled in one of these schools for the school year of the date at hand: also before the first
 * day of it, and after a change of school. Another year is another date: `on('2026-09-01', isEnrolledInYear(schools))`.
 * Narrower than `isEnrolledIn`: it asks no days.
 * @param schools institution numbers, or a parameter that lists them
 * @throws {DefinitionError} `bad-value` when a list is empty, or has a number with leading zeros or of another form
 * @example
 * ```ts
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * evaluate(isEnrolledInYear(['990001']), { enrolments: [{ school: '990001' }] }, '2026-03-10') // => true
 * evaluate(isEnrolledInYear(['990001']), { enrolments: [] }, '2026-03-10') // => false
 * ```
 */
export function isEnrolledInYear(schools: Schools): Expression<boolean, Enrolments | School, 'person'> {
  checkSchools(schools)
  return some(enrolments, oneOf(school, schools))
}
