import {
  applicant,
  atLeast,
  between,
  count,
  every,
  fact,
  filter,
  ifAbsent,
  is,
  isPresent,
  largest,
  no,
  none,
  not,
  of,
  on,
  self,
  smallest,
  some,
  sum,
  timeline,
  unknown,
  yes,
} from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { foundBy } from '../../test/found-by.ts'

const about = 'person'
const when = ['date'] as const
const truth = fact({ source: 'register', name: 'truth', about, value: { type: 'truth' }, when })
const child = fact({ source: 'register', name: 'child', about, value: { type: 'truth' }, when })
const rent = fact({ source: 'register', name: 'rent', about, value: { type: 'count', least: 0, most: 100 }, when })
const debt = fact({ source: 'register', name: 'debt', about, value: { type: 'count' }, when })
const birth = fact({ source: 'register', name: 'birth', about, value: { type: 'date' }, when })
const members = fact({ source: 'register', name: 'members', about, value: { type: 'those', to: 'person' }, when })
const several = fact({
  source: 'register',
  name: 'several',
  about,
  value: { type: 'those', to: 'person', least: 1, most: 3 },
  when,
})
const head = fact({ source: 'register', name: 'head', about, value: { type: 'one', to: 'person' }, when })
const partner = fact({
  source: 'register',
  name: 'partner',
  about,
  value: { type: 'one', to: 'person' },
  when,
  optional: true,
})

const open = { unknown: expect.anything() }
const [willing, unwilling, perhaps] = [{ truth: true }, { truth: false }, {}]

describe('some, every and none', () => {
  it.each([
    [[], false, true, true],
    [[willing], true, true, false],
    [[unwilling], false, false, true],
    [[perhaps], open, open, open],
    [[willing, perhaps], true, open, false],
    [[unwilling, perhaps], open, false, open],
    [[perhaps, willing, unwilling], true, false, false],
    [undefined, open, open, open],
  ])('of %j', (list, ...found) => {
    const told = list === undefined ? {} : { members: list }
    expect([some, every, none].map((over) => foundBy(over(members, truth), told))).toEqual(found)
  })

  it.each([
    // Of a child, of who is perhaps one, and of who is none.
    [[{ child: true, truth: true }], true, true, false],
    [[{ child: true, truth: false }], false, false, true],
    [[{ child: false }], false, true, true],
    [[{ truth: true }], open, true, open],
    [[{ truth: false }], false, open, true],
    [undefined, open, open, open],
  ])('of the children among %j', (list, ...found) => {
    const told = list === undefined ? {} : { members: list }
    expect([some, every, none].map((over) => foundBy(over(filter(members, child), truth), told))).toEqual(found)
  })

  it('of subjects that are not known is settled where nothing about them matters', () => {
    expect(foundBy(some(members, no))).toBe(false)
    expect(foundBy(some(several, yes))).toBe(true)
    expect(foundBy(some(members, yes))).toEqual(open)
    expect(foundBy(every(members, yes))).toBe(true)
    expect(foundBy(every(several, no))).toBe(false)
  })

  it('of those a filter leaves out does not ask for anything', () => {
    expect(foundBy(some(filter(filter(members, child), truth), truth), { members: [{ child: false }] })).toBe(false)
  })
})

describe('those for whom it holds', () => {
  it.each([
    [[willing, unwilling], [willing]],
    [[], []],
    [[willing, perhaps], open],
    [[unwilling, perhaps], open],
    [undefined, open],
  ])('of %j are %j', (list, found) => {
    expect(foundBy(filter(members, truth), list === undefined ? {} : { members: list })).toEqual(found)
  })
})

describe('how many', () => {
  it.each([
    [{ members: [willing, unwilling, perhaps] }, 3, { least: 1, most: 2 }],
    [{ members: [] }, 0, 0],
    [{ members: [willing, willing] }, 2, 2],
    [{}, { least: 0, most: Number.POSITIVE_INFINITY }, { least: 0, most: Number.POSITIVE_INFINITY }],
  ])('of %j', (told, all, some) => {
    expect(foundBy(count(members), told)).toEqual(all)
    expect(foundBy(count(members, truth), told)).toEqual(some)
  })

  it('of which only the bounds are known', () => {
    expect(foundBy(count(several))).toEqual({ least: 1, most: 3 })
    expect(foundBy(count(several, truth))).toEqual({ least: 0, most: 3 })
    expect(foundBy(count(several, yes))).toEqual({ least: 1, most: 3 })
    expect(foundBy(count(several, no))).toBe(0)
    expect(foundBy(atLeast(count(several), 1))).toBe(true)
  })
})

describe('a sum', () => {
  it.each([
    [[{ rent: 10 }, { rent: 20 }], 30],
    [[], 0],
    [[{ rent: 10 }, {}], { least: 10, most: 110 }],
    [[{ rent: between(1, 2) }, { rent: 20 }], { least: 21, most: 22 }],
    [undefined, { least: 0, most: Number.POSITIVE_INFINITY }],
  ])('of %j', (list, found) => {
    expect(foundBy(sum(members, rent), list === undefined ? {} : { members: list })).toEqual(found)
  })

  it.each([
    // Who perhaps belongs to it counts one way only.
    [[{ child: true, debt: 10 }, { debt: 20 }], { least: 10, most: 30 }],
    [[{ child: true, debt: 10 }, { debt: -20 }], { least: -10, most: 10 }],
    [
      [
        { child: true, debt: 10 },
        { child: false, debt: 20 },
      ],
      10,
    ],
    [[{ child: true, debt: 10 }, { debt: between(-5, 5) }], { least: 5, most: 15 }],
    [[{ debt: 0.5 }, { debt: -0.5 }], { least: -0.5, most: 0.5 }],
  ])('of the children among %j', (list, found) => {
    expect(foundBy(sum(filter(members, child), debt), { members: list })).toEqual(found)
  })

  it('over one to three members lies between one of the least and three of the most', () => {
    expect(foundBy(sum(several, rent))).toEqual({ least: 0, most: 300 })
    expect(foundBy(sum(filter(several, no), rent))).toBe(0)
    expect(foundBy(sum(several, debt))).toEqual(open)
  })
})

describe('the smallest and the largest', () => {
  it.each([
    [[{ rent: 10 }, { rent: 20 }], 10, 20],
    [[{ rent: 10 }, {}], { least: 0, most: 10 }, { least: 10, most: 100 }],
    [[{ rent: between(5, 15) }, { rent: between(10, 30) }], { least: 5, most: 15 }, { least: 10, most: 30 }],
    [[], null, null],
    [undefined, open, open],
  ])('of %j', (list, least, most) => {
    const told = list === undefined ? {} : { members: list }
    expect(foundBy(smallest(members, rent), told)).toEqual(least)
    expect(foundBy(largest(members, rent), told)).toEqual(most)
  })

  it.each([
    [[{ child: true, rent: 10 }, { rent: 20 }], 10, { least: 10, most: 20 }],
    [[{ child: true, rent: 10 }, { rent: 5 }], { least: 5, most: 10 }, 10],
    [[{ child: false, rent: 10 }, { rent: 5 }], open, open],
    [[{ child: false, rent: 10 }], null, null],
  ])('of the children among %j', (list, least, most) => {
    const children = filter(members, child)
    expect(foundBy(smallest(children, rent), { members: list })).toEqual(least)
    expect(foundBy(largest(children, rent), { members: list })).toEqual(most)
  })

  it.each([
    [[{ birth: '2000-01-01' }, { birth: '2001' }], '2000-01-01', { least: '2001-01-01', most: '2001-12-31' }],
    [
      [{ birth: '2000-07-01' }, { birth: '2000' }],
      { least: '2000-01-01', most: '2000-07-01' },
      { least: '2000-07-01', most: '2000-12-31' },
    ],
    [[], null, null],
  ])('of dates %j', (list, first, last) => {
    expect(foundBy(smallest(members, birth), { members: list })).toEqual(first)
    expect(foundBy(largest(members, birth), { members: list })).toEqual(last)
  })

  it('of one to three members is certainly there', () => {
    expect(foundBy(isPresent(largest(several, rent)))).toBe(true)
    expect(foundBy(isPresent(largest(members, rent)))).toEqual(open)
    expect(foundBy(ifAbsent(largest(several, rent), 500))).toEqual({ least: 0, most: 100 })
  })
})

describe('about somebody else', () => {
  it.each([
    [{ head: { rent: 10 } }, 10],
    [{ head: {} }, { least: 0, most: 100 }],
    [{}, { least: 0, most: 100 }],
    [{ head: unknown('unavailable') }, { least: 0, most: 100 }],
  ])('told %j, it is %j', (told, found) => {
    expect(foundBy(of(head, rent), told)).toEqual(found)
  })

  it('is about the policy’s own subject again, from any depth', () => {
    const anna: { [fact: string]: unknown } = { rent: 1 }
    anna['head'] = { rent: 2, members: [{ rent: 3, head: { rent: 4 } }] }
    expect(foundBy(of(head, sum(members, of(applicant, rent))), anna)).toBe(1)
    expect(foundBy(of(head, sum(members, of(head, rent))), anna)).toBe(4)
    expect(foundBy(of(head, sum(members, of(self, rent))), anna)).toBe(3)
  })

  it('goes round where relations do', () => {
    const [anna, bram]: { [fact: string]: unknown }[] = [{ rent: 1 }, { rent: 2 }]
    for (const one of [anna, bram])
      if (one) Object.assign(one, { members: [anna, bram], head: anna, partner: one === anna ? bram : anna })
    expect(foundBy(sum(filter(members, not(is(self, applicant))), rent), anna)).toBe(2)
    expect(foundBy(of(partner, sum(members, rent)), anna)).toBe(3)
    expect(foundBy(is(of(head, self), self), anna)).toBe(true)
  })

  it('names nobody where the relation is not known', () => {
    expect(foundBy(of(head, self))).toEqual({ unknown: 'not asked' })
    expect(foundBy(of(partner, self), { partner: null })).toBe(null)
  })
})

describe('a list that is chosen on another date', () => {
  const birthday = on(birth, filter(members, truth))
  const told = (members: readonly object[]) => ({ birth: '2020-01-01', members })
  const changing = timeline({ until: '2021-01-01', value: true }, { from: '2021-01-01', value: false })
  it('reads the date about whoever has the list, not about each member', () => {
    const list = [{ birth: '2022-01-01', truth: changing }, { truth: changing }]
    expect(foundBy(count(birthday), told(list))).toBe(2)
    expect(foundBy(some(birthday, truth), { ...told(list), birth: '2022-01-01' })).toBe(false)
  })

  it('asks of its members on the date at hand outside', () => {
    expect(foundBy(some(birthday, truth), told([{ truth: changing }]))).toBe(false)
    expect(foundBy(none(birthday, truth), told([{ truth: changing }]))).toBe(true)
  })
})
