import {
  atMost,
  between,
  bracket,
  calendarYear,
  daysBetween,
  dividedBy,
  downToTheCent,
  endOf,
  euro,
  fact,
  ground,
  highest,
  type IsoDate,
  inYear,
  keyed,
  lowest,
  minus,
  money,
  type PersonIn,
  parameter,
  percent,
  percentOf,
  period,
  plus,
  policy,
  round,
  startOf,
  thisDay,
  times,
  unknown,
  yearOf,
  yearsBefore,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: Métropole de Sarvonne, aide à la mutuelle. "Les ressources ne dépassent pas le plafond selon la zone (A, B, C) et le
// nombre de personnes. L'aide: 40 % de la tranche de cotisation jusqu'à 300 €, 25 % de la tranche entre 300 et 800 €, rien au-delà,
// au prorata des jours restants de l'année (jour de la demande compris), au cent inférieur."

const persons = fact({
  source: 'city',
  name: 'persons',
  about: 'person',
  value: { type: 'count', least: 1 },
  when: ['date'],
})
const zone = fact({
  source: 'city',
  name: 'zone',
  about: 'person',
  value: { type: 'text', among: ['A', 'B', 'C'] },
  when: ['date'],
})
const taxed = fact({
  source: 'tax',
  name: 'taxed',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['year'],
})
const premium = fact({
  source: 'citizen',
  name: 'premium',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
})

const bySize = { type: 'brackets', by: { type: 'count', least: 1 }, gives: { type: 'money' } } as const
const ceiling = (name: string, ...euros: [number, number, number]) =>
  parameter({
    name,
    value: bySize,
    history: [
      {
        from: '2025-01-01',
        value: euros.map((one, index) => ({ from: index + 1, value: euro(one) })),
        article: 'art. 2',
      },
      {
        from: '2026-01-01',
        value: euros.map((one, index) => ({ from: index + 1, value: euro(one + 100) })),
        article: 'art. 2',
      },
    ],
  })
const ceilingOf = keyed(zone, {
  A: bracket(persons, ceiling('ceilingA', 20_000, 28_000, 34_000)),
  B: bracket(persons, ceiling('ceilingB', 18_000, 25_000, 30_000)),
  C: bracket(persons, ceiling('ceilingC', 16_000, 22_000, 27_000)),
})
const slice = (from: number, to: number) => highest(minus(lowest(premium, euro(to)), euro(from)), euro(0))
const aid = plus(percentOf(percent(40), slice(0, 300)), percentOf(percent(25), slice(300, 800)))
const daysLeft = daysBetween(thisDay, endOf(calendarYear))
const daysOfYear = highest(daysBetween(startOf(calendarYear), endOf(calendarYear)), 1 as never)
const health = policy({
  name: 'sarvonne/health',
  about: 'person',
  grounds: [ground('art. 2', atMost(inYear(yearsBefore(yearOf(thisDay), 1), taxed), ceilingOf))],
  benefit: money(round(dividedBy(times(aid, daysLeft), daysOfYear), downToTheCent)),
  period: period(thisDay, endOf(calendarYear)),
})
type T = PersonIn<typeof health>
const zoe = (more: T = {}): T => ({
  persons: 2,
  zone: 'B',
  taxed: { 2023: euro(25_000), 2024: euro(25_000), 2025: euro(25_100) },
  premium: euro(300),
  ...more,
})
const day = '2026-01-01'

it.each<[string, T, IsoDate, string]>([
  ['at the ceiling', zoe(), day, '120.00'],
  ['a cent above', zoe({ taxed: { 2025: euro(25_100.01) } }), day, 'no'],
  ['at the ceiling of the year before', zoe(), '2025-01-01', '120.00'],
  ['above the ceiling of the year before', zoe({ taxed: { 2024: euro(25_000.01) } }), '2025-12-31', 'no'],
  ['another zone', zoe({ zone: 'C' }), day, 'no'],
  ['more persons than the table', zoe({ zone: 'C', persons: 7, taxed: { 2025: euro(27_100) } }), day, '120.00'],
  ['the first slice', zoe({ premium: euro(100) }), day, '40.00'],
  ['the second slice', zoe({ premium: euro(500) }), day, '170.00'],
  ['its end', zoe({ premium: euro(800) }), day, '245.00'],
  ['beyond', zoe({ premium: euro(900) }), day, '245.00'],
  ['no premium', zoe({ premium: euro(0) }), day, 'no'],
  ['half a year', zoe(), '2026-07-02', '60.16'],
  ['the last day', zoe(), '2026-12-31', '0.32'],
  ['a leap year', zoe({ taxed: { 2027: euro(0) } }), '2028-07-01', '60.32'],
  ['zone unknown, below each', zoe({ zone: unknown('unavailable'), taxed: { 2025: euro(22_100) } }), day, '120.00'],
  ['zone unknown, between them', zoe({ zone: unknown('unavailable') }), day, 'open'],
  ['zone unknown, above each', zoe({ zone: unknown('unavailable'), taxed: { 2025: euro(28_100.01) } }), day, 'no'],
  [
    'persons unknown, below the least',
    zoe({ persons: unknown('unavailable'), taxed: { 2025: euro(18_100) } }),
    day,
    '120.00',
  ],
  ['persons at most two', zoe({ persons: between(1, 2), taxed: { 2025: euro(25_100.01) } }), day, 'no'],
  ['premium unknown', zoe({ premium: unknown('not asked') }), day, 'open'],
  ['premium between', zoe({ premium: between(euro(250), euro(350)) }), day, '100.00–132.50'],
])('%s', (_, situation, on, said) => expect(verdict(health, situation, on)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(health, zoe({ zone: unknown('unavailable'), taxed: { 2025: euro(22_100) } }), day)).toEqual([])
  expect(missed(health, zoe({ zone: unknown('unavailable') }), day)).toEqual(['zone'])
  expect(missed(health, {}, day)).toEqual(['taxed', 'zone', 'persons', 'premium'])
})
it('refuses dates before the first figures, naming them', () =>
  expect(() => verdict(health, zoe({ taxed: { 2023: euro(0) } }), '2024-12-31')).toThrow(/ceilingB.*2024-12-31/))
it('refuses a zone that is none', () =>
  expect(() => verdict(health, zoe({ zone: 'D' as never }), day)).toThrow(/none of those/))
it('runs to the end of the year', () => expect(granted(health, zoe(), '2026-07-02')).toBe('2026-07-02 2027-01-01'))
