import { expect, it } from 'vitest'
import { lookUpLimit } from './look-up-limit.ts'

it('counts each clerk apart, and tells in how many seconds there is room', () => {
  let time = 0
  const { take } = lookUpLimit({ perMinute: 2, now: () => new Date(time) })
  expect([take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 60, 0])
  time = 59_000
  expect(take('a')).toBe(1)
  time = 60_000
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 60])
})
