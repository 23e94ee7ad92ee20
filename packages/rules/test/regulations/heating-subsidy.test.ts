import {
  atLeast,
  below,
  between,
  completedMonths,
  dayIn,
  dividedBy,
  euro,
  fact,
  ground,
  highest,
  is,
  later,
  lowest,
  minus,
  money,
  monthOf,
  months,
  not,
  parameter,
  percent,
  percentOf,
  period,
  policy,
  round,
  type SubjectOf,
  startOfMonth,
  sum,
  thisDay,
  times,
  toTheCent,
  unknown,
  yearOf,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: Marktgemeinde Hallbruck, Heizkostenzuschuss. "Der Zuschuss beträgt 300 €. Er vermindert sich um 50 % des Betrags,
// um den das monatliche Haushaltseinkommen 1.200 € übersteigt, und wird nicht ausbezahlt, wenn er 20 € nicht erreicht.
// Er wird für jeden ab dem Antragsmonat verbleibenden Monat des Jahres zu einem Zwölftel gewährt, auf Cent gerundet."

const members = fact({
  source: 'register',
  name: 'members',
  about: 'person',
  value: { type: 'those', to: 'person', least: 1 },
  when: ['date'],
})
const income = fact({
  source: 'tax',
  name: 'income',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
})
const heats = fact({
  source: 'citizen',
  name: 'heating',
  about: 'person',
  value: { type: 'text', among: ['oil', 'gas', 'wood', 'district', 'none'] },
  when: ['date'],
})
const base = parameter({
  name: 'base',
  value: { type: 'money' },
  history: [
    { from: '2025-01-01', value: euro(300), article: '§ 2' },
    { from: '2026-01-01', value: euro(360), article: '§ 2' },
  ],
})

const total = sum(members, income)
const full = minus(base, percentOf(percent(50), highest(minus(total, euro(1_200)), euro(0))))
const remaining = minus(13, monthOf(thisDay))
const heating = policy({
  name: 'hallbruck/heating',
  about: 'person',
  requires: not(is(heats, 'none')),
  grounds: [ground('§ 1', atLeast(full, euro(20)))],
  benefit: money(round(dividedBy(times(full, remaining), 12), toTheCent)),
  period: period(startOfMonth(thisDay), dayIn(yearOf(later(thisDay, { years: 1 }, 'lastDay')), '01-01')),
})

type T = SubjectOf<typeof heating>
const home = (euros: number, more: T = {}): T => ({ heating: 'gas', members: [{ income: euro(euros) }], ...more })

it.each<[string, T, '2026-01-01' | '2026-01-31' | '2026-02-01' | '2026-12-31' | '2025-12-31' | '2025-01-01', string]>([
  ['at the limit', home(1_200), '2026-01-01', '360.00'],
  ['a cent above', home(1_200.01), '2026-01-01', '360.00'],
  ['two cents above', home(1_200.02), '2026-01-01', '359.99'],
  ['reaches twenty euros', home(1_880), '2026-01-01', '20.00'],
  ['stays below twenty by half a cent', home(1_880.01), '2026-01-01', 'no'],
  ['the last of January', home(1_200), '2026-01-31', '360.00'],
  ['from February', home(1_200), '2026-02-01', '330.00'],
  ['the last month', home(1_200), '2026-12-31', '30.00'],
  ['the amount of the year before', home(1_200), '2025-12-31', '25.00'],
  ['reaches twenty euros of 300', home(1_760), '2025-01-01', '20.00'],
  ['no more of 300', home(1_761), '2025-01-01', 'no'],
  ['no heating', home(0, { heating: 'none' }), '2026-01-01', 'no'],
  ['heating unknown', home(0, { heating: unknown('not asked') }), '2026-01-01', 'open'],
  ['heating unknown, income beyond', home(3_000, { heating: unknown('not asked') }), '2026-01-01', 'no'],
  [
    'an income between',
    home(0, { members: [{ income: between(euro(1_000), euro(1_400)) }] }),
    '2026-01-01',
    '260.00–360.00',
  ],
  [
    'an income between, to the edge',
    home(0, { members: [{ income: between(euro(1_000), euro(1_900)) }] }),
    '2026-01-01',
    'open',
  ],
  ['one income unknown, the other beyond', home(0, { members: [{ income: euro(1_900) }, {}] }), '2026-01-01', 'no'],
  ['one income unknown', home(0, { members: [{ income: euro(100) }, {}] }), '2026-01-01', 'open'],
])('%s', (_, situation, on, said) => expect(verdict(heating, situation, on)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(heating, home(3_000, { heating: unknown('not asked') }), '2026-01-01')).toEqual([])
  expect(missed(heating, home(0, { members: unknown('not asked') }), '2026-01-01')).toEqual(['members'])
})
it('runs to the end of the year', () => expect(granted(heating, home(0), '2026-02-28')).toBe('2026-02-01 2027-01-01'))

// The same by months as a length: "20 € for each whole month until the end of the school year, at most 6 months".
it('multiplies by a length of time', () => {
  const vouchers = policy({
    name: 'hallbruck/vouchers',
    about: 'person',
    grounds: [ground('§ 1', below(total, euro(1_000)))],
    benefit: money(times(euro(20), lowest(completedMonths(thisDay, dayIn(yearOf(thisDay), '07-01')), months(6)))),
    period: period(thisDay, later(thisDay, { days: 30 })),
  })
  expect(verdict(vouchers, home(0), '2026-03-02')).toBe('60.00')
  expect(verdict(vouchers, home(0), '2026-03-01')).toBe('80.00')
  expect(verdict(vouchers, home(0), '2026-06-02')).toBe('no')
})
