import { describe, expect, it } from 'vitest'
import { registerDate } from './register-date.ts'

describe('a date of the register', () => {
  it.each([
    ['1953-05-21', { least: '1953-05-21', most: '1953-05-21' }],
    ['1953-05-00', { least: '1953-05-01', most: '1953-05-31' }],
    ['1953-00-00', { least: '1953-01-01', most: '1953-12-31' }],
    ['1953-99-99', { least: '1953-01-01', most: '1953-12-31' }],
    // a day without its month says no more than the year
    ['1953-00-21', { least: '1953-01-01', most: '1953-12-31' }],
    ['2024-02-00', { least: '2024-02-01', most: '2024-02-29' }],
    ['0000-00-00', 'not known'],
    ['9999-99-99', 'not known'],
    ['2022-11-31', 'impossible'],
    ['2023-02-29', 'impossible'],
    ['1980-13-01', 'impossible'],
    ['1980-06-32', 'impossible'],
    ['1980', 'impossible'],
  ])('%s', (text, expected) => {
    expect(registerDate(text)).toEqual(expected)
  })
})
