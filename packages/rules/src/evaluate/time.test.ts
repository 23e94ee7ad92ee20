import {
  age,
  ageByYearOfBirth,
  atLeast,
  atSomeTimeIn,
  completedMonths,
  completedYears,
  covers,
  dayIn,
  days,
  daysBetween,
  daysIn,
  earlier,
  endless,
  endOf,
  fact,
  type IsoDate,
  inYear,
  january1,
  lastDay,
  later,
  type MonthEnd,
  monthOf,
  nextDay,
  on,
  parameter,
  period,
  referenceDate,
  since,
  startOf,
  startOfMonth,
  thisDay,
  throughout,
  timeline,
  unknown,
  year,
  yearOf,
} from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { foundBy } from '../../test/found-by.ts'

const about = 'person'
const when = ['date', 'period'] as const
const date = (name: string) => fact({ source: 'register', name, about, value: { type: 'date' }, when })
const [birth, until] = [date('birth'), date('until')]
const truth = fact({ source: 'register', name: 'truth', about, value: { type: 'truth' }, when })
const card = fact({ source: 'register', name: 'card', about, value: { type: 'period' }, when, optional: true })
const stay = fact({ source: 'register', name: 'stay', about, value: { type: 'period' }, when })
const number = fact({ source: 'register', name: 'number', about, value: { type: 'days' }, when })
const income = fact({ source: 'tax', name: 'income', about, value: { type: 'count', least: 0 }, when: ['year'] })
const taxYear = fact({ source: 'tax', name: 'taxYear', about, value: { type: 'year' }, when })

const open = { unknown: expect.anything() }
const range = (least: string | number, most: string | number) => ({ least, most })
const told = (value: string) => ({ birth: value })

describe('a date moved by months', () => {
  it.each<[IsoDate, number, string, string]>([
    // from, months, at the last day, on the next first
    ['2026-01-31', 1, '2026-02-28', '2026-03-01'],
    ['2024-01-31', 1, '2024-02-29', '2024-03-01'],
    ['2026-01-28', 1, '2026-02-28', '2026-02-28'],
    ['2026-02-28', 1, '2026-03-28', '2026-03-28'],
    ['2026-03-31', 1, '2026-04-30', '2026-05-01'],
    ['2026-10-31', 1, '2026-11-30', '2026-12-01'],
    ['2026-12-31', 2, '2027-02-28', '2027-03-01'],
    ['2024-02-29', 12, '2025-02-28', '2025-03-01'],
    ['2024-02-29', 48, '2028-02-29', '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28', '2026-03-01'],
    ['2026-01-15', -1, '2025-12-15', '2025-12-15'],
    ['2026-12-31', -13, '2025-11-30', '2025-12-01'],
    ['2026-05-31', 0, '2026-05-31', '2026-05-31'],
    ['9999-12-31', 1, '9999-12-31', '9999-12-31'],
    ['9999-11-30', 1, '9999-12-30', '9999-12-30'],
    ['9999-12-01', 1, '9999-12-31', '9999-12-31'],
    ['0000-01-01', -1, '0000-01-01', '0000-01-01'],
  ])('%s, by %d months, is %s or %s', (from, months, atLast, onNext) => {
    const moved = (monthEnd: MonthEnd) =>
      months < 0 ? earlier(birth, { months: -months }, monthEnd) : later(birth, { months }, monthEnd)
    expect(foundBy(moved('lastDay'), told(from))).toBe(atLast)
    expect(foundBy(moved('nextFirst'), told(from))).toBe(onNext)
  })

  it.each<[IsoDate, number, string]>([
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-02-27', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 365, '2027-01-01'],
    ['2024-01-01', 366, '2025-01-01'],
    ['2026-03-29', 1, '2026-03-30'],
    ['9999-12-31', -1, '9999-12-31'],
    ['0000-01-01', -1, '0000-01-01'],
    ['9999-12-30', 1, '9999-12-31'],
    ['2026-01-01', 10_000_000, '9999-12-31'],
    ['2026-01-01', -10_000_000, '0000-01-01'],
  ])('%s, by %d days, is %s', (from, length, moved) => {
    expect(foundBy(later(birth, { days: number }), { birth: from, number: length })).toBe(moved)
    expect(foundBy(earlier(birth, { days: number }), { birth: from, number: -length })).toBe(moved)
  })

  it('between bounds moves with both', () => {
    expect(foundBy(later(birth, { days: 1 }), told('2026-02'))).toEqual(range('2026-02-02', '2026-03-01'))
    expect(foundBy(later(birth, { days: number }), { birth: '2026-02-01', number: range(1, 3) })).toEqual(
      range('2026-02-02', '2026-02-04'),
    )
    expect(foundBy(earlier(birth, { days: number }), { birth: '2026-02-04', number: range(1, 3) })).toEqual(
      range('2026-02-01', '2026-02-03'),
    )
    expect(foundBy(later(birth, { days: number }), told('2026-02-01'))).toEqual(open)
    expect(foundBy(later(birth, { years: 18 }, 'lastDay'), told('2008'))).toEqual(range('2026-01-01', '2026-12-31'))
  })
})

describe('days of the calendar', () => {
  it.each([
    // day, date, last, next
    ['09-01', '2026-08-31', '2025-09-01', '2026-09-01'],
    ['09-01', '2026-09-01', '2026-09-01', '2027-09-01'],
    ['09-01', '2026-09-02', '2026-09-01', '2027-09-01'],
    ['02-29', '2026-02-28', '2025-03-01', '2026-03-01'],
    ['02-29', '2026-03-01', '2026-03-01', '2027-03-01'],
    ['02-29', '2024-02-29', '2024-02-29', '2025-03-01'],
    ['01-01', '0000-01-01', '0000-01-01', '0001-01-01'],
    ['09-01', '0000-01-01', '0000-01-01', '0000-09-01'],
    ['01-01', '9999-12-31', '9999-01-01', '9999-12-31'],
  ] as const)('%s, on %s', (day, at, last, next) => {
    expect(foundBy(lastDay(day, birth), told(at))).toBe(last)
    expect(foundBy(nextDay(day, birth), told(at))).toBe(next)
  })

  it.each([
    [2026, '02-29', '2026-03-01'],
    [2024, '02-29', '2024-02-29'],
    [2026, '12-31', '2026-12-31'],
  ] as const)('in %d, %s is %s', (which, day, found) => {
    expect(foundBy(dayIn(year(which), day))).toBe(found)
  })

  it.each([
    ['2026-07-15', 2026, 7, '2026-07-01'],
    ['2026', 2026, range(1, 12), range('2026-01-01', '2026-12-01')],
    ['2026-07', 2026, 7, '2026-07-01'],
    ['1953-00-00', 1953, range(1, 12), range('1953-01-01', '1953-12-01')],
    ['1953-07-00', 1953, 7, '1953-07-01'],
  ] as const)('of %s', (at, inYear, inMonth, first) => {
    expect(foundBy(yearOf(birth), told(at))).toEqual(inYear)
    expect(foundBy(monthOf(birth), told(at))).toEqual(inMonth)
    expect(foundBy(startOfMonth(birth), told(at))).toEqual(first)
  })

  it('over the turn of a year may be any month', () => {
    expect(foundBy(monthOf(birth), { birth: range('2025-12-31', '2026-01-01') })).toEqual(range(1, 12))
    expect(foundBy(yearOf(birth), { birth: range('2025-12-31', '2026-01-01') })).toEqual(range(2025, 2026))
  })
})

describe('whole years, months and days', () => {
  it.each([
    // from, until, years, months, days
    ['2008-01-01', '2026-01-01', 18, 216, 6575],
    ['2008-01-02', '2026-01-01', 17, 215, 6574],
    ['2008-02-29', '2026-02-28', 17, 215, 6574],
    ['2008-02-29', '2026-03-01', 18, 216, 6575],
    ['2026-01-31', '2026-02-28', 0, 0, 28],
    ['2026-01-31', '2026-03-01', 0, 1, 29],
    ['2026-01-01', '2025-12-31', -1, -1, -1],
    ['2026-01-01', '2026-01-01', 0, 0, 0],
    ['2008', '2026-01-01', range(17, 18), range(204, 216), range(6210, 6575)],
    ['2026-03-28', '2026-03-30', 0, 0, 2],
  ] as const)('from %s until %s', (from, end, inYears, inMonths, inDays) => {
    const both = { birth: from, until: end }
    expect(foundBy(completedYears(birth, until), both)).toEqual(inYears)
    expect(foundBy(completedMonths(birth, until), both)).toEqual(inMonths)
    expect(foundBy(daysBetween(birth, until), both)).toEqual(inDays)
  })

  it('have no end where the calendar has none', () => {
    expect(foundBy(completedYears(birth, endless), told('2026-01-01'))).toBe(Number.POSITIVE_INFINITY)
    expect(foundBy(daysBetween(birth, until), { until: '2026-01-01' })).toEqual(open)
    expect(foundBy(daysBetween(endless, endless))).toBe(0)
    expect(foundBy(completedYears(endless, birth), told('2026-01-01'))).toBe(Number.NEGATIVE_INFINITY)
    expect(foundBy(completedYears(birth, until), { birth: '2026-01-01' })).toEqual(open)
    expect(foundBy(completedYears(birth, until), { until: '2026-01-01' })).toEqual(open)
    expect(foundBy(yearOf(birth))).toEqual(open)
    expect(foundBy(dayIn(yearOf(birth), '05-01'))).toEqual(open)
  })

  it.each([
    ['1960', 65, 66],
    ['1961', 64, 65],
    ['1961-01-01', 65, 65],
    ['1961-01-02', 64, 65],
  ])('born %s, is %j, by year of birth %j', (born, byDay, byYear) => {
    const onBirthday = born.length === 4 ? range(byDay, byDay + 1) : byDay
    expect(foundBy(age(birth), told(born))).toEqual(onBirthday)
    expect(foundBy(ageByYearOfBirth(birth), told(born))).toEqual(byYear)
  })

  it('is settled whatever the day of birth', () => {
    expect(foundBy(atLeast(age(birth), 65 as never), told('1960'))).toBe(true)
    expect(foundBy(atLeast(age(birth), 65 as never), told('1961'))).toEqual(open)
    expect(foundBy(atLeast(age(birth), 65 as never), told('1962'))).toBe(false)
  })
})

describe('a day in a period', () => {
  it.each([
    [{ from: '2026-01-01', until: '2026-02-01' }, '2026-01-01', true],
    [{ from: '2026-01-01', until: '2026-02-01' }, '2026-01-31', true],
    [{ from: '2026-01-01', until: '2026-02-01' }, '2026-02-01', false],
    [{ from: '2026-01-01', until: '2026-02-01' }, '2025-12-31', false],
    [{ from: '2026-01-01', until: null }, '9999-12-31', true],
    [{ from: '2026-01-01' }, '2026-01-01', true],
    [{ from: '2026', until: null }, '2026-06-01', open],
    [{ from: '2026', until: null }, '2025-12-31', false],
    [{ from: '2026', until: null }, '2026-12-31', true],
    [{ from: '2025-01-01', until: '2026' }, '2026-06-01', open],
    [{ from: '2025-01-01', until: '2026' }, '2026-12-31', false],
    [{ from: '2025-01-01', until: '2026' }, '2025-12-31', true],
    [{ from: '2025-01-01', until: '2026-01-00' }, '2026-01-01', open],
    [{ from: '2026-01-01', until: '2026-02-01' }, '2026', open],
    [{ from: '2025-01-01', until: '2027-01-01' }, '2026', true],
    [null, '2026-01-01', false],
    [unknown('unavailable'), '2026-01-01', { unknown: 'unavailable' }],
  ])('%j covers %s: %j', (held, day, found) => {
    expect(foundBy(covers(card, birth), { card: held, birth: day })).toEqual(found)
  })

  it('starts and ends', () => {
    const half = { stay: { from: '2026-01-01' } }
    expect(foundBy(startOf(stay), half)).toBe('2026-01-01')
    expect(foundBy(endOf(stay), half)).toBe('9999-12-31')
    expect(foundBy(startOf(stay), { stay: { from: '2026-01', until: null } })).toEqual(
      range('2026-01-01', '2026-01-31'),
    )
    expect(foundBy(stay, half)).toEqual({ from: '2026-01-01', until: null })
  })
})

describe('over a period', () => {
  const first = period('2026-01-01', '2026-01-11')
  const from4 = timeline({ until: '2026-01-04', value: false }, { from: '2026-01-04', value: true })
  const gap = timeline({ until: '2026-01-04', value: true }, { from: '2026-01-06', value: true })
  it.each([
    // throughout, at some time, on how many days
    [true, true, true, 10],
    [false, false, false, 0],
    [from4, false, true, 7],
    [gap, open, true, range(8, 10)],
    [timeline({ from: '2026-01-04', until: '2026-01-06', value: false }), false, open, range(0, 8)],
    [undefined, open, open, range(0, 10)],
  ])('told %j', (value, all, some, number) => {
    const facts = value === undefined ? {} : { truth: value }
    expect(foundBy(throughout(first, truth), facts)).toEqual(all)
    expect(foundBy(atSomeTimeIn(first, truth), facts)).toEqual(some)
    expect(foundBy(daysIn(first, truth), facts)).toEqual(number)
  })

  it('without days: throughout is yes, at some time is no', () => {
    for (const empty of [period('2026-01-02', '2026-01-02'), period('2026-01-02', '2026-01-01')]) {
      expect(foundBy(throughout(empty, truth), { truth: false })).toBe(true)
      expect(foundBy(atSomeTimeIn(empty, truth), { truth: true })).toBe(false)
      expect(foundBy(daysIn(empty, truth), { truth: true })).toBe(0)
    }
  })

  it.each([
    // The period starts some day of January: certain is what holds on all days that may belong to it.
    [timeline({ until: '2026-02-01', value: true }, { from: '2026-02-01', value: true }), true, true, range(2, 32)],
    [timeline({ until: '2026-01-20', value: false }, { from: '2026-01-20', value: true }), open, true, range(2, 13)],
    [timeline({ until: '2026-02-01', value: false }, { from: '2026-02-01', value: true }), false, true, 1],
    [timeline({ until: '2026-01-20', value: true }, { from: '2026-01-20', value: false }), false, open, range(0, 19)],
    [timeline({ until: '2025-12-31', value: true }, { from: '2025-12-31', value: false }), false, false, 0],
  ])('of which the start is not known, told %j', (value, all, some, number) => {
    const january = period(birth, '2026-02-02')
    const facts = { birth: '2026-01', truth: value }
    expect(foundBy(throughout(january, truth), facts)).toEqual(all)
    expect(foundBy(atSomeTimeIn(january, truth), facts)).toEqual(some)
    expect(foundBy(daysIn(january, truth), facts)).toEqual(number)
  })

  it('without end has no end only where it goes on holding', () => {
    const endlessly = period('2026-01-01', endless)
    const oneYear = timeline({ until: '2027-01-01', value: true }, { from: '2027-01-01', value: false })
    expect(foundBy(daysIn(endlessly, truth), { truth: oneYear })).toBe(365)
    expect(foundBy(daysIn(endlessly, truth), { truth: true })).toBe(Number.POSITIVE_INFINITY)
    expect(foundBy(daysIn(endlessly, truth), {})).toEqual(range(0, Number.POSITIVE_INFINITY))
  })

  it('day by day where the day itself matters, for twenty-seven years at most', () => {
    expect(foundBy(daysIn(first, atLeast(age(birth), 18 as never)), told('2008-01-04'))).toBe(7)
    expect(
      foundBy(throughout(period('2026-01-01', endless), atLeast(age(birth), 18 as never)), told('2008-01-01')),
    ).toEqual(open)
    expect(
      foundBy(throughout(period('2026-01-01', endless), atLeast(age(birth), 18 as never)), told('2008-01-02')),
    ).toBe(false)
  })

  it('since a date includes the day at hand', () => {
    const until1 = timeline({ until: '2026-01-01', value: true }, { from: '2026-01-01', value: false })
    expect(foundBy(since('2025-01-01', truth), { truth: until1 })).toBe(false)
    expect(foundBy(since('2025-01-01', truth), { truth: until1 }, '2025-12-31')).toBe(true)
  })

  const ceiling = parameter({
    name: 'ceiling',
    value: { type: 'days' },
    history: [
      { from: '2025-12-31', value: days(1), article: 'art. 1' },
      { from: '2026-01-04', value: days(5), article: 'art. 1' },
    ],
  })
  it('hears of a parameter that changes', () => {
    expect(foundBy(daysIn(first, atLeast(ceiling, days(5))))).toBe(7)
    expect(foundBy(daysIn(first, on(january1, atLeast(ceiling, days(5)))))).toBe(0)
    expect(foundBy(daysIn(first, on(later(thisDay, { days: 1 }), atLeast(ceiling, days(5)))))).toBe(8)
  })

  const interrupted = parameter({
    name: 'interrupted',
    value: { type: 'days' },
    history: [
      { from: '2020-01-01', until: '2021-01-01', value: days(1), article: 'art. 1' },
      { from: '2025-12-01', until: '2026-01-04', value: days(5), article: 'art. 1' },
      { from: '2026-01-06', value: days(5), article: 'art. 1' },
    ],
  })
  it('needs a parameter on every day that certainly belongs to it, and on no other', () => {
    const isFive = atLeast(interrupted, days(5))
    expect(foundBy(daysIn(period('2026-01-01', '2026-01-04'), isFive))).toBe(3)
    expect(foundBy(throughout(period('2026-01-06', '2026-02-01'), isFive))).toBe(true)
    expect(() => foundBy(throughout(first, isFive))).toThrow(
      expect.objectContaining({ code: 'parameter-not-in-force' }),
    )
    const uncertain = { birth: range('2026-01-01', '2026-01-05') }
    expect(foundBy(daysIn(period('2026-01-01', birth), isFive), uncertain)).toEqual(range(0, 4))
    expect(foundBy(throughout(period('2026-01-01', birth), isFive), uncertain)).toEqual(open)
    expect(foundBy(on(birth, throughout(period(thisDay, '2026-01-07'), on('2026-01-06', isFive))), uncertain)).toBe(
      true,
    )
  })

  it('nests', () => {
    const tomorrow = period(thisDay, later(thisDay, { days: 2 }))
    expect(foundBy(daysIn(first, throughout(tomorrow, truth)), { truth: from4 })).toBe(7)
    expect(foundBy(daysIn(first, atSomeTimeIn(tomorrow, truth)), { truth: from4 })).toBe(8)
    expect(foundBy(throughout(tomorrow, atLeast(thisDay, referenceDate)))).toBe(true)
  })
})

describe('on another date', () => {
  const steps = timeline({ until: '2020-01-01', value: false }, { from: '2020-01-01', value: true })
  it.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2019', false],
    ['2020', true],
    [{ least: '2019-12-31', most: '2020-01-01' }, open],
    [undefined, open],
  ])('%j is %j', (born, found) => {
    expect(foundBy(on(birth, truth), { ...(born !== undefined && { birth: born }), truth: steps })).toEqual(found)
  })

  it('is that date for whatever is read there, and the reference date stays', () => {
    expect(foundBy(on('2020-02-29', yearOf(thisDay)))).toBe(2020)
    expect(foundBy(on('2020-02-29', yearOf(referenceDate)))).toBe(2026)
    expect(foundBy(on(birth, thisDay), told('2020'))).toEqual(range('2020-01-01', '2020-12-31'))
    expect(foundBy(on(birth, on(january1, thisDay)), told('2020'))).toBe('2020-01-01')
  })

  it('of which a day is not told, is not known', () => {
    const told = timeline({ from: '2020-01-01', until: '2020-06-01', value: true }, { from: '2020-07-01', value: true })
    expect(foundBy(on(birth, truth), { birth: '2020', truth: told })).toEqual(open)
    expect(foundBy(on(birth, truth), { birth: range('2020-07-01', '2020-08-01'), truth: told })).toBe(true)
    expect(foundBy(on(birth, truth), { birth: range('2020-06-30', '2020-08-01'), truth: told })).toEqual(open)
  })
})

describe('in a year', () => {
  it.each([
    [{ income: { 2024: 10 } }, 10],
    [{ income: { 2025: 10 } }, open],
    [{ income: { 2024: unknown('unavailable') } }, { unknown: 'unavailable' }],
    [{ income: unknown('not permitted') }, { unknown: 'not permitted' }],
    [{}, { unknown: 'not asked' }],
  ])('told %j', (facts, found) => {
    const value = foundBy(inYear(year(2024), income), facts)
    expect(value).toEqual(found === 10 ? 10 : range(0, Number.POSITIVE_INFINITY))
    if (found !== 10) expect(foundBy(atLeast(inYear(year(2024), income), 1), facts)).toEqual(found)
  })

  it('that is not known is any of the years it may be', () => {
    const facts = { income: { 2023: 10, 2024: 20, 2025: 30 } }
    expect(foundBy(inYear(taxYear, income), { ...facts, taxYear: range(2023, 2024) })).toEqual(range(10, 20))
    expect(foundBy(inYear(taxYear, income), { ...facts, taxYear: range(2024, 2026) })).toEqual(
      range(0, Number.POSITIVE_INFINITY),
    )
    expect(foundBy(inYear(yearOf(birth), income), { ...facts, birth: '2025' })).toBe(30)
  })
})
