import {
  age,
  all,
  atLeast,
  atMost,
  atSomeTimeIn,
  before,
  bracket,
  during,
  euro,
  fact,
  ground,
  type IsoDate,
  keyed,
  lasting,
  later,
  money,
  months,
  not,
  parameter,
  partialDate,
  percent,
  percentOf,
  policy,
  preceding,
  type SubjectOf,
  thisDay,
  throughout,
  timeline,
  unknown,
  years,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: gemeente Veenrade, verordening individuele inkomenstoeslag. "Gedurende 36 maanden voorafgaand aan de
// peildatum een inkomen van ten hoogste 110% van de toepasselijke norm, naar de leefvorm; 21 jaar of ouder en jonger dan de
// pensioengerechtigde leeftijd; vermogen niet hoger dan de grens; in de twaalf maanden daarvoor geen toeslag ontvangen."

const person = { about: 'person' } as const
const birthDate = fact({ ...person, source: 'brp', name: 'birthDate', value: { type: 'date' }, when: ['date'] })
const householdType = fact({
  ...person,
  source: 'brp',
  name: 'householdType',
  value: { type: 'text', among: ['single', 'singleParent', 'couple'] },
  when: ['date', 'period'],
})
const monthlyIncome = fact({
  ...person,
  source: 'uwv',
  name: 'monthlyIncome',
  value: { type: 'money', least: 0 },
  when: ['date', 'period'],
})
const assets = fact({ ...person, source: 'tax', name: 'assets', value: { type: 'money' }, when: ['date'] })
const receivesSupplement = fact({
  ...person,
  source: 'city',
  name: 'receivesSupplement',
  value: { type: 'truth' },
  when: ['date', 'period'],
})

const types = ['single', 'singleParent', 'couple'] as const
const byType = { type: 'keyed', among: types, gives: { type: 'money' } } as const
const norm = parameter({
  name: 'norm',
  value: byType,
  history: [
    {
      from: '2022-01-01',
      value: { single: euro(1_000), singleParent: euro(1_000), couple: euro(1_500) },
      article: 'art. 21 Pw',
    },
    {
      from: '2024-07-01',
      value: { single: euro(1_100), singleParent: euro(1_100), couple: euro(1_600) },
      article: 'art. 21 Pw',
    },
  ],
})
const assetLimit = parameter({
  name: 'assetLimit',
  value: byType,
  history: [
    {
      from: '2022-01-01',
      value: { single: euro(7_000), singleParent: euro(14_000), couple: euro(14_000) },
      article: 'art. 34 Pw',
    },
  ],
})
const amount = parameter({
  name: 'amount',
  value: byType,
  history: [
    { from: '2022-01-01', value: { single: euro(400), singleParent: euro(500), couple: euro(600) }, article: 'art. 4' },
  ],
})
const pensionMonths = parameter({
  name: 'pensionMonths',
  value: { type: 'brackets', by: { type: 'date' }, gives: { type: 'months' } },
  history: [
    {
      from: '2022-01-01',
      value: [{ value: months(0) }, { from: '1961-01-01', value: months(3) }],
      article: 'art. 7a AOW',
    },
  ],
})

const low = throughout(
  preceding({ months: 36 }, 'lastDay'),
  atMost(monthlyIncome, percentOf(percent(110), keyed(householdType, norm))),
)
const supplement = policy({
  name: 'veenrade/income-supplement',
  about: 'person',
  requires: all(
    atLeast(age(birthDate), years(21)),
    before(thisDay, later(birthDate, { years: 67, months: bracket(birthDate, pensionMonths) }, 'lastDay')),
    atMost(assets, keyed(householdType, assetLimit)),
    not(atSomeTimeIn(preceding({ months: 12 }, 'lastDay'), receivesSupplement)),
  ),
  grounds: [ground('art. 3', low)],
  benefit: money(keyed(householdType, amount)),
  period: lasting({ years: 1 }, 'lastDay'),
})

type Told = SubjectOf<typeof supplement>
const bea: Told = {
  birthDate: '1980-04-05',
  householdType: 'single',
  monthlyIncome: euro(1_100),
  assets: euro(7_000),
  receivesSupplement: during(),
}
const day = '2026-05-01'
const incomes = (...steps: [from: IsoDate, euros: number][]) =>
  timeline(...steps.map(([from, euros], index) => ({ from, until: steps[index + 1]?.[0] ?? null, value: euro(euros) })))

it.each<[string, Told, string]>([
  ['at 110% of the norm before July 2024', bea, '400.00'],
  ['a cent above it', { ...bea, monthlyIncome: euro(1_100.01) }, 'no'],
  [
    'above the old norm, only after it changed',
    { ...bea, monthlyIncome: incomes(['2023-01-01', 1_100], ['2024-07-01', 1_210]) },
    '400.00',
  ],
  ['a day before it changed', { ...bea, monthlyIncome: incomes(['2023-01-01', 1_100], ['2024-06-30', 1_210]) }, 'no'],
  [
    'too high until the day the period starts',
    { ...bea, monthlyIncome: incomes(['2020-01-01', 5_000], ['2023-05-01', 900]) },
    '400.00',
  ],
  [
    'too high on the first day of the period',
    { ...bea, monthlyIncome: incomes(['2020-01-01', 5_000], ['2023-05-02', 900]) },
    'no',
  ],
  [
    'too high on the reference date only',
    { ...bea, monthlyIncome: incomes(['2020-01-01', 900], ['2026-05-01', 5_000]) },
    '400.00',
  ],
  ['income not known before 2024', { ...bea, monthlyIncome: incomes(['2024-01-01', 900]) }, 'open'],
  ['that, and too high in 2025', { ...bea, monthlyIncome: incomes(['2024-01-01', 900], ['2025-01-01', 9_000]) }, 'no'],
  ['assets a cent too high', { ...bea, assets: euro(7_000.01) }, 'no'],
  ['of a single parent they are not', { ...bea, householdType: 'singleParent', assets: euro(14_000) }, '500.00'],
  ['21 that day', { ...bea, birthDate: '2005-05-01' }, '400.00'],
  ['21 tomorrow', { ...bea, birthDate: '2005-05-02' }, 'no'],
  ['67 years and no months today', { ...bea, birthDate: '1959-05-01' }, 'no'],
  ['67 tomorrow', { ...bea, birthDate: '1959-05-02' }, '400.00'],
  ['born in 1980, some day', { ...bea, birthDate: partialDate('1980') }, '400.00'],
  ['born in 2005, some day', { ...bea, birthDate: partialDate('2005') }, 'open'],
  ['born in April 2005, some day', { ...bea, birthDate: partialDate('2005-04') }, '400.00'],
  ['born in 1960 or 1961', { ...bea, birthDate: { least: '1960-12-01', most: '1961-01-31' } }, '400.00'],
  [
    'single, then a couple',
    {
      ...bea,
      monthlyIncome: euro(1_600),
      householdType: timeline({ until: '2025-01-01', value: 'couple' }, { from: '2025-01-01', value: 'single' }),
    },
    'no',
  ],
  [
    'type unknown, assets too high for one of them',
    { ...bea, monthlyIncome: euro(900), assets: euro(8_000), householdType: unknown('unavailable') },
    'open',
  ],
  [
    'type unknown, income and assets below each limit',
    { ...bea, householdType: unknown('unavailable') },
    '400.00–600.00',
  ],
  [
    'received it eleven months ago',
    { ...bea, receivesSupplement: during({ from: '2025-05-31', until: '2025-06-01' }) },
    'no',
  ],
  [
    'received it until twelve months ago',
    { ...bea, receivesSupplement: during({ from: '2024-05-01', until: '2025-05-01' }) },
    '400.00',
  ],
  ['not known whether it was received', { ...bea, receivesSupplement: unknown('unavailable') }, 'open'],
])('%s', (_, situation, said) => expect(verdict(supplement, situation, day)).toBe(said))

it('asks the type for the amount alone where every norm is met', () =>
  expect(missed(supplement, { ...bea, householdType: unknown('unavailable') }, day)).toEqual(['householdType']))
it('does not ask what an age settles', () => expect(missed(supplement, { birthDate: '2015-01-01' }, day)).toEqual([]))
it('lasts a year', () => expect(granted(supplement, bea, day)).toBe('2026-05-01 2027-05-01'))
