import {
  atLeast,
  discretion,
  euro,
  fact,
  inYear,
  not,
  of,
  on,
  parameter,
  partialDate,
  thisDay,
  timeline,
  unknown,
  year,
  yearOf,
} from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { foundBy } from '../../test/found-by.ts'

const about = 'person'
const when = ['date'] as const
const truth = fact({ source: 'register', name: 'truth', about, value: { type: 'truth' }, when })
const rent = fact({ source: 'register', name: 'rent', about, value: { type: 'money', least: 0, most: 1000_00 }, when })
const birth = fact({ source: 'register', name: 'birth', about, value: { type: 'date' }, when })
const text = fact({ source: 'register', name: 'text', about, value: { type: 'text' }, when })
const texts = fact({ source: 'register', name: 'texts', about, value: { type: 'texts' }, when })
const maybe = fact({ source: 'register', name: 'maybe', about, value: { type: 'text' }, when, optional: true })
const stay = fact({ source: 'register', name: 'stay', about, value: { type: 'period' }, when })
const members = fact({ source: 'register', name: 'members', about, value: { type: 'those', to: 'person' }, when })
const income = fact({ source: 'tax', name: 'income', about, value: { type: 'count' }, when: ['year'] })
const head = fact({ source: 'register', name: 'head', about, value: { type: 'one', to: 'person' }, when })

const open = { unknown: expect.anything() }

describe('a fact that changes', () => {
  const steps = timeline(
    { until: '2020-01-01', value: 'x' },
    { from: '2020-01-01', until: '2022-01-01', value: 'y' },
    { from: '2024-01-01', value: 'z' },
  )
  it.each([
    ['2019-12-31', 'x'],
    ['2020-01-01', 'y'],
    ['2021-12-31', 'y'],
    ['2022-01-01', { unknown: 'not asked' }],
    ['2023-12-31', { unknown: 'not asked' }],
    ['2024-01-01', 'z'],
  ] as const)('on %s is %j', (day, found) => {
    expect(foundBy(text, { text: steps }, day)).toEqual(found)
  })

  it('tells on a day why it is not known', () => {
    expect(foundBy(text, { text: timeline({ value: unknown('not permitted') }) })).toEqual({ unknown: 'not permitted' })
  })

  it('may be absent on some days', () => {
    const told = { maybe: timeline({ until: '2020-01-01', value: null }, { from: '2020-01-01', value: 'x' }) }
    expect(foundBy(maybe, told, '2019-12-31')).toBe(null)
    expect(foundBy(maybe, told, '2020-01-01')).toBe('x')
    expect(foundBy(on(birth, maybe), { ...told, birth: '2019' })).toBe(null)
    expect(foundBy(on(birth, maybe), { ...told, birth: '2020' })).toBe('x')
    expect(foundBy(on(birth, maybe), { ...told, birth: { least: '2019-01-01', most: '2020-01-01' } })).toEqual(open)
  })
})

describe('a fact that is not known', () => {
  it.each([
    [{}, { unknown: 'not asked' }],
    [{ text: undefined }, { unknown: 'not asked' }],
    [{ text: unknown('in doubt') }, { unknown: 'in doubt' }],
    [{ text: timeline({ until: '2020-01-01', value: 'x' }) }, { unknown: 'not asked' }],
  ])('told %j, is %j', (told, found) => {
    expect(foundBy(text, told)).toEqual(found)
  })

  it('lies between what its description says', () => {
    expect(foundBy(rent)).toEqual({ least: 0, most: 1000_00 })
    expect(foundBy(rent, { rent: unknown('unavailable') })).toEqual({ least: 0, most: 1000_00 })
    expect(foundBy(atLeast(rent, euro(0)))).toBe(true)
  })

  it.each([
    ['1953', { least: '1953-01-01', most: '1953-12-31' }],
    ['1953-00-00', { least: '1953-01-01', most: '1953-12-31' }],
    ['1953-02', { least: '1953-02-01', most: '1953-02-28' }],
    ['1952-02-00', { least: '1952-02-01', most: '1952-02-29' }],
    ['0000-00-00', open],
    [partialDate('2024-02'), { least: '2024-02-01', most: '2024-02-29' }],
    [{ least: '2024-02-02', most: '2024-02-01' }, open],
    ['1953-02-28', '1953-02-28'],
  ])('a date told as %j lies between %j', (told, found) => {
    expect(foundBy(birth, { birth: told })).toEqual(found)
  })

  it('a number told between bounds the wrong way round lies where it always does', () => {
    expect(foundBy(rent, { rent: { least: 500, most: 100 } })).toEqual({ least: 0, most: 1000_00 })
  })

  it('a period told without the day of its start or end has none', () => {
    expect(foundBy(stay, { stay: { from: '2026-01', until: null } })).toEqual(open)
    expect(foundBy(stay, { stay: { from: '2026-01-01', until: '2027-00-00' } })).toEqual(open)
    expect(foundBy(stay, { stay: { from: '2026-01-01', until: '2027-01-01' } })).toEqual({
      from: '2026-01-01',
      until: '2027-01-01',
    })
  })
})

describe('a situation that tells something else than its fact', () => {
  it.each([
    ['a text for a truth', truth, { truth: 'yes' }],
    ['a number for a truth', truth, { truth: 1 }],
    ['a text for a number', rent, { rent: '500' }],
    ['not a number', rent, { rent: Number.NaN }],
    ['a bound that is not a number', rent, { rent: { least: 0, most: Number.NaN } }],
    ['a bound that is a text', rent, { rent: { least: '0', most: 1 } }],
    ['a day that is none', birth, { birth: '2026-02-30' }],
    ['a month that is none', birth, { birth: '2026-13' }],
    ['a number for a text', text, { text: 9000 }],
    ['a text for texts', texts, { texts: 'x' }],
    ['numbers for texts', texts, { texts: [1] }],
    ['a text for a period', stay, { stay: '2026-01-01' }],
    ['somebody for several', members, { members: {} }],
    ['nobody in a list', members, { members: [null] }],
    ['several for somebody', head, { head: [] }],
    ['a number without its year', inYear(year(2024), income), { income: 5 }],
    ['absent without its year', inYear(year(2024), income), { income: null }],
    ['a timeline in a year', inYear(year(2024), income), { income: { 2024: timeline({ value: 5 }) } }],
    ['absent where it never is', text, { text: null }],
    ['absent in a timeline', text, { text: timeline({ value: null }) }],
  ])('%s is refused', (_, asked, told) => {
    expect(() => evaluate(asked as typeof text, told as object, '2026-01-01')).toThrow(
      expect.objectContaining({ code: 'bad-situation' }),
    )
  })
})

describe('a parameter', () => {
  const amount = parameter({
    name: 'amount',
    value: { type: 'money' },
    history: [
      { from: '2020-01-01', until: '2021-01-01', value: euro(1), article: 'art. 1' },
      { from: '2022-01-01', value: euro(2), article: 'art. 2' },
      { from: '2023-01-01', value: euro(3), article: 'art. 3' },
    ],
  })
  it.each([
    ['2020-01-01', 100],
    ['2020-12-31', 100],
    ['2022-01-01', 200],
    ['2022-12-31', 200],
    ['2023-01-01', 300],
    ['9999-12-31', 300],
  ] as const)('on %s is %d', (day, found) => {
    expect(foundBy(amount, {}, day)).toBe(found)
  })

  it.each(['2019-12-31', '2021-01-01', '2021-12-31'] as const)('on %s is not in force, and says so', (day) => {
    expect(() => evaluate(amount, {}, day)).toThrow(
      expect.objectContaining({ code: 'parameter-not-in-force', message: expect.stringContaining(day) }),
    )
  })

  it.each([
    ['2022', 200],
    [
      { least: '2022-12-31', most: '2023-01-01' },
      { least: 200, most: 300 },
    ],
    ['2020', 100],
    // On a day that is perhaps the one it has no value: it may be anything, and nobody is refused for it.
    [{ least: '2020-12-31', most: '2021-01-01' }, open],
    ['2019', open],
    [undefined, open],
  ])('on a day between %j is %j', (told, found) => {
    expect(foundBy(on(birth, amount), told === undefined ? {} : { birth: told })).toEqual(found)
  })

  const table = parameter({
    name: 'table',
    value: { type: 'texts' },
    history: [
      { from: '2020-01-01', value: ['x'], article: 'art. 1' },
      { from: '2021-01-01', value: ['y'], article: 'art. 2' },
    ],
  })
  it('that is a list is one list', () => {
    expect(foundBy(table, {}, '2020-06-01')).toEqual(['x'])
    expect(foundBy(on(birth, table), { birth: '2020' })).toEqual(['x'])
    expect(foundBy(on(birth, table), { birth: { least: '2020-12-31', most: '2021-01-01' } })).toEqual(open)
  })
})

describe('a discretion', () => {
  const hardship = discretion({ name: 'hardship', label: { nl: 'schrijnend', en: 'hardship' } })
  it.each([
    [{ hardship: true }, true],
    [{ hardship: false }, false],
    [{}, open],
    [{ hardship: unknown('not asked') }, open],
  ])('told %j, is %j', (told, found) => {
    expect(foundBy(hardship, told)).toEqual(found)
    expect(foundBy(not(hardship), told)).toEqual(typeof found === 'boolean' ? !found : found)
  })
})

describe('without a date', () => {
  it('what does not depend on one is read all the same', () => {
    expect(evaluate(text, { text: 'x' })).toBe('x')
    expect(evaluate(on('2020-02-29', yearOf(thisDay)))).toBe(2020)
    expect(evaluate(of(head, text), { head: { text: unknown('unavailable') } })).toEqual({ unknown: 'unavailable' })
  })

  it.each([
    ['the day at hand', thisDay, {}],
    ['a fact that changes', text, { text: timeline({ value: 'x' }) }],
    [
      'a parameter',
      parameter({
        name: 'one',
        value: { type: 'count' },
        history: [{ from: '2020-01-01', value: 1, article: 'art. 1' }],
      }),
      {},
    ],
  ])('%s is refused', (_, expression, told) => {
    expect(() => evaluate(expression as typeof text, told)).toThrow(expect.objectContaining({ code: 'no-date' }))
  })
})
