import {
  above,
  atLeast,
  atMost,
  below,
  between,
  fact,
  type IsoDate,
  includes,
  is,
  of,
  oneOf,
  self,
  unknown,
} from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { foundBy } from '../../test/found-by.ts'

const about = 'person'
const when = ['date'] as const
const number = (name: string) => fact({ source: 'register', name, about, value: { type: 'count' }, when })
const [a, b] = [number('a'), number('b')]
const date = (name: string) => fact({ source: 'register', name, about, value: { type: 'date' }, when })
const [from, until] = [date('from'), date('until')]
const text = fact({ source: 'register', name: 'text', about, value: { type: 'text' }, when })
const maybe = fact({ source: 'register', name: 'maybe', about, value: { type: 'text' }, when, optional: true })
const other = fact({ source: 'register', name: 'other', about, value: { type: 'text' }, when, optional: true })
const texts = fact({ source: 'register', name: 'texts', about, value: { type: 'texts' }, when, optional: true })
const truth = fact({ source: 'register', name: 'truth', about, value: { type: 'truth' }, when, optional: true })
const criterion = <const Name extends string>(name: Name) =>
  fact({ source: 'register', name, about, value: { type: 'truth' }, when })
const [one, two] = [criterion('one'), criterion('two')]
const partner = fact({
  source: 'register',
  name: 'partner',
  about,
  value: { type: 'one', to: 'person' },
  when,
  optional: true,
})
const head = fact({ source: 'register', name: 'head', about, value: { type: 'one', to: 'person' }, when })

const open = { unknown: expect.anything() }

describe('an order', () => {
  it.each([
    // least and most of each: below, at most, above, at least, is
    [[1, 1], [2, 2], true, true, false, false, false],
    [[2, 2], [2, 2], false, true, false, true, true],
    [[3, 3], [2, 2], false, false, true, true, false],
    [[1, 2], [2, 2], open, true, false, open, open],
    [[1, 2], [2, 3], open, true, false, open, open],
    [[1, 2], [3, 4], true, true, false, false, false],
    [[2, 3], [1, 2], false, open, open, true, open],
    [[3, 4], [1, 2], false, false, true, true, false],
    [[1, 3], [2, 2], open, open, open, open, open],
    [[2, 3], [2, 2], false, open, open, true, open],
    [[2, 2], [2, 3], open, true, false, open, open],
  ] as const)('of %j and %j', (left, right, ...found) => {
    const range = ([least, most]: readonly [number, number]) => (least === most ? least : between(least, most))
    const numbers = { a: range(left), b: range(right) }
    expect([below, atMost, above, atLeast, is].map((compare) => foundBy(compare(a, b), numbers))).toEqual(found)
    const day = (value: number): IsoDate => `2026-01-0${value}` as IsoDate
    const days = ([least, most]: readonly [number, number]) =>
      least === most ? day(least) : between(day(least), day(most))
    const dates = { from: days(left), until: days(right) }
    expect([below, atMost, above, atLeast, is].map((compare) => foundBy(compare(from, until), dates))).toEqual(found)
  })
})

describe('being the same', () => {
  it.each([
    [{ text: 'x', maybe: 'x' }, true],
    [{ text: 'x', maybe: 'y' }, false],
    [{ text: 'x' }, open],
    [{ text: unknown('unavailable'), maybe: 'x' }, { unknown: 'unavailable' }],
    // Of an absent value: no, whatever the other one is.
    [{ text: 'x', maybe: null }, false],
    [{ maybe: null }, false],
  ])('of texts %j is %j', (told, found) => {
    expect(foundBy(is(maybe, text), told)).toEqual(found)
  })

  it.each([
    [{ maybe: null, other: null }, false],
    [{ maybe: 'x', other: null }, false],
    [{ maybe: 'x', other: 'x' }, true],
    [{ maybe: null }, false],
    [{ maybe: 'x' }, open],
  ])('of two that may be absent %j is %j', (told, found) => {
    // @ts-expect-error the compiler wants the right side to be there: a document may say it all the same
    expect(foundBy(is(maybe, other), told)).toEqual(found)
  })

  it.each([
    [{ truth: true }, true],
    [{ truth: false }, false],
    [{ truth: null }, false],
    [{}, open],
  ])('of truths %j is %j', (told, found) => {
    expect(foundBy(is(truth, true), told)).toEqual(found)
  })

  it.each([
    [{ one: true, two: true }, true],
    [{ one: true, two: false }, false],
    [{ one: false, two: false }, true],
    [{ one: true }, open],
    [{ two: false }, open],
    [{}, open],
  ])('of two criteria %j is %j', (told, found) => {
    expect(foundBy(is(one, two), told)).toEqual(found)
  })

  it('of subjects is who they are, not what is known of them', () => {
    const [anna, bram]: { [fact: string]: unknown }[] = [{}, {}]
    const told = { head: anna, partner: anna }
    expect(foundBy(is(head, of(head, self)), told)).toBe(true)
    expect(foundBy(is(partner, head), told)).toBe(true)
    expect(foundBy(is(partner, head), { head: anna, partner: bram })).toBe(false)
    expect(foundBy(is(partner, head), { head: anna, partner: null })).toBe(false)
    expect(foundBy(is(partner, head), { head: anna })).toEqual(open)
    expect(foundBy(is(of(head, self), of(head, self)))).toEqual(open)
  })
})

describe('one of some texts', () => {
  it.each([
    [{ maybe: 'x' }, true],
    [{ maybe: 'z' }, false],
    [{ maybe: null }, false],
    [{}, open],
  ])('of %j is %j', (told, found) => {
    expect(foundBy(oneOf(maybe, ['x', 'y']), told)).toEqual(found)
  })

  it.each([
    [{ texts: ['x', 'y'] }, true],
    [{ texts: ['y'] }, false],
    [{ texts: [] }, false],
    [{ texts: null }, false],
    [{}, open],
  ])('a list of a fact %j includes it: %j', (told, found) => {
    expect(foundBy(includes(texts, 'x'), told)).toEqual(found)
  })

  it('is no of an empty list, whatever the text', () => {
    expect(foundBy(oneOf(text, []))).toBe(false)
    expect(foundBy(includes(texts, text), { texts: [] })).toBe(false)
  })
})
