import {
  age,
  all,
  atLeast,
  atMost,
  below,
  bracket,
  count,
  euro,
  fact,
  ground,
  type IsoDate,
  ifAbsent,
  isPresent,
  keyed,
  lastDay,
  nextDay,
  not,
  of,
  on,
  type PersonIn,
  parameter,
  percent,
  percentOf,
  period,
  plus,
  policy,
  share,
  some,
  thisDay,
  unknown,
  when,
  years,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: gemeente Leiderhout, stadspas. "Peildatum 1 oktober. De norm volgt uit het huishouden op die dag: alleenstaande, alleenstaande
// ouder (kind jonger dan 18), gehuwd of samenwonend; kostendelers (andere huisgenoten van 27 of ouder) verlagen ze: met één tot 80%, met twee of meer
// tot 65%. Inkomen van aanvrager en partner niet hoger dan 130% van de norm. Studenten zonder kinderen zijn uitgesloten. Korting 100% tot 110% van
// de norm, anders 50%. Tot en met 30 september."

const birthDate = fact({ source: 'brp', name: 'birthDate', about: 'person', value: { type: 'date' }, when: ['date'] })
const partner = fact({
  source: 'brp',
  name: 'partner',
  about: 'person',
  value: { type: 'one', to: 'person' },
  when: ['date'],
  optional: true,
})
const others = fact({
  source: 'brp',
  name: 'others',
  about: 'person',
  value: { type: 'those', to: 'person' },
  when: ['date'],
})
const isChild = fact({ source: 'brp', name: 'isChild', about: 'person', value: { type: 'truth' }, when: ['date'] })
const student = fact({ source: 'duo', name: 'student', about: 'person', value: { type: 'truth' }, when: ['date'] })
const income = fact({
  source: 'uwv',
  name: 'income',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
})

const norm = parameter({
  name: 'norm',
  value: { type: 'keyed', gives: { type: 'money' } },
  history: [
    {
      from: '2024-07-01',
      value: { single: euro(1_000), parent: euro(1_200), couple: euro(1_500) },
      article: 'art. 21',
    },
    {
      from: '2025-07-01',
      value: { single: euro(1_100), parent: euro(1_300), couple: euro(1_600) },
      article: 'art. 21',
    },
  ],
})
const minor = all(isChild, below(age(birthDate), years(18)))
const hasMinor = some(others, minor)
const composition = when(isPresent(partner), 'couple').when(hasMinor, 'parent').otherwise('single')
const sharers = count(others, atLeast(age(birthDate), years(27)))
const shared = percentOf(
  bracket(sharers, [
    { from: 0, value: percent(100) },
    { from: 1, value: percent(80) },
    { from: 2, value: percent(65) },
  ]),
  ifAbsent(keyed(composition, norm), euro(0)),
)
const total = plus(income, ifAbsent(of(partner, income), euro(0)))
const reference = lastDay('10-01')
const card = policy({
  name: 'leiderhout/card',
  about: 'person',
  requires: on(reference, all(atLeast(age(birthDate), years(18)), not(all(student, not(hasMinor))))),
  grounds: [ground('art. 3', on(reference, atMost(total, percentOf(percent(130), shared))))],
  benefit: share(
    on(reference, when(atMost(total, percentOf(percent(110), shared)), percent(100)).otherwise(percent(50))),
    { nl: 'korting', en: 'discount' },
  ),
  period: period(thisDay, nextDay('10-01')),
})
type T = PersonIn<typeof card>
const kim = (euros: number, more: T = {}): T => ({
  birthDate: '1990-01-01',
  partner: null,
  others: [],
  student: false,
  income: euro(euros),
  ...more,
})
const kid: T = { birthDate: '2015-01-01', isChild: true }
const lodger: T = { birthDate: '1980-01-01', isChild: false }
const day = '2026-02-01'

it.each<[string, T, IsoDate, string]>([
  ['single at 110%', kim(1_210), day, '100% of discount'],
  ['single above 110%', kim(1_210.01), day, '50% of discount'],
  ['single at 130%', kim(1_430), day, '50% of discount'],
  ['single above 130%', kim(1_430.01), day, 'no'],
  ['the norm of the reference date', kim(1_430), '2025-09-30', 'no'],
  ['the norm of the reference date, on it', kim(1_430), '2025-10-01', '50% of discount'],
  ['a parent', kim(1_690, { others: [kid] }), day, '50% of discount'],
  ['a child of 18 on the reference date', kim(1_690, { others: [{ ...kid, birthDate: '2007-10-01' }] }), day, 'no'],
  ['a child of 18 a day later', kim(1_690, { others: [{ ...kid, birthDate: '2007-10-02' }] }), day, '50% of discount'],
  ['a couple', kim(2_000, { partner: { income: euro(80) } }), day, '50% of discount'],
  ['a couple above', kim(2_000, { partner: { income: euro(80.01) } }), day, 'no'],
  ['a lodger', kim(1_144, { others: [lodger] }), day, '50% of discount'],
  ['a lodger of 26', kim(1_430, { others: [{ ...lodger, birthDate: '1998-10-02' }] }), day, '50% of discount'],
  ['two lodgers', kim(929.5, { others: [lodger, lodger] }), day, '50% of discount'],
  ['two lodgers, above', kim(929.51, { others: [lodger, lodger] }), day, 'no'],
  ['partner unknown, low', kim(500, { partner: unknown('unavailable') }), day, 'open'],
  ['partner unknown, beyond any norm', kim(2_080.01, { partner: unknown('unavailable') }), day, 'no'],
  [
    'whether it is a child unknown, low',
    kim(1_210, { others: [{ ...kid, isChild: unknown('unavailable') }] }),
    day,
    '100% of discount',
  ],
  [
    'whether it is a child unknown, between',
    kim(1_500, { others: [{ ...kid, isChild: unknown('unavailable') }] }),
    day,
    'open',
  ],
  [
    'whether it is a child unknown, for the share',
    kim(1_300, { others: [{ ...kid, isChild: unknown('unavailable') }] }),
    day,
    '50–100% of discount',
  ],
  ['a student', kim(0, { student: true }), day, 'no'],
  ['a student with a child', kim(0, { student: true, others: [kid] }), day, '100% of discount'],
  [
    'not known whether a student, with a child',
    kim(0, { student: unknown('unavailable'), others: [kid] }),
    day,
    '100% of discount',
  ],
  ['not known whether a student', kim(0, { student: unknown('unavailable') }), day, 'open'],
  ['others unknown', kim(700, { others: unknown('unavailable') }), day, '100% of discount'],
  ['others unknown, above the least', kim(800, { others: unknown('unavailable') }), day, '50–100% of discount'],
])('%s', (_, situation, on, said) => expect(verdict(card, situation, on)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(card, kim(1_210, { others: [{ ...kid, isChild: unknown('unavailable') }] }), day)).toEqual([])
  expect(missed(card, kim(0, { student: unknown('unavailable'), others: [kid] }), day)).toEqual([])
  expect(missed(card, kim(800, { others: unknown('unavailable') }), day)).toEqual(['others'])
  expect(missed(card, { student: true, others: [] }, day)).toEqual([])
})
it('runs until the next reference date', () => expect(granted(card, kim(0), day)).toBe('2026-02-01 2026-10-01'))
