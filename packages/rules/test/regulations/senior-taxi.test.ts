import {
  age,
  ageByYearOfBirth,
  all,
  atLeast,
  atMost,
  atSomeTimeIn,
  between,
  bracket,
  calendarYear,
  covers,
  dayIn,
  during,
  euro,
  fact,
  ground,
  type IsoDate,
  ifAbsent,
  inKind,
  inYear,
  january1,
  later,
  minus,
  monthOf,
  nextDay,
  not,
  of,
  on,
  oncePer,
  type PersonIn,
  parameter,
  partialDate,
  period,
  plus,
  policy,
  thisDay,
  times,
  unknown,
  year,
  yearOf,
  years,
  yearsBefore,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: gemeente Dennenlo, taxicheques. "Wie op 1 januari de pensioenleeftijd heeft (tabel naar geboortejaar: tot 1954 65 jaar,
// 1955 66 jaar, vanaf 1956 67 jaar) of 60 wordt in het jaar en een vervoersbeperking heeft. Twee cheques per maand die van
// het jaar overblijft, de lopende meegerekend. Gezinsinkomen (met partner, als die er is) van twee jaar eerder, of als dat nog
// niet vaststaat van drie jaar eerder, hoogstens 25.000. Aanvragen van 1 februari tot en met 30 november. Niet wie in het jaar
// al een rijbewijs had."

const birthDate = fact({ source: 'brp', name: 'birthDate', about: 'person', value: { type: 'date' }, when: ['date'] })
const partner = fact({
  source: 'brp',
  name: 'partner',
  about: 'person',
  value: { type: 'one', to: 'person' },
  when: ['date'],
  optional: true,
})
const taxed = fact({
  source: 'tax',
  name: 'taxed',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['year'],
  optional: true,
})
const limited = fact({ source: 'care', name: 'limited', about: 'person', value: { type: 'truth' }, when: ['date'] })
const licence = fact({
  source: 'rdw',
  name: 'licence',
  about: 'person',
  value: { type: 'truth' },
  when: ['date', 'period'],
})

const pensionAge = parameter({
  name: 'pensionAge',
  value: { type: 'brackets', by: { type: 'year' }, gives: { type: 'years' } },
  history: [
    {
      from: '2020-01-01',
      value: [{ value: years(65) }, { from: year(1955), value: years(66) }, { from: year(1956), value: years(67) }],
      article: 'art. 1',
    },
  ],
})
const y = yearOf(thisDay)
const income = ifAbsent(inYear(yearsBefore(y, 2), taxed), ifAbsent(inYear(yearsBefore(y, 3), taxed), euro(0)))
const taxi = policy({
  name: 'dennenlo/taxi',
  about: 'person',
  requires: all(
    covers(period(dayIn(y, '02-01'), dayIn(y, '12-01')), thisDay),
    atMost(plus(income, ifAbsent(of(partner, income), euro(0))), euro(25_000)),
    not(atSomeTimeIn(period(january1, later(thisDay, { days: 1 })), licence)),
  ),
  grounds: [
    ground('art. 2, a', on(january1, atLeast(age(birthDate), bracket(yearOf(birthDate), pensionAge)))),
    ground('art. 2, b', all(atLeast(ageByYearOfBirth(birthDate), years(60)), limited)),
  ],
  benefit: inKind(times(2, minus(13, monthOf(thisDay))), { nl: 'taxicheques', en: 'taxi vouchers' }),
  period: period(thisDay, nextDay('01-01')),
  quota: oncePer('person', calendarYear),
})
type T = PersonIn<typeof taxi>
const cor = (born: IsoDate, more: T = {}): T => ({
  birthDate: born,
  limited: false,
  licence: false,
  partner: null,
  taxed: { 2024: euro(20_000) },
  ...more,
})
const day = '2026-03-31'

it.each<[string, T, IsoDate, string]>([
  ['67 on 1 January', cor('1959-01-01'), day, '20 taxi vouchers'],
  ['67 on 2 January', cor('1959-01-02'), day, 'no'],
  ['67 on 2 January, limited', cor('1959-01-02', { limited: true }), day, '20 taxi vouchers'],
  ['born in 1958, some day', cor('1958-01-01', { birthDate: partialDate('1958') }), day, '20 taxi vouchers'],
  ['born in 1959, some day', cor('1959-01-01', { birthDate: partialDate('1959') }), day, 'open'],
  [
    'born in 1959, some day, limited',
    cor('1959-01-01', { birthDate: partialDate('1959'), limited: true }),
    day,
    '20 taxi vouchers',
  ],
  [
    'born in 1966, some day, limited',
    cor('1959-01-01', { birthDate: partialDate('1966'), limited: true }),
    day,
    '20 taxi vouchers',
  ],
  ['born in 1967, limited', cor('1967-01-01', { limited: true }), day, 'no'],
  [
    'born in 1967 or 1966, limited',
    cor('1967-01-01', { birthDate: between<IsoDate>('1966-12-31', '1967-01-01'), limited: true }),
    day,
    'open',
  ],
  ['in 2021: 66 by the table', cor('1955-01-02', { taxed: { 2019: euro(0) } }), '2021-06-01', 'no'],
  ['the last day of January', cor('1950-01-01'), '2026-01-31', 'no'],
  ['the first day', cor('1950-01-01'), '2026-02-01', '22 taxi vouchers'],
  ['the last day', cor('1950-01-01'), '2026-11-30', '4 taxi vouchers'],
  ['a day late', cor('1950-01-01'), '2026-12-01', 'no'],
  [
    'with the partner at the limit',
    cor('1950-01-01', { partner: { taxed: { 2024: euro(5_000) } } }),
    day,
    '20 taxi vouchers',
  ],
  ['with the partner above it', cor('1950-01-01', { partner: { taxed: { 2024: euro(5_000.01) } } }), day, 'no'],
  [
    'the partner not yet taxed',
    cor('1950-01-01', { partner: { taxed: { 2024: null, 2023: euro(5_000) } } }),
    day,
    '20 taxi vouchers',
  ],
  [
    'the partner never taxed',
    cor('1950-01-01', { partner: { taxed: { 2024: null, 2023: null } } }),
    day,
    '20 taxi vouchers',
  ],
  ['the partner unknown', cor('1950-01-01', { partner: unknown('unavailable') }), day, 'open'],
  [
    'the partner unknown, income beyond',
    cor('1950-01-01', { partner: unknown('unavailable'), taxed: { 2024: euro(26_000) } }),
    day,
    'no',
  ],
  ['partner known to be, income unknown', cor('1950-01-01', { partner: {} }), day, 'open'],
  ['not known whether taxed in 2024, low in 2023', cor('1950-01-01', { taxed: { 2023: euro(100) } }), day, 'open'],
  ['a licence until February', cor('1950-01-01', { licence: during({ until: '2026-02-01' }) }), day, 'no'],
  [
    'a licence until New Year',
    cor('1950-01-01', { licence: during({ until: '2026-01-01' }) }),
    day,
    '20 taxi vouchers',
  ],
  ['a licence from tomorrow', cor('1950-01-01', { licence: during({ from: '2026-04-01' }) }), day, '20 taxi vouchers'],
])('%s', (_, situation, on, said) => expect(verdict(taxi, situation, on)).toBe(said))

it('in 2021 looks two years back', () =>
  expect(verdict(taxi, cor('1955-01-01', { taxed: { 2019: euro(0) } }), '2021-06-01')).toBe('14 taxi vouchers'))
it('asks only what can matter', () => {
  expect(
    missed(taxi, cor('1950-01-01', { partner: unknown('unavailable'), taxed: { 2024: euro(26_000) } }), day),
  ).toEqual([])
  expect(missed(taxi, cor('1950-01-01', { partner: unknown('unavailable') }), day)).toEqual(['partner'])
  expect(missed(taxi, cor('1950-01-01', { taxed: { 2023: euro(100) } }), day)).toEqual(['taxed'])
  expect(missed(taxi, cor('1959-01-01', { birthDate: partialDate('1959') }), day)).toEqual(['birthDate'])
})
it('ends with the year', () => expect(granted(taxi, cor('1950-01-01'), day)).toBe('2026-03-31 2027-01-01'))
