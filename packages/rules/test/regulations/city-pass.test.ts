import {
  age,
  all,
  any,
  atLeast,
  atMost,
  between,
  bracket,
  composite,
  count,
  days,
  daysIn,
  during,
  euro,
  fact,
  ground,
  highest,
  ifAbsent,
  includes,
  lasting,
  minus,
  money,
  nothing,
  type PersonIn,
  parameter,
  partialDate,
  percent,
  plus,
  policy,
  preceding,
  share,
  sum,
  times,
  unknown,
  when,
  years,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: Stadt Lindenau, Richtlinie Lindenau-Pass. "Einkommensgrenze nach Haushaltsgröße: 1 Person 1.600 €, 2 Personen
// 2.400 €, je weitere Person 500 €, ab 1.7.2026 je 550 €. Oder: GdB mindestens 50 und Merkzeichen G, aG, B oder H.
// Hauptwohnung in Lindenau an mindestens 730 Tagen der letzten fünf Jahre. 50 € Gutschein je Kind unter 15; Ermäßigung
// 50 %, ab drei Kindern 75 %."

const members = fact({
  source: 'register',
  name: 'members',
  about: 'person',
  value: { type: 'those', to: 'person', least: 1 },
  when: ['date'],
})
const livesHere = fact({
  source: 'register',
  name: 'livesHere',
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
const income = fact({
  source: 'tax',
  name: 'income',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
})
const degree = fact({
  source: 'pension',
  name: 'degree',
  about: 'person',
  value: { type: 'count', least: 0, most: 100 },
  when: ['date'],
  optional: true,
})
const marks = fact({
  source: 'pension',
  name: 'marks',
  about: 'person',
  value: { type: 'texts' },
  when: ['date'],
  optional: true,
})

const perExtra = parameter({
  name: 'perExtra',
  value: { type: 'money' },
  history: [
    { from: '2025-01-01', value: euro(500), article: '§ 3' },
    { from: '2026-07-01', value: euro(550), article: '§ 3' },
  ],
})
const size = count(members)
const limit = plus(
  bracket(size, [
    { from: 1, value: euro(1_600) },
    { from: 2, value: euro(2_400) },
  ]),
  times(perExtra, highest(minus(size, 2), 0)),
)
const kids = count(members, atMost(age(birthDate), years(14)))
const pass = policy({
  name: 'lindenau/pass',
  about: 'person',
  requires: atLeast(daysIn(preceding({ years: 5 }, 'lastDay'), livesHere), days(730)),
  grounds: [
    ground('§ 3', atMost(sum(members, income), limit)),
    ground(
      '§ 4',
      all(
        atLeast(ifAbsent(degree, 0), 50),
        any(includes(marks, 'G'), includes(marks, 'aG'), includes(marks, 'B'), includes(marks, 'H')),
      ),
    ),
  ],
  benefit: composite(
    when(atLeast(kids, 1), money(times(euro(50), kids))).otherwise(nothing),
    share(when(atLeast(kids, 3), percent(75)).otherwise(percent(50)), { nl: 'toegang', en: 'admission' }),
  ),
  period: lasting({ years: 1 }, 'lastDay'),
})

type Person = PersonIn<typeof pass>
const day = '2026-06-30'
const child: Person = { birthDate: '2016-01-01', income: euro(0) }
const adult = (euros: number): Person => ({ birthDate: '1980-01-01', income: euro(euros) })
const anna = (members: Person[], more: Person = {}): Person => ({
  ...adult(0),
  livesHere: true,
  degree: null,
  marks: null,
  members,
  ...more,
})
const four = [adult(1_700), adult(1_700), child, child]

it.each<[string, Person, '2026-06-30' | '2026-07-01', string]>([
  ['one person at the limit', anna([adult(1_600)]), day, 'nothing + 50% of admission'],
  ['a cent above', anna([adult(1_600.01)]), day, 'no'],
  ['four at the limit', anna(four), day, '100.00 + 50% of admission'],
  ['four above it', anna([...four.slice(1), adult(1_700.01)]), day, 'no'],
  [
    'four above it, the day the amount rises',
    anna([...four.slice(1), adult(1_800)]),
    '2026-07-01',
    '100.00 + 50% of admission',
  ],
  ['three children', anna([adult(0), child, child, child]), day, '150.00 + 75% of admission'],
  ['15 years today', anna([adult(0), { ...child, birthDate: '2011-06-30' }]), day, 'nothing + 50% of admission'],
  ['15 years tomorrow', anna([adult(0), { ...child, birthDate: '2011-07-01' }]), day, '50.00 + 50% of admission'],
  [
    'born in 2011, some day',
    anna([adult(0), { ...child, birthDate: partialDate('2011') }]),
    day,
    'one of 0.00–50.00, nothing + 50% of admission',
  ],
  [
    'born in 2012, some day',
    anna([adult(0), { ...child, birthDate: partialDate('2012') }]),
    day,
    '50.00 + 50% of admission',
  ],
  [
    'an income between',
    anna([adult(1_000), { ...adult(0), income: between(euro(0), euro(1_400)) }]),
    day,
    'nothing + 50% of admission',
  ],
  [
    'an income unknown, the rest too high',
    anna([adult(2_500), { ...adult(0), income: unknown('unavailable') }]),
    day,
    'no',
  ],
  ['an income unknown', anna([adult(2_300), { ...adult(0), income: unknown('unavailable') }]), day, 'open'],
  ['degree 50 and B', anna([adult(9_000)], { degree: 50, marks: ['B'] }), day, 'nothing + 50% of admission'],
  ['degree 49 and B', anna([adult(9_000)], { degree: 49, marks: ['B'] }), day, 'no'],
  ['degree 50, another mark', anna([adult(9_000)], { degree: 50, marks: ['RF'] }), day, 'no'],
  ['degree unknown, no mark', anna([adult(9_000)], { degree: unknown('unavailable') }), day, 'no'],
  ['degree unknown, a mark', anna([adult(9_000)], { degree: unknown('unavailable'), marks: ['H'] }), day, 'open'],
  ['marks unknown', anna([adult(9_000)], { degree: 80, marks: unknown('unavailable') }), day, 'open'],
  [
    '730 days here',
    anna([adult(0)], { livesHere: during({ from: '2021-06-30', until: '2023-06-30' }) }),
    day,
    'nothing + 50% of admission',
  ],
  ['729 days here', anna([adult(0)], { livesHere: during({ from: '2021-06-29', until: '2023-06-29' }) }), day, 'no'],
  [
    'members unknown',
    anna([], { members: unknown('unavailable'), degree: 60, marks: ['G'] }),
    day,
    'one of 0.00–Infinity, nothing + 50–75% of admission',
  ],
])('%s', (_, situation, on, said) => expect(verdict(pass, situation, on)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(pass, anna([adult(9_000)], { degree: unknown('unavailable'), marks: ['H'] }), day)).toEqual(['degree'])
  expect(missed(pass, anna([adult(2_300), { birthDate: '1980-01-01' }]), day)).toEqual(['income'])
  expect(missed(pass, { livesHere: false }, day)).toEqual([])
  expect(missed(pass, anna([adult(0), { ...child, birthDate: partialDate('2011') }]), day)).toEqual(['birthDate'])
})
it('lasts a year', () => expect(granted(pass, anna([adult(0)]), '2026-06-30')).toBe('2026-06-30 2027-06-30'))
