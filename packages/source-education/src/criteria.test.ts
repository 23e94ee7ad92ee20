import { on, parameter, type SituationOf, timeline, unknown, year } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import type { EducationLevel } from './education-level.ts'
import type { EnrolmentPeriod } from './enrolment-period.ts'
import { isEnrolledIn } from './is-enrolled-in.ts'
import { isEnrolledInYear } from './is-enrolled-in-year.ts'
import type { School } from './school.ts'
import type { SchoolYear } from './school-year.ts'
import type { Schools } from './schools.ts'

type Enrolment = SituationOf<School | SchoolYear | EducationLevel | EnrolmentPeriod, 'enrolment'>

const ours = ['990001', '990002']
const down = unknown('unavailable')
const isUnknown = { unknown: expect.anything() }
const inOurs: Enrolment = {
  school: '990002',
  schoolYear: year(2025),
  educationLevel: 'primary',
  enrolmentPeriod: { from: '2025-09-01', until: '2026-07-01' },
}
const elsewhere: Enrolment = { ...inOurs, school: '990003' }

describe('a list that could match no school is refused', () => {
  const inParameter = (...lists: readonly (readonly string[])[]) =>
    parameter({
      name: 'schools',
      value: { type: 'texts' },
      history: lists.map((value, index) => ({
        from: index === 0 ? '2020-09-01' : '2021-09-01',
        value,
        article: 'art. 1',
      })),
    })

  it.each<readonly [string, Schools]>([
    ['without schools', []],
    ['with leading zeros', ['099001']],
    ['one of several with leading zeros', ['990001', '099001']],
    ['of no digits', ['school A']],
    ['of seven digits', ['1990001']],
    ['of zero', ['0']],
    ['of nothing', ['']],
    ['of a parameter, without schools', inParameter([])],
    ['of a parameter, an earlier version with leading zeros', inParameter(['099001'], ['99001'])],
    ['of a parameter, a later version without schools', inParameter(['99001'], [])],
  ])('%s', (_, schools) => {
    for (const criterion of [isEnrolledIn, isEnrolledInYear])
      expect(() => criterion(schools)).toThrow(expect.objectContaining({ name: 'DefinitionError', code: 'bad-value' }))
  })

  it.each<readonly [string, Schools]>([
    ['of few digits', ['1', '99001', '990001']],
    ['of a parameter', inParameter(['99001'], ['99001', '990001'])],
  ])('%s is taken', (_, schools) => {
    for (const criterion of [isEnrolledIn, isEnrolledInYear]) expect(() => criterion(schools)).not.toThrow()
  })
})

describe('enrolled in one of these schools', () => {
  const list = parameter({
    name: 'schools',
    value: { type: 'texts' },
    history: [{ from: '2020-09-01', value: ours, article: 'annex 1' }],
  })

  it.each<readonly [string, readonly Enrolment[], boolean, boolean]>([
    ['nowhere', [], false, false],
    ['in another', [elsewhere], false, false],
    ['in one of them', [inOurs], true, true],
    ['in one of them and another', [elsewhere, inOurs], true, true],
    ['from the next day', [{ ...inOurs, enrolmentPeriod: { from: '2026-03-11' } }], false, true],
    ['from this day', [{ ...inOurs, enrolmentPeriod: { from: '2026-03-10' } }], true, true],
    ['until the next day', [{ ...inOurs, enrolmentPeriod: { from: '2025-09-01', until: '2026-03-11' } }], true, true],
    ['until this day', [{ ...inOurs, enrolmentPeriod: { from: '2025-09-01', until: '2026-03-10' } }], false, true],
  ])('%s: on the day %s, in the school year %s', (_, enrolments, onTheDay, inTheYear) => {
    for (const schools of [ours, list]) {
      expect(evaluate(isEnrolledIn(schools), { enrolments }, '2026-03-10')).toBe(onTheDay)
      expect(evaluate(isEnrolledInYear(schools), { enrolments }, '2026-03-10')).toBe(inTheYear)
    }
  })

  it('is read for another school year on a day of it', () => {
    const enrolments = timeline<readonly Enrolment[]>(
      { until: '2026-09-01', value: [] },
      { from: '2026-09-01', value: [inOurs] },
    )
    expect(evaluate(isEnrolledInYear(ours), { enrolments }, '2026-08-20')).toBe(false)
    expect(evaluate(on('2026-09-01', isEnrolledInYear(ours)), { enrolments }, '2026-08-20')).toBe(true)
  })

  it('is not known while the source is down, which is not the same as nowhere', () => {
    for (const criterion of [isEnrolledIn(ours), isEnrolledInYear(ours)]) {
      expect(evaluate(criterion, { enrolments: down }, '2026-03-10')).toMatchObject(isUnknown)
      expect(evaluate(criterion, { enrolments: [{ ...inOurs, school: down }] }, '2026-03-10')).toMatchObject(isUnknown)
    }
  })

  it('does not need what is not known of another enrolment', () => {
    const enrolments = [{ ...elsewhere, school: down }, inOurs]
    expect(evaluate(isEnrolledIn(ours), { enrolments }, '2026-03-10')).toBe(true)
    expect(evaluate(isEnrolledIn(ours), { enrolments: [{ ...elsewhere, enrolmentPeriod: down }] }, '2026-03-10')).toBe(
      false,
    )
  })
})
