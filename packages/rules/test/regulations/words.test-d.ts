import {
  completedMonths,
  count,
  days,
  daysBetween,
  dividedBy,
  endOf,
  euro,
  fact,
  highest,
  ifAbsent,
  keyed,
  later,
  lowest,
  money,
  parameter,
  plus,
  thisDay,
  times,
} from '@vanzelf/rules'
import { it } from 'vitest'

const about = 'person'
const members = fact({ source: 's', name: 'members', about, value: { type: 'those', to: 'person' }, when: ['date'] })
const income = fact({ source: 's', name: 'income', about, value: { type: 'money' }, when: ['date'] })
const card = fact({ source: 's', name: 'card', about, value: { type: 'period' }, when: ['date'], optional: true })
const among = ['single', 'couple'] as const
const household = fact({ source: 's', name: 'household', about, value: { type: 'text', among }, when: ['date'] })
const anyText = fact({ source: 's', name: 'anyText', about, value: { type: 'text' }, when: ['date'] })
const value = { type: 'keyed', among, gives: { type: 'money' } } as const
const couple = { couple: euro(2) }
const norm = parameter({
  name: 'norm',
  value,
  history: [{ from: '2026-01-01', value: { ...couple, single: euro(1) }, article: 'a' }],
})

it('keyed is never absent where each text has its row', () => {
  money(keyed(household, norm))
  money(keyed(household, { ...couple, single: euro(1) }))
  // @ts-expect-error a row is missing
  money(keyed(household, couple))
  // @ts-expect-error the fact may be any text
  money(keyed(anyText, norm))
  // @ts-expect-error a version lacks a row that the table promises
  parameter({ name: 'norm', value, history: [{ from: '2026-01-01', value: couple, article: 'a' }] })
})

it('an amount stands first or last, and a length of time is a number of times', () => {
  money(times(euro(50), count(members)))
  money(times(euro(20), completedMonths(thisDay, '2026-12-31')))
  dividedBy(income, highest(daysBetween(thisDay, '2026-12-31'), days(1)))
  lowest(euro(5), income)
  // @ts-expect-error euros and a count
  plus(euro(5), count(members))
  // @ts-expect-error a bare number is no amount
  lowest(5, income)
  // @ts-expect-error euros times euros
  times(income, income)
})

it('a length in months says what the end of a month means', () => {
  later(thisDay, { days: 30 })
  later(thisDay, { months: 6 }, 'lastDay')
  // @ts-expect-error a month after 31 January?
  later(thisDay, { months: 6 })
})

it('the end of a period that may be absent may be absent', () => {
  later(ifAbsent(endOf(card), thisDay), { days: 1 })
  // @ts-expect-error there may be no card
  later(endOf(card), { days: 1 })
})
