import {
  above,
  all,
  applicant,
  atMost,
  below,
  between,
  count,
  covers,
  euro,
  fact,
  ground,
  highest,
  type IsoDate,
  ifAbsent,
  isPresent,
  lastDay,
  later,
  lowest,
  money,
  of,
  type PersonIn,
  partialDate,
  percent,
  percentOf,
  period,
  plus,
  policy,
  preceding,
  round,
  sum,
  thisDay,
  times,
  toTheEuro,
  unknown,
  when,
} from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { granted, missed, verdict } from './verdict.ts'

// Fictitious: gemeente Oostmeer, verhuisvergoeding. "Wie naar een woning verhuist met minder kamers, als de oude meer kamers had dan
// personen plus één. Ten hoogste twee vergoedingen van de gemeente in de 24 maanden daarvoor, samen hoogstens 3.000 euro. Aanvraag
// binnen drie maanden na de verhuizing; van een verhuizing op de 31e tot de eerste van de volgende maand. 80% van de kosten, ten hoogste 2.000
// euro per persoon in het gezin; zonder bewijs van kosten 750 euro."

const moved = fact({
  source: 'brp',
  name: 'moved',
  about: 'person',
  value: { type: 'date' },
  when: ['date'],
  optional: true,
})
const roomsBefore = fact({
  source: 'bag',
  name: 'roomsBefore',
  about: 'person',
  value: { type: 'count', least: 1 },
  when: ['date'],
})
const roomsNow = fact({
  source: 'bag',
  name: 'roomsNow',
  about: 'person',
  value: { type: 'count', least: 1 },
  when: ['date'],
})
const household = fact({
  source: 'brp',
  name: 'household',
  about: 'person',
  value: { type: 'those', to: 'person', least: 1, most: 20 },
  when: ['date'],
})
const costs = fact({
  source: 'citizen',
  name: 'costs',
  about: 'person',
  value: { type: 'money', least: 0 },
  when: ['date'],
  optional: true,
})
const grants = fact({
  source: 'city',
  name: 'grants',
  about: 'person',
  value: { type: 'those', to: 'grant' },
  when: ['date'],
})
const paidOn = fact({ source: 'city', name: 'paidOn', about: 'grant', value: { type: 'date' }, when: ['date'] })
const paid = fact({ source: 'city', name: 'paid', about: 'grant', value: { type: 'money', least: 0 }, when: ['date'] })

const recent = covers(preceding({ months: 24 }, 'lastDay'), paidOn)
const moving = policy({
  name: 'oostmeer/moving',
  about: 'person',
  requires: all(
    ifAbsent(of(applicant, isPresent(moved)), false),
    covers(
      period(
        ifAbsent(moved, '9999-12-31'),
        later(later(ifAbsent(moved, '9999-12-31'), { months: 3 }, 'nextFirst'), { days: 1 }),
      ),
      thisDay,
    ),
    atMost(count(grants, recent), 2),
    atMost(sum(grants, when(recent, paid).otherwise(euro(0))), euro(3_000)),
  ),
  grounds: [ground('art. 1', all(below(roomsNow, roomsBefore), above(roomsBefore, plus(count(household), 1))))],
  benefit: money(
    when(
      isPresent(costs),
      round(lowest(percentOf(percent(80), ifAbsent(costs, euro(0))), times(euro(2_000), count(household))), toTheEuro),
    ).otherwise(euro(750)),
  ),
  period: period(highest(lastDay('01-01'), lastDay('04-01'), lastDay('07-01'), lastDay('10-01')), thisDay),
})
type T = PersonIn<typeof moving>
const jan = (more: T = {}): T => ({
  moved: '2026-01-31',
  roomsBefore: 5,
  roomsNow: 3,
  household: [{}, {}],
  costs: euro(1_000),
  grants: [],
  ...more,
})
const grant = (on: IsoDate, euros: number) => ({ paidOn: on, paid: euro(euros) })
const day = '2026-04-01'

it.each<[string, T, IsoDate, string]>([
  ['within three months', jan(), day, '800.00'],
  ['the last day', jan(), '2026-05-01', '800.00'],
  ['a day late', jan(), '2026-05-02', 'no'],
  ['before the move', jan(), '2026-01-30', 'no'],
  ['no move', jan({ moved: null }), day, 'no'],
  ['not known whether', jan({ moved: unknown('unavailable') }), day, 'open'],
  ['moved in December, some day', jan({ moved: partialDate('2025-12') }), '2026-03-02', 'open'],
  ['moved in January, some day', jan({ moved: partialDate('2026-01') }), '2026-04-01', '800.00'],
  ['one room too few', jan({ roomsBefore: 3, roomsNow: 2 }), day, 'no'],
  ['one more than persons plus one', jan({ roomsBefore: 4 }), day, '800.00'],
  ['as many rooms now', jan({ roomsNow: 5 }), day, 'no'],
  ['persons unknown', jan({ household: unknown('unavailable') }), day, 'open'],
  ['capped per person', jan({ costs: euro(9_000) }), day, '4000.00'],
  ['without costs', jan({ costs: null }), day, '750.00'],
  ['costs unknown', jan({ costs: unknown('not asked') }), day, 'open'],
  ['costs between', jan({ costs: between(euro(900), euro(1_000)) }), day, '720.00–800.00'],
  ['rounded', jan({ costs: euro(1_000.63) }), day, '801.00'],
  [
    'three grants',
    jan({ grants: [grant('2025-01-01', 1), grant('2025-01-01', 1), grant('2026-03-31', 1)] }),
    day,
    'no',
  ],
  [
    'one of them 24 months ago',
    jan({ grants: [grant('2025-01-01', 1), grant('2024-04-01', 1), grant('2026-03-31', 1)] }),
    day,
    'no',
  ],
  [
    'one of them longer ago',
    jan({ grants: [grant('2025-01-01', 1), grant('2024-03-31', 1), grant('2026-03-31', 1)] }),
    day,
    '800.00',
  ],
  ['two, too much together', jan({ grants: [grant('2025-01-01', 2_000), grant('2025-06-01', 1_000.01)] }), day, 'no'],
  [
    'two, one long ago, amount unknown',
    jan({ grants: [grant('2025-01-01', 3_000), { paidOn: '2020-01-01' }] }),
    day,
    '800.00',
  ],
  ['one, amount unknown', jan({ grants: [{ paidOn: '2025-01-01' }] }), day, 'open'],
  ['one, known by its year', jan({ grants: [{ paidOn: partialDate('2024'), paid: euro(3_001) }] }), day, 'open'],
])('%s', (_, situation, on, said) => expect(verdict(moving, situation, on)).toBe(said))

it('asks only what can matter', () => {
  expect(missed(moving, jan({ grants: [{ paidOn: '2020-01-01' }] }), day)).toEqual([])
  expect(missed(moving, jan({ grants: [{ paidOn: '2025-01-01' }] }), day)).toEqual(['paid'])
  expect(missed(moving, jan({ grants: [{ paidOn: partialDate('2024'), paid: euro(3_001) }] }), day)).toEqual(['paidOn'])
})
it('starts with the quarter', () => expect(granted(moving, jan(), '2026-04-30')).toBe('2026-04-01 2026-04-30'))
