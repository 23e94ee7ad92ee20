import {
  age,
  all,
  any,
  applicant,
  atLeast,
  below,
  between,
  earlier,
  endless,
  euro,
  fact,
  ground,
  type IsoDate,
  ifAbsent,
  is,
  later,
  lowest,
  money,
  not,
  of,
  on,
  type PersonIn,
  parameter,
  partialDate,
  percent,
  period,
  policy,
  self,
  since,
  startOfMonth,
  thisDay,
  timeline,
  times,
  unknown,
  when,
  years,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: gemeente Heuvelbroek, mantelzorgpremie. "De zorgbehoevende heeft sinds drie maanden zonder onderbreking een score van 35 (BelRAI 13),
// en woont thuis. De premie, 30 euro per maand, 40 vanaf 2026, gaat naar de mantelzorger, en is dubbel als die met de zorgbehoevende samenwoont en minder
// dan halftijds werkt (onder 50%). Zij begint de eerste van de maand na de aanvraag en eindigt een jaar later, of als de zorgbehoevende 21 wordt."

const score = fact({
  source: 'care',
  name: 'score',
  about: 'person',
  value: { type: 'count', least: 0, most: 75 },
  when: ['date', 'period'],
  optional: true,
})
const belRai = fact({
  source: 'care',
  name: 'belRai',
  about: 'person',
  value: { type: 'count', least: 0, most: 20, decimals: true },
  when: ['date', 'period'],
  optional: true,
})
const home = fact({
  source: 'register',
  name: 'home',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
})
const birthDate = fact({
  source: 'register',
  name: 'birthDate',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
})
const carer = fact({
  source: 'citizen',
  name: 'carer',
  about: 'person',
  value: { type: 'one', to: 'person' },
  when: ['date'],
})
const address = fact({ source: 'register', name: 'address', about: 'person', value: { type: 'text' }, when: ['date'] })
const fraction = fact({
  source: 'work',
  name: 'fraction',
  about: 'person',
  value: { type: 'percentage', least: 0, most: 100 },
  when: ['date'],
  optional: true,
})
const monthly = parameter({
  name: 'monthly',
  value: { type: 'money' },
  history: [
    { from: '2025-01-01', value: euro(30), article: 'art. 3' },
    { from: '2026-01-01', value: euro(40), article: 'art. 3' },
  ],
})

const needy = any(atLeast(ifAbsent(score, 0), 35), atLeast(ifAbsent(belRai, 0), 13))
const together = of(carer, all(is(address, of(applicant, address)), below(ifAbsent(fraction, percent(0)), percent(50))))
const start = startOfMonth(later(thisDay, { months: 1 }, 'lastDay'))
const bonus = policy({
  name: 'heuvelbroek/care',
  about: 'person',
  requires: all(since(earlier(thisDay, { months: 3 }, 'lastDay'), needy), home),
  grounds: [ground('art. 2', not(is(of(carer, self), applicant)))],
  benefit: money(on(start, times(monthly, when(together, 2).otherwise(1)))),
  recipient: carer,
  period: period(
    start,
    lowest(
      later(start, { years: 1 }, 'lastDay'),
      when(below(age(birthDate), years(21)), later(birthDate, { years: 21 }, 'lastDay')).otherwise(endless),
    ),
  ),
})

type T = PersonIn<typeof bonus>
const needs = (from: IsoDate, points = 35): T['score'] & {} =>
  timeline({ until: from, value: 34 }, { from, value: points })
const daughter: T = { address: 'Dorp 1', fraction: percent(40) }
const ida = (more: T = {}): T => ({
  score: 40,
  belRai: null,
  home: true,
  birthDate: '1940-01-01',
  address: 'Dorp 1',
  carer: daughter,
  ...more,
})
const day = '2025-11-15'

it.each<[string, T, IsoDate, string, string?]>([
  ['living together, working little', ida(), day, '60.00', '2025-12-01 2026-12-01'],
  ['half-time', ida({ carer: { ...daughter, fraction: percent(50) } }), day, '30.00'],
  ['not working', ida({ carer: { ...daughter, fraction: null } }), day, '60.00'],
  ['elsewhere', ida({ carer: { ...daughter, address: 'Dorp 2' } }), day, '30.00'],
  ['from the month in which the amount rises', ida(), '2025-12-01', '80.00', '2026-01-01 2027-01-01'],
  ['on the last of January', ida(), '2026-01-31', '80.00', '2026-02-01 2027-02-01'],
  ['three months to the day', ida({ score: needs('2025-08-15') }), day, '60.00'],
  ['a day less', ida({ score: needs('2025-08-16') }), day, 'no'],
  [
    'a day less, and the other scale before',
    ida({
      score: needs('2025-08-16'),
      belRai: timeline({ until: '2025-09-01', value: 13 }, { from: '2025-09-01', value: 0 }),
    }),
    day,
    '60.00',
  ],
  ['no score at all', ida({ score: null }), day, 'no'],
  ['the other scale just below', ida({ score: null, belRai: 12.99 }), day, 'no'],
  ['the other scale', ida({ score: null, belRai: 13 }), day, '60.00'],
  ['one scale unknown, the other holds', ida({ score: unknown('unavailable'), belRai: 13 }), day, '60.00'],
  ['one scale unknown', ida({ score: unknown('unavailable') }), day, 'open'],
  ['a score between', ida({ score: between(30, 40) }), day, 'open'],
  ['a score between, high enough', ida({ score: between(35, 40) }), day, '60.00'],
  ['not at home', ida({ home: false, score: unknown('unavailable') }), day, 'no'],
  ['address of the carer unknown', ida({ carer: { fraction: null } }), day, '30.00–60.00'],
  ['address of the carer unknown, who works', ida({ carer: { fraction: percent(100) } }), day, '30.00'],
  ['the carer unknown', ida({ carer: unknown('not asked') }), day, 'open'],
  ['21 within the year', ida({ birthDate: '2005-03-10' }), day, '60.00', '2025-12-01 2026-03-10'],
  ['born in 2005, some day', ida({ birthDate: partialDate('2005') }), day, '60.00', 'open'],
  ['born in 2004, some day', ida({ birthDate: partialDate('2004') }), day, '60.00', 'open'],
  ['born in 1940, some day', ida({ birthDate: partialDate('1940') }), day, '60.00', '2025-12-01 2026-12-01'],
])('%s', (_, situation, on, said, until) => {
  expect(verdict(bonus, situation, on)).toBe(said)
  if (until !== undefined) expect(granted(bonus, situation, on)).toBe(until)
})
it('asks only what can matter', () => {
  expect(missed(bonus, ida({ home: false, score: unknown('unavailable') }), day)).toEqual([])
  expect(missed(bonus, ida({ carer: { fraction: percent(100) } }), day)).toEqual([])
  expect(missed(bonus, ida({ birthDate: partialDate('2004') }), day)).toEqual(['birthDate'])
})
