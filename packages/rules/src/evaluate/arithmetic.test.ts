import {
  between,
  daysBetween,
  dividedBy,
  endless,
  fact,
  highest,
  lowest,
  minus,
  percentOf,
  plus,
  type RoundingRule,
  round,
  times,
} from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { foundBy } from '../../test/found-by.ts'

const about = 'person'
const when = ['date'] as const
const number = (name: string, value: { readonly least?: number; readonly decimals?: true } = {}) =>
  fact({ source: 'register', name, about, value: { type: 'count', ...value }, when })
const [a, b, some, divisor] = [number('a'), number('b'), number('some', { least: 0 }), number('divisor', { least: 1 })]
const share = fact({ source: 'register', name: 'share', about, value: { type: 'percentage' }, when })
const start = fact({ source: 'register', name: 'start', about, value: { type: 'date' }, when })
const end = fact({ source: 'register', name: 'end', about, value: { type: 'date' }, when })

const range = ([least, most]: readonly [number, number]) => (least === most ? least : between(least, most))
const open = { unknown: expect.anything() }

describe('two amounts', () => {
  it.each([
    // least and most of a, of b; plus, minus, times, lowest, highest
    [[2, 2], [3, 3], 5, -1, 6, 2, 3],
    [
      [2, 4],
      [3, 3],
      [5, 7],
      [-1, 1],
      [6, 12],
      [2, 3],
      [3, 4],
    ],
    [
      [-2, 4],
      [-3, 5],
      [-5, 9],
      [-7, 7],
      [-12, 20],
      [-3, 4],
      [-2, 5],
    ],
    [
      [-4, -2],
      [-3, -1],
      [-7, -3],
      [-3, 1],
      [2, 12],
      [-4, -2],
      [-3, -1],
    ],
    [[0, 0], [-3, 5], [-3, 5], [-5, 3], 0, [-3, 0], [0, 5]],
  ] as const)('of %j and %j', (left, right, ...found) => {
    const told = { a: range(left), b: range(right) }
    const values = [plus(a, b), minus(a, b), times(a, b), lowest(a, b), highest(a, b)].map((each) =>
      foundBy(each, told),
    )
    expect(values).toEqual(found.map((one) => (typeof one === 'number' ? one : { least: one[0], most: one[1] })))
  })

  it.each([
    // Nothing known of one that is not below zero, and what is known of the other.
    [
      [2, 2],
      { least: 2, most: Number.POSITIVE_INFINITY },
      { least: Number.NEGATIVE_INFINITY, most: 2 },
      { least: 0, most: Number.POSITIVE_INFINITY },
    ],
    [[0, 0], { least: 0, most: Number.POSITIVE_INFINITY }, { least: Number.NEGATIVE_INFINITY, most: 0 }, 0],
    [[-2, 2], { least: -2, most: Number.POSITIVE_INFINITY }, { least: Number.NEGATIVE_INFINITY, most: 2 }, open],
  ] as const)('of %j and one of which only the least is known', (known, sum, difference, product) => {
    const told = { a: range(known) }
    expect(foundBy(plus(a, some), told)).toEqual(sum)
    expect(foundBy(minus(a, some), told)).toEqual(difference)
    expect(foundBy(times(a, some), told)).toEqual(product)
  })

  it('without any end, less one without any end, is anything', () => {
    const told = { start: '2026-01-01', end: '2026-02-01' }
    expect(foundBy(daysBetween(start, endless), told)).toBe(Number.POSITIVE_INFINITY)
    expect(foundBy(minus(daysBetween(start, endless), daysBetween(end, endless)), told)).toEqual(open)
    expect(foundBy(minus(daysBetween(start, endless), daysBetween(start, end)), told)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('exactness', () => {
  it.each([
    ['plus', plus(a, b), { a: 0.1, b: 0.2 }, 0.3],
    ['times', times(a, 1.1), { a: 100 }, 110],
    ['percentOf', percentOf(share, a), { share: 1.1, a: 10_000 }, 110],
    ['dividedBy', dividedBy(a, 3), { a: 1 }, 0.333333],
    ['minus', minus(a, b), { a: 0.3, b: 0.1 }, 0.2],
    ['minus nothing', times(a, -1), { a: 0 }, 0],
  ] as const)('%s is exact to a millionth', (_, expression, told, found) => {
    expect(foundBy(expression as typeof a, told)).toBe(found)
  })
})

describe('a division', () => {
  it.each([
    [12, 4, 3],
    [between(12, 24), between(2, 4), { least: 3, most: 12 }],
    [between(-12, 24), between(2, 4), { least: -6, most: 12 }],
    [between(-24, -12), between(2, 4), { least: -12, most: -3 }],
  ])('of %j by %j is %j', (amount, by, found) => {
    expect(foundBy(dividedBy(a, divisor), { a: amount, divisor: by })).toEqual(found)
  })

  it('by what is only known to be at least one lies between nothing and all', () => {
    expect(foundBy(dividedBy(a, divisor), { a: 12 })).toEqual({ least: 0, most: 12 })
  })

  it('by zero, told against the promise of its fact, is anything', () => {
    expect(foundBy(dividedBy(a, divisor), { a: 12, divisor: 0 })).toEqual(open)
  })
})

describe('rounding', () => {
  const rule = (name: RoundingRule, step = 1) => foundBy.bind(undefined, round(a, { rule: name, step }))
  it.each([
    // nearest, nearest even, up, down
    [2.5, 3, 2, 3, 2],
    [3.5, 4, 4, 4, 3],
    [2.4, 2, 2, 3, 2],
    [2.6, 3, 3, 3, 2],
    [2, 2, 2, 2, 2],
    [-2.5, -3, -2, -2, -3],
    [-3.5, -4, -4, -3, -4],
    [-2.4, -2, -2, -2, -3],
    [-2.6, -3, -3, -2, -3],
    [2.4999999, 3, 2, 3, 2],
    [0.0000001, 0, 0, 0, 0],
  ])('of %d', (amount, ...rounded) => {
    expect((['nearest', 'nearestEven', 'up', 'down'] as const).map((name) => rule(name)({ a: amount }))).toEqual(
      rounded,
    )
  })

  it.each([
    [149, 100, 200, 100],
    [150, 200, 200, 100],
    [250, 300, 300, 200],
    [-150, -200, -100, -200],
  ])('of %d to the hundred', (amount, ...rounded) => {
    expect((['nearest', 'up', 'down'] as const).map((name) => rule(name, 100)({ a: amount }))).toEqual(rounded)
  })

  it('rounds both bounds, and what has no end stays without', () => {
    expect(rule('down', 100)({ a: between(149, 251) })).toEqual({ least: 100, most: 200 })
    expect(foundBy(round(some, { rule: 'up', step: 1 }))).toEqual({ least: 0, most: Number.POSITIVE_INFINITY })
  })
})

describe('the lowest and highest of dates', () => {
  it.each([
    [{ start: '2026-01-02', end: '2026-01-03' }, '2026-01-02', '2026-01-03'],
    [
      { start: '2026', end: '2026-03-01' },
      { least: '2026-01-01', most: '2026-03-01' },
      { least: '2026-03-01', most: '2026-12-31' },
    ],
    [{ start: '2026-01', end: '2026-03-01' }, { least: '2026-01-01', most: '2026-01-31' }, '2026-03-01'],
  ])('of %j', (told, first, last) => {
    expect(foundBy(lowest(start, end), told)).toEqual(first)
    expect(foundBy(highest(start, end), told)).toEqual(last)
  })
})
