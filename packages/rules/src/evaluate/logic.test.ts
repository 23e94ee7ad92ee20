import { all, any, fact, howMany, not } from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { foundBy } from '../../test/found-by.ts'

const truth = (name: string) =>
  fact({ source: 'register', name, about: 'person', value: { type: 'truth' }, when: ['date'] })
const [a, b, c] = [truth('a'), truth('b'), truth('c')]

type Truth = 'yes' | 'no' | 'open'
const tell = (truths: readonly Truth[]) =>
  Object.fromEntries(truths.flatMap((one, index) => (one === 'open' ? [] : [['abc'[index], one === 'yes']])))
const told = (found: unknown): Truth => (found === true ? 'yes' : found === false ? 'no' : 'open')

describe('strong Kleene logic', () => {
  it.each([
    // a, b, all, any
    ['no', 'no', 'no', 'no'],
    ['no', 'open', 'no', 'open'],
    ['no', 'yes', 'no', 'yes'],
    ['open', 'no', 'no', 'open'],
    ['open', 'open', 'open', 'open'],
    ['open', 'yes', 'open', 'yes'],
    ['yes', 'no', 'no', 'yes'],
    ['yes', 'open', 'open', 'yes'],
    ['yes', 'yes', 'yes', 'yes'],
  ] as const)('of %s and %s: all is %s, any is %s', (one, other, least, most) => {
    expect(told(foundBy(all(a, b), tell([one, other])))).toBe(least)
    expect(told(foundBy(any(a, b), tell([one, other])))).toBe(most)
  })

  it.each([
    // a, b, c, all, any
    ['yes', 'yes', 'yes', 'yes', 'yes'],
    ['yes', 'open', 'no', 'no', 'yes'],
    ['open', 'yes', 'no', 'no', 'yes'],
    ['no', 'open', 'no', 'no', 'open'],
    ['no', 'no', 'no', 'no', 'no'],
    ['yes', 'yes', 'open', 'open', 'yes'],
    ['open', 'open', 'yes', 'open', 'yes'],
  ] as const)('of %s, %s and %s: all is %s, any is %s', (one, two, three, least, most) => {
    expect(told(foundBy(all(a, b, c), tell([one, two, three])))).toBe(least)
    expect(told(foundBy(any(a, b, c), tell([one, two, three])))).toBe(most)
  })

  it.each([
    ['yes', 'no'],
    ['open', 'open'],
    ['no', 'yes'],
  ] as const)('not %s is %s', (one, other) => {
    expect(told(foundBy(not(a), tell([one])))).toBe(other)
  })

  it('of nothing: all is yes, any is no', () => {
    expect(foundBy(all())).toBe(true)
    expect(foundBy(any())).toBe(false)
  })

  it.each([
    [['yes', 'no', 'yes'], 2],
    [['no', 'no', 'no'], 0],
    [['yes', 'open', 'no'], { least: 1, most: 2 }],
    [['open', 'open', 'yes'], { least: 1, most: 3 }],
  ] as const)('of %s there are %o', (truths, number) => {
    expect(foundBy(howMany(a, b, c), tell(truths))).toEqual(number)
  })
})
