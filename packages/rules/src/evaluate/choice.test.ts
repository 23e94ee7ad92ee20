import {
  between,
  bracket,
  euro,
  fact,
  ifAbsent,
  is,
  isPresent,
  keyed,
  money,
  nothing,
  of,
  on,
  parameter,
  status,
  when,
} from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { foundBy } from '../../test/found-by.ts'

const about = 'person'
const date = ['date'] as const
const number = (name: string, least?: number) =>
  fact({ source: 'register', name, about, value: { type: 'count', ...(least !== undefined && { least }) }, when: date })
const [a, b] = [number('a', 0), number('b')]
const truth = (name: string) => fact({ source: 'register', name, about, value: { type: 'truth' }, when: date })
const [one, other] = [truth('one'), truth('other')]
const birth = fact({ source: 'register', name: 'birth', about, value: { type: 'date' }, when: date })
const text = fact({ source: 'register', name: 'text', about, value: { type: 'text' }, when: date })
const maybe = fact({
  source: 'register',
  name: 'maybe',
  about,
  value: { type: 'count', least: 0, most: 100 },
  when: date,
  optional: true,
})
const maybeDay = fact({
  source: 'register',
  name: 'maybeDay',
  about,
  value: { type: 'date' },
  when: date,
  optional: true,
})
const partner = fact({
  source: 'register',
  name: 'partner',
  about,
  value: { type: 'one', to: 'person' },
  when: date,
  optional: true,
})

const open = { unknown: expect.anything() }

describe('a step table', () => {
  const rows = bracket(a, [
    { from: 0, value: 10 },
    { above: 1, value: 30 },
    { from: 3, value: 20 },
    { above: 3, value: 40 },
  ])
  it.each([
    [0, 10],
    [1, 10],
    [1.000001, 30],
    [2.999999, 30],
    [3, 20],
    [3.000001, 40],
    [1000, 40],
    // Not the two ends but all rows between.
    [between(1, 3), { least: 10, most: 30 }],
    [between(2, 4), { least: 20, most: 40 }],
    [between(0, 1), 10],
    [between(3, 3.5), { least: 20, most: 40 }],
    [undefined, { least: 10, most: 40 }],
  ])('of %j gives %j', (value, found) => {
    const told = value === undefined ? {} : { a: value }
    expect(foundBy(rows, told)).toEqual(found)
  })

  const steps = parameter({
    name: 'steps',
    value: { type: 'brackets', by: { type: 'count' }, gives: { type: 'count' } },
    history: [
      { from: '2020-01-01', value: [{ value: 1 }, { from: 2, value: 2 }, { above: 4, value: 3 }], article: 'art. 1' },
      {
        from: '2025-01-01',
        value: [
          { above: -1, value: 10 },
          { from: 2, value: 20 },
        ],
        article: 'art. 2',
      },
    ],
  })
  it.each([
    ['2020-01-01', 1, 1],
    ['2024-12-31', 2, 2],
    ['2024-12-31', 4, 2],
    ['2024-12-31', 5, 3],
    ['2025-01-01', 1, 10],
    ['2025-01-01', 2, 20],
    ['2025-01-01', between(1, 2), { least: 10, most: 20 }],
    ['2024-01-01', between(0, 9), { least: 1, most: 3 }],
  ] as const)('of a parameter on %s, of %j, gives %j', (on, value, found) => {
    expect(foundBy(bracket(a, steps), { a: value }, on)).toEqual(found)
  })

  it.each([
    ['1999-12-31', 'old'],
    ['2000-01-01', 'new'],
    ['2000', 'new'],
    ['1999', 'old'],
    [between('1999-12-31', '2000-01-01'), open],
  ])('of a date %j gives %j', (value, found) => {
    const table = bracket(birth, [{ value: 'old' }, { from: '2000-01-01', value: 'new' }])
    expect(foundBy(table, { birth: value })).toEqual(found)
  })
})

describe('a table by text', () => {
  const rows = keyed(text, { x: 10, y: 20 })
  it.each([
    [{ text: 'x' }, 10, true, 10],
    [{ text: 'y' }, 20, true, 20],
    [{ text: 'z' }, null, false, 0],
    [{ text: 'toString' }, null, false, 0],
    [{}, open, open, { least: 0, most: 20 }],
  ])('of %j gives %j', (told, found, present, value) => {
    expect(foundBy(rows, told)).toEqual(found)
    expect(foundBy(isPresent(rows), told)).toEqual(present)
    expect(foundBy(ifAbsent(rows, 0), told)).toEqual(value)
  })

  const rates = parameter({
    name: 'rates',
    value: { type: 'keyed', gives: { type: 'count' } },
    history: [
      { from: '2020-01-01', value: { x: 1, y: 2 }, article: 'art. 1' },
      { from: '2025-01-01', value: { x: 3 }, article: 'art. 2' },
    ],
  })
  it.each([
    ['2024-12-31', { text: 'y' }, 2, true],
    ['2025-01-01', { text: 'y' }, null, false],
    ['2025-01-01', { text: 'x' }, 3, true],
    ['2024-12-31', {}, open, open],
    ['2019-12-31', { text: 'x', birth: '2020' }, 1, true],
    ['2019-12-31', { text: 'x', birth: { least: '2024-12-31', most: '2025-01-01' } }, { least: 1, most: 3 }, true],
    ['2019-12-31', { text: 'y', birth: { least: '2024-12-31', most: '2025-01-01' } }, open, open],
    ['2019-12-31', { text: 'x', birth: '2019' }, open, open],
  ] as const)('of a parameter on %s, of %j, gives %j', (day, told, found, present) => {
    const table = 'birth' in told ? on(birth, keyed(text, rates)) : keyed(text, rates)
    expect(foundBy(table, told, day)).toEqual(found)
    expect(foundBy(isPresent(table), told, day)).toEqual(present)
  })

  it('without rows gives nothing', () => {
    expect(foundBy(isPresent(keyed(text, {})), { text: 'x' })).toBe(false)
    expect(foundBy(isPresent(keyed(text, {})))).toBe(false)
  })

  const flags = parameter({
    name: 'flags',
    value: { type: 'keyed', gives: { type: 'truth' } },
    history: [{ from: '2020-01-01', value: { x: true, y: false }, article: 'art. 1' }],
  })
  it.each([
    [{ text: 'x' }, true],
    [{ text: 'y' }, false],
    [{ text: 'z' }, false],
    [{}, open],
  ])('of truths, of %j, gives %j', (told, found) => {
    expect(foundBy(is(keyed(text, flags), true), told)).toEqual(found)
  })

  it('lies between the rows it may be, and what holds where there is none', () => {
    expect(foundBy(ifAbsent(keyed(text, { x: 10, y: 20 }), 5))).toEqual({ least: 5, most: 20 })
  })
})

describe('a choice', () => {
  const choice = when(one, 1).when(other, 2).otherwise(b)
  it.each([
    [{ one: true }, 1],
    [{ one: false, other: true }, 2],
    [{ one: false, other: false, b: 7 }, 7],
    [{ other: true }, { least: 1, most: 2 }],
    [
      { other: false, b: 7 },
      { least: 1, most: 7 },
    ],
    [
      { one: false, b: 7 },
      { least: 2, most: 7 },
    ],
    [{ b: 7 }, { least: 1, most: 7 }],
    [{ one: false, other: false }, open],
    [{ b: 1, other: false }, 1],
  ])('of %j is %j', (told, found) => {
    expect(foundBy(choice, told)).toEqual(found)
  })

  it('is what all that it may be have in common', () => {
    expect(foundBy(when(one, 'x').otherwise('x'))).toBe('x')
    expect(foundBy(when(one, 'x').otherwise('y'))).toEqual(open)
    expect(foundBy(when(one, true).otherwise(other), { other: true })).toBe(true)
    expect(foundBy(when(one, true).otherwise(other), { other: false })).toEqual(open)
  })
})

describe('what may be absent', () => {
  it.each([
    [{ maybe: 3 }, true, 3],
    [{ maybe: null }, false, 50],
    [{}, open, { least: 0, most: 100 }],
    [{ maybe: between(1, 2) }, true, { least: 1, most: 2 }],
  ])('of %j', (told, present, value) => {
    expect(foundBy(isPresent(maybe), told)).toEqual(present)
    expect(foundBy(ifAbsent(maybe, 50), told)).toEqual(value)
  })

  it.each([
    [{ partner: { maybe: 3 } }, 3],
    [{ partner: { maybe: null } }, null],
    [{ partner: null }, null],
    [{ partner: {} }, open],
    [{}, open],
  ])('of somebody else, %j, is %j', (told, found) => {
    expect(foundBy(of(partner, maybe), told)).toEqual(found)
  })

  it.each([
    [{ one: true, maybe: 3 }, 3],
    [{ one: true, maybe: null }, null],
    [{ one: false, maybe: null }, 9],
    [{ maybe: 3 }, { least: 3, most: 9 }],
    [{ maybe: null }, open],
  ])('of a choice, %j, is %j', (told, found) => {
    expect(foundBy(when(one, maybe).otherwise(9), told)).toEqual(found)
    // What is certainly absent does not widen what is not.
    if ('maybe' in told && told.maybe === null && !('one' in told))
      expect(foundBy(is(when(one, maybe).otherwise(9), 8), told)).toBe(false)
  })

  it('of a date is told by its own bounds', () => {
    expect(foundBy(ifAbsent(maybeDay, '2026-01-01'), { maybeDay: '2026-03' })).toEqual({
      least: '2026-03-01',
      most: '2026-03-31',
    })
    expect(foundBy(is(maybeDay, '2026-04-01'), { maybeDay: '2026-03' })).toBe(false)
  })

  it('of a benefit, of somebody else, on another day or in a choice, is absent all the same', () => {
    const label = { nl: 'recht', en: 'right' }
    expect(foundBy(ifAbsent(of(partner, money(euro(1))), nothing), { partner: null })).toEqual({ kind: 'nothing' })
    expect(foundBy(ifAbsent(of(partner, money(euro(1))), nothing), { partner: {} })).toEqual({
      kind: 'money',
      amount: 100,
    })
    const choice = when(one, keyed(text, { x: status(label) })).otherwise(nothing)
    expect(foundBy(ifAbsent(choice, money(euro(1))), { one: true, text: 'y' })).toEqual({ kind: 'money', amount: 100 })
    expect(foundBy(ifAbsent(choice, money(euro(1))), { one: true, text: 'x' })).toEqual({ kind: 'status', what: label })
  })
})
