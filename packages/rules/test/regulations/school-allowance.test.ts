import {
  above,
  all,
  applicant,
  atMost,
  below,
  between,
  bracket,
  euro,
  fact,
  ground,
  inYear,
  keyed,
  money,
  not,
  type PersonIn,
  parameter,
  percent,
  percentOf,
  plus,
  policy,
  round,
  schoolYear,
  startOf,
  sum,
  toTheCent,
  unknown,
  when,
  yearOf,
  yearsBefore,
} from '@vanzelf/rules'
import { explain } from '@vanzelf/rules/explain'
import { expect, it } from 'vitest'
import { missed, verdict } from './verdict.ts'

// Fictitious: stad Meersbeke, reglement schooltoelage. "Punten: 1 per persoon ten laste, dubbel wie een handicap heeft. Het
// inkomen van twee jaar voor het schooljaar, vermeerderd met driemaal het geïndexeerd kadastraal inkomen van andere
// eigendommen, ligt niet boven de maximumgrens volgens de punten. Onder de minimumgrens volledige toelage, daarboven de helft.
// Is het kadastraal inkomen meer dan 20% van het inkomen, dan is er geen toelage."

const household = fact({
  source: 'register',
  name: 'household',
  about: 'person',
  value: { type: 'those', to: 'person', least: 1 },
  when: ['date'],
})
const dependent = fact({ source: 'tax', name: 'dependent', about: 'person', value: { type: 'truth' }, when: ['date'] })
const disabled = fact({
  source: 'security',
  name: 'disabled',
  about: 'person',
  value: { type: 'truth' },
  when: ['date'],
})
const income = fact({
  source: 'tax',
  name: 'income',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['year'],
})
const cadastral = fact({
  source: 'tax',
  name: 'cadastral',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['year'],
})
const level = fact({
  source: 'education',
  name: 'level',
  about: 'person',
  value: { type: 'text', among: ['nursery', 'primary', 'secondary'] },
  when: ['date'],
})

const byPoints = { type: 'brackets', by: { type: 'count', least: 0 }, gives: { type: 'money' } } as const
const maximum = parameter({
  name: 'maximum',
  value: byPoints,
  history: [
    {
      from: '2024-09-01',
      value: [
        { from: 0, value: euro(20_000) },
        { from: 1, value: euro(30_000) },
        { from: 2, value: euro(36_000) },
        { from: 3, value: euro(40_000) },
      ],
      article: 'art. 5',
    },
    {
      from: '2025-09-01',
      value: [
        { from: 0, value: euro(21_000) },
        { from: 1, value: euro(31_000) },
        { from: 2, value: euro(37_000) },
        { from: 3, value: euro(41_000) },
      ],
      article: 'art. 5',
    },
  ],
})
const minimum = parameter({
  name: 'minimum',
  value: byPoints,
  history: [
    {
      from: '2024-09-01',
      value: [
        { from: 0, value: euro(10_000) },
        { from: 1, value: euro(15_000) },
        { from: 2, value: euro(18_000) },
        { from: 3, value: euro(20_000) },
      ],
      article: 'art. 5',
    },
  ],
})
const amount = parameter({
  name: 'amount',
  value: { type: 'keyed', among: ['nursery', 'primary', 'secondary'], gives: { type: 'money' } },
  history: [
    {
      from: '2024-09-01',
      value: { nursery: euro(110.25), primary: euro(150), secondary: euro(700) },
      article: 'art. 6',
    },
  ],
})

const incomeYear = yearsBefore(yearOf(startOf(schoolYear)), 2)
const points = sum(household, when(all(dependent, disabled), 2).when(dependent, 1).otherwise(0))
const own = sum(household, inYear(incomeYear, income))
const estate = sum(household, inYear(incomeYear, cadastral))
const reference = plus(own, estate, estate, estate)
const allowance = policy({
  name: 'meersbeke/school-allowance',
  about: 'person',
  requires: not(above(estate, percentOf(percent(20), own))),
  grounds: [ground('art. 4', atMost(reference, bracket(points, maximum)))],
  benefit: money(
    round(
      when(below(reference, bracket(points, minimum)), keyed(level, amount)).otherwise(
        percentOf(percent(50), keyed(level, amount)),
      ),
      toTheCent,
    ),
  ),
  recipient: applicant,
  period: schoolYear,
})

type T = PersonIn<typeof allowance>
const kid: T = { dependent: true, disabled: false, income: { 2023: euro(0) }, cadastral: { 2023: euro(0) } }
const parent = (euros: number, rent = 0): T => ({
  dependent: false,
  disabled: false,
  income: { 2022: euro(euros), 2023: euro(euros) },
  cadastral: { 2022: euro(rent), 2023: euro(rent) },
})
const pupil = (household: T[], more: T = {}): T => ({ ...kid, level: 'secondary', household, ...more })
const day = '2026-03-01'

it.each<[string, T, '2026-03-01' | '2025-09-01' | '2025-08-31', string]>([
  ['one child, at the maximum', pupil([parent(31_000), kid]), day, '350.00'],
  ['a cent above', pupil([parent(31_000.01), kid]), day, 'no'],
  ['disabled child, two points', pupil([parent(37_000), { ...kid, disabled: true }]), day, '350.00'],
  ['below the minimum', pupil([parent(14_999.99), kid]), day, '700.00'],
  ['at the minimum', pupil([parent(15_000), kid]), day, '350.00'],
  ['half of nursery, rounded', pupil([parent(15_000), kid], { level: 'nursery' }), day, '55.13'],
  ['estate counts three times', pupil([parent(28_000, 1_000), kid]), day, '350.00'],
  ['estate counts three times, above', pupil([parent(28_000, 1_000.01), kid]), day, 'no'],
  ['estate of a fifth', pupil([parent(10_000, 2_000), kid]), day, '350.00'],
  ['estate above a fifth', pupil([parent(10_000, 2_000.01), kid]), day, 'no'],
  ['the first day of the year', pupil([parent(31_000), kid]), '2025-09-01', '350.00'],
  [
    'the last day of the year before',
    pupil([parent(30_000), { ...kid, income: { 2022: euro(0) }, cadastral: { 2022: euro(0) } }]),
    '2025-08-31',
    '350.00',
  ],
  [
    'that, above its maximum',
    pupil([parent(30_000.01), { ...kid, income: { 2022: euro(0) }, cadastral: { 2022: euro(0) } }]),
    '2025-08-31',
    'no',
  ],
  [
    'disability unknown, does not matter',
    pupil([parent(31_000), { ...kid, disabled: unknown('unavailable') }]),
    day,
    '350.00',
  ],
  ['disability unknown, matters', pupil([parent(31_500), { ...kid, disabled: unknown('unavailable') }]), day, 'open'],
  [
    'disability unknown, matters for the amount',
    pupil([parent(16_000), { ...kid, disabled: unknown('unavailable') }]),
    day,
    '350.00–700.00',
  ],
  ['level unknown', pupil([parent(15_000), kid], { level: unknown('unavailable') }), day, '55.13–350.00'],
  [
    'dependence unknown, disability known',
    pupil([parent(31_000), kid, { ...kid, dependent: unknown('unavailable') }]),
    day,
    '350.00',
  ],
  ['income unknown, estate small', pupil([{ ...parent(0), income: unknown('unavailable') }, kid]), day, 'open'],
  ['income unknown, estate beyond', pupil([{ ...parent(0, 14_000), income: unknown('unavailable') }, kid]), day, 'no'],
  [
    'income between, estate none',
    pupil([{ ...parent(0), income: { 2023: between(euro(0), euro(14_000)) } }, kid]),
    day,
    '700.00',
  ],
])('%s', (_, situation, on, said) => expect(verdict(allowance, situation, on)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(allowance, pupil([parent(31_500), { ...kid, disabled: unknown('unavailable') }]), day)).toEqual([
    'disabled',
  ])
  expect(missed(allowance, pupil([parent(31_000), { ...kid, disabled: unknown('unavailable') }]), day)).toEqual([])
  expect(missed(allowance, pupil([parent(50_000), {}]), day)).toEqual([])
  expect(missed(allowance, pupil([parent(15_000), { ...kid, cadastral: unknown('unavailable') }]), day)).toEqual([
    'cadastral',
  ])
})
it('explains', () =>
  expect(
    explain(allowance, pupil([parent(31_000.01), kid]), day).grounds.map(({ article, holds }) => `${article} ${holds}`),
  ).toEqual(['art. 4 no']))
