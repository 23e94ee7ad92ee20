import { describe, expect, it } from 'vitest'
import { exact, exactLeast, exactMost, product, quotient, rounded } from './number.ts'

const NO_LIMIT = Number.POSITIVE_INFINITY

describe('a result', () => {
  it.each([
    [0.1 + 0.2, 0.3],
    [1.1 * 100, 110],
    [0.0000004, 0],
    [0.0000006, 0.000001],
    [-0.0000004, 0],
    [-0, 0],
    [2 ** 53 - 0.5, 2 ** 53 - 0.5],
    [NO_LIMIT, NO_LIMIT],
    [-NO_LIMIT, -NO_LIMIT],
  ])('%d is exactly %d', (value, found) => {
    expect(exact(value)).toBe(found)
    expect(exactLeast(value)).toBe(found)
    expect(exactMost(value)).toBe(found)
  })

  it('of no limit less no limit may be anything', () => {
    expect([exactLeast(NO_LIMIT - NO_LIMIT), exactMost(NO_LIMIT - NO_LIMIT)]).toEqual([-NO_LIMIT, NO_LIMIT])
  })
})

describe('ranges', () => {
  it.each([
    // a, b, product, quotient
    [
      [2, 3],
      [4, 5],
      [8, 15],
      [0.4, 0.75],
    ],
    [
      [-2, 3],
      [4, 5],
      [-10, 15],
      [-0.5, 0.75],
    ],
    [
      [-3, -2],
      [4, 5],
      [-15, -8],
      [-0.75, -0.4],
    ],
    [
      [2, NO_LIMIT],
      [4, 5],
      [8, NO_LIMIT],
      [0.4, NO_LIMIT],
    ],
    [
      [2, 3],
      [4, NO_LIMIT],
      [8, NO_LIMIT],
      [0, 0.75],
    ],
    [
      [0, 0],
      [4, NO_LIMIT],
      [0, 0],
      [0, 0],
    ],
    [
      [-NO_LIMIT, NO_LIMIT],
      [1, 2],
      [-NO_LIMIT, NO_LIMIT],
      [-NO_LIMIT, NO_LIMIT],
    ],
    [
      [0, NO_LIMIT],
      [1, NO_LIMIT],
      [0, NO_LIMIT],
      [0, NO_LIMIT],
    ],
    [
      [2, 3],
      [0, 5],
      [0, 15],
      [-NO_LIMIT, NO_LIMIT],
    ],
  ])('%j and %j: multiplied %j, divided %j', (one, other, multiplied, divided) => {
    const range = ([least, most]: readonly number[]) => ({ least: least as number, most: most as number })
    expect(product(range(one), range(other))).toEqual(range(multiplied))
    expect(quotient(range(one), range(other))).toEqual(range(divided))
  })
})

describe('rounding', () => {
  it.each([
    ['up', 1, 1.000001, 2],
    ['up', 1, 1.0000001, 1],
    ['down', 1, 1.9999999, 2],
    ['down', 100, 199, 100],
    ['nearest', 100, 150, 200],
    ['nearest', 100, -150, -200],
    ['nearestEven', 100, 150, 200],
    ['nearestEven', 100, 250, 200],
    ['nearestEven', 100, -250, -200],
    ['nearest', 5, 12.5, 15],
    ['nearest', 1, NO_LIMIT, NO_LIMIT],
    ['up', 1, -0.5, 0],
  ] as const)('%s to %d: %d is %d', (rule, step, value, found) => {
    expect(rounded(value, rule, step)).toBe(found)
  })
})
