import { describe, expect, it } from 'vitest'
import {
  completedMonths,
  completedYears,
  dateOf,
  dayInYear,
  daysBetween,
  daysInMonth,
  isDate,
  lastDay,
  nextDay,
  plusDays,
  plusMonths,
  startOfMonth,
} from './calendar.ts'

describe('a date', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-06-30', true],
    ['2026-09-31', false],
    ['2026-11-31', false],
    ['2026-12-31', true],
    ['2026-13-01', false],
    ['2026-00-01', false],
    ['2026-01-00', false],
    ['0000-01-01', true],
    ['9999-12-31', true],
    ['2026-1-01', false],
    ['2026-01-01T00', false],
    ['', false],
  ])('%s exists: %s', (text, exists) => {
    expect(isDate(text)).toBe(exists)
  })

  it.each([
    [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2026, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ])('in %d the months have %j days', (year, lengths) => {
    expect(lengths.map((_, month) => daysInMonth(year, month + 1))).toEqual(lengths)
  })

  it('is held between the first and the last a rule can speak of', () => {
    expect([dateOf(-1, 5, 5), dateOf(10_000, 5, 5), dateOf(7, 5, 5)]).toEqual([
      '0000-01-01',
      '9999-12-31',
      '0007-05-05',
    ])
    expect([dayInYear(-1, '05-05'), dayInYear(10_000, '05-05'), dayInYear(2023, '02-29')]).toEqual([
      '0000-01-01',
      '9999-12-31',
      '2023-03-01',
    ])
  })
})

describe('moving by days', () => {
  it('goes forth and back by one, over every day of four years', () => {
    let day = '2023-01-01'
    for (let count = 1; count <= 4 * 365 + 1; count++) {
      const next = plusDays(day, 1)
      expect([isDate(next), next > day, plusDays(next, -1), daysBetween('2023-01-01', next)]).toEqual([
        true,
        true,
        day,
        count,
      ])
      day = next
    }
    expect(day).toBe('2027-01-01')
  })

  it.each([
    ['2026-01-05', 23, '2026-01-28'],
    ['2026-01-05', 24, '2026-01-29'],
    ['2026-01-05', -4, '2026-01-01'],
    ['2026-01-05', -5, '2025-12-31'],
    ['2026-01-05', 0, '2026-01-05'],
    ['0000-01-01', -1, '0000-01-01'],
    ['9999-12-31', -30, '9999-12-31'],
    ['2026-01-01', 1e12, '9999-12-31'],
    ['2026-01-01', -1e12, '0000-01-01'],
  ])('%s and %d is %s', (from, days, found) => {
    expect(plusDays(from, days)).toBe(found)
  })
})

describe('moving by months', () => {
  it('at the last day, then counts as many completed months unless the month was shorter', () => {
    for (const from of ['2023-12-31', '2024-01-15', '2024-02-29', '2024-03-30'])
      for (let months = 0; months <= 30; months++) {
        const until = plusMonths(from, months, 'nextFirst')
        expect([from, until, completedMonths(from, until)]).toEqual([from, until, months])
      }
  })

  it.each([
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
    ['2024-03-01', '2025-02-28', 0],
    ['2024-03-01', '2025-03-01', 1],
    ['2025-03-01', '2024-03-02', -1],
    ['2025-03-01', '2024-03-01', -1],
    ['2025-03-01', '2024-02-29', -2],
  ])('from %s until %s are %d years', (from, until, years) => {
    expect(completedYears(from, until)).toBe(years)
  })
})

describe('days of the calendar', () => {
  it.each([
    ['04-30', '2026-04-29', '2025-04-30', '2026-04-30'],
    ['04-30', '2026-04-30', '2026-04-30', '2027-04-30'],
    ['02-29', '2024-02-28', '2023-03-01', '2024-02-29'],
    ['02-29', '2024-02-29', '2024-02-29', '2025-03-01'],
    ['12-31', '9999-12-31', '9999-12-31', '9999-12-31'],
    ['01-02', '0000-01-01', '0000-01-01', '0000-01-02'],
  ])('%s, on %s, came last on %s and comes next on %s', (day, date, last, next) => {
    expect([lastDay(day, date), nextDay(day, date), startOfMonth(date)]).toEqual([last, next, `${date.slice(0, 8)}01`])
  })
})

describe('in a time zone that skipped a day', () => {
  it('goes through every day of the calendar', () => {
    const zone = process.env['TZ']
    process.env['TZ'] = 'Pacific/Apia'
    try {
      expect(plusDays('2011-12-29', 2)).toBe('2011-12-31')
      expect(plusDays('2011-12-29', 1)).toBe('2011-12-30')
      expect(plusDays('2012-01-02', -3)).toBe('2011-12-30')
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
