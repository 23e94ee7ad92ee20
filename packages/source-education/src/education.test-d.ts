import { type AsksOf, is, some } from '@vanzelf/rules'
import type { Connector, FactsOf, SubjectId, ValueAt } from '@vanzelf/source'
import { expectTypeOf, it } from 'vitest'
import type { education } from './education.ts'
import { educationLevel } from './education-level.ts'
import type { EnrolmentPeriod } from './enrolment-period.ts'
import { type Enrolments, enrolments } from './enrolments.ts'
import { isEnrolledIn } from './is-enrolled-in.ts'
import { isEnrolledInYear } from './is-enrolled-in-year.ts'
import type { School } from './school.ts'

it('is answered by a connector, fact by fact', () => {
  type Education = Connector<FactsOf<typeof education>>
  expectTypeOf<keyof Education>().toEqualTypeOf<keyof (typeof education)['facts']>()
  expectTypeOf<ValueAt<Enrolments>>().toEqualTypeOf<readonly SubjectId[]>()
})

it('asks no more than what the regulation minds', () => {
  const onTheDay = isEnrolledIn(['990001'])
  expectTypeOf<AsksOf<typeof onTheDay>>().toEqualTypeOf<Enrolments | School | EnrolmentPeriod>()
  const inTheYear = isEnrolledInYear(['990001'])
  expectTypeOf<AsksOf<typeof inTheYear>>().toEqualTypeOf<Enrolments | School>()
})

it('refuses what makes no sense', () => {
  some(enrolments, is(educationLevel, 'primary'))
  // @ts-expect-error there is no such level
  is(educationLevel, 'kindergarten')
  // @ts-expect-error a number of a school is a text
  isEnrolledIn([990001])
})
