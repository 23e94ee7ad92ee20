import { expect, it } from 'vitest'
import { tableText } from './table-text.ts'

it('is as narrow as its words', () =>
  expect(tableText(['Fact', 'By'], [['rent', 'date']], 80)).toBe('Fact  By\n────  ────\nrent  date'))

it('wraps the widest column first', () => {
  const lines = tableText(['Fact', 'Note'], [['rent', 'as the register of dwellings keeps it']], 30).split('\n')
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(30)
  expect(lines[2]).toBe('rent  as the register of')
})

it('keeps what stands in an empty cell empty', () =>
  expect(tableText(['A', 'B'], [['', 'x']], 80)).toBe('A  B\n─  ─\n   x'))
