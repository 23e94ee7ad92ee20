import {
  age,
  all,
  applicant,
  before,
  below,
  between,
  bracket,
  count,
  euro,
  fact,
  ground,
  highest,
  is,
  lowest,
  money,
  not,
  of,
  type PersonIn,
  parameter,
  partialDate,
  percent,
  percentOf,
  plus,
  policy,
  round,
  schoolYear,
  unknown,
  years,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { missed, verdict } from './verdict.ts'

// Fictitious: commune de Rivelange, garderie. "La participation par mois est de 12 % du revenu mensuel du ménage, au minimum
// 60 €, au maximum 400 €, arrondie aux 5 cents. La commune prend en charge, pour le deuxième enfant inscrit, 25 %, à partir du
// troisième 50 % de cette participation. Le rang suit l'âge, l'aîné d'abord."

const siblings = fact({
  source: 'register',
  name: 'siblings',
  about: 'person',
  value: { type: 'those', to: 'person' },
  when: ['date'],
})
const birthDate = fact({
  source: 'register',
  name: 'birthDate',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
})
const enrolled = fact({ source: 'city', name: 'enrolled', about: 'person', value: { type: 'truth' }, when: ['date'] })
const householdIncome = fact({
  source: 'tax',
  name: 'householdIncome',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
})
const discount = parameter({
  name: 'discount',
  value: { type: 'brackets', by: { type: 'count', least: 1 }, gives: { type: 'percentage' } },
  history: [
    {
      from: '2025-01-01',
      value: [
        { from: 1, value: percent(0) },
        { from: 2, value: percent(25) },
        { from: 3, value: percent(50) },
      ],
      article: 'art. 7',
    },
  ],
})

const rank = plus(count(siblings, all(enrolled, before(birthDate, of(applicant, birthDate)))), 1)
const toFiveCents = { step: 5, rule: 'nearest' } as const
const price = highest(lowest(round(percentOf(percent(12), householdIncome), toFiveCents), euro(400)), euro(60))
const daycare = policy({
  name: 'rivelange/daycare',
  about: 'person',
  requires: all(enrolled, below(age(birthDate), years(6))),
  grounds: [ground('art. 7', not(is(rank, 1)))],
  benefit: money(round(percentOf(bracket(rank, discount), price), toFiveCents)),
  period: schoolYear,
})

type T = PersonIn<typeof daycare>
const eldest: T = { birthDate: '2020-10-01', enrolled: true }
const middle: T = { birthDate: '2022-05-05', enrolled: true }
const child = (born: `${number}-${number}-${number}`, siblings: T[], more: T = {}): T => ({
  birthDate: born,
  enrolled: true,
  siblings,
  householdIncome: euro(2_000),
  ...more,
})
const day = '2026-03-01'

it.each<[string, T, string]>([
  ['the first', child('2020-10-01', []), 'no'],
  ['the second', child('2023-01-01', [eldest]), '60.00'],
  ['the third', child('2024-01-01', [eldest, middle]), '120.00'],
  ['the second of three', child('2022-05-05', [eldest, { ...middle, birthDate: '2024-01-01' }]), '60.00'],
  ['the eldest of two', child('2020-10-01', [middle]), 'no'],
  ['twins of one day', child('2022-05-05', [middle]), 'no'],
  ['an elder who is not enrolled', child('2023-01-01', [{ ...eldest, enrolled: false }]), 'no'],
  ['a price of 240.05', child('2024-01-01', [eldest, middle], { householdIncome: euro(2_000.4) }), '120.05'],
  ['at the maximum', child('2024-01-01', [eldest, middle], { householdIncome: euro(9_000) }), '200.00'],
  ['at the minimum', child('2024-01-01', [eldest], { householdIncome: euro(0) }), '15.00'],
  ['elder born in 2020, some day', child('2023-01-01', [{ ...eldest, birthDate: partialDate('2020') }]), '60.00'],
  [
    'elder or younger: born in 2023, some day',
    child('2023-06-01', [{ ...eldest, birthDate: partialDate('2023') }]),
    'open',
  ],
  [
    'one certainly elder, one perhaps',
    child('2023-06-01', [eldest, { ...middle, birthDate: partialDate('2023') }]),
    '60.00–120.00',
  ],
  [
    'one certainly elder, one not before',
    child('2023-06-01', [eldest, { ...middle, birthDate: partialDate('2023-07') }]),
    '60.00',
  ],
  ['enrolment of an elder unknown', child('2023-06-01', [{ ...eldest, enrolled: unknown('unavailable') }]), 'open'],
  ['enrolment of a younger unknown', child('2020-10-01', [{ ...middle, enrolled: unknown('unavailable') }]), 'no'],
  ['income between', child('2023-01-01', [eldest], { householdIncome: between(euro(0), euro(1_000)) }), '15.00–30.00'],
  ['income unknown', child('2023-01-01', [eldest], { householdIncome: unknown('unavailable') }), '15.00–100.00'],
  ['six years today', child('2020-03-01', [eldest]), 'no'],
])('%s', (_, situation, said) => expect(verdict(daycare, situation, day)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(daycare, child('2020-10-01', [{ ...middle, enrolled: unknown('unavailable') }]), day)).toEqual([])
  expect(missed(daycare, child('2023-06-01', [{ ...eldest, birthDate: partialDate('2023') }]), day)).toEqual([
    'birthDate',
  ])
})
