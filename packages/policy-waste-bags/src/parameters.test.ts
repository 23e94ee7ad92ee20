import type { Expression } from '@vanzelf/rules'
import { expect, it } from 'vitest'
import { allowance, extraCredit } from './parameters.ts'

interface Row {
  readonly from: number
  readonly value: number
}
interface Version {
  readonly from: string
  readonly value: readonly Row[]
  readonly verified: boolean
  readonly note: string
}
// The tree is data: its history is read here as any reader of the document would.
const historyOf = (parameter: Expression) =>
  (JSON.parse(JSON.stringify(parameter)) as { history: readonly Version[] }).history

it('is 1, 1.5, 2, 2.5 and 3 times the amount of a single, in the table since 2020', () =>
  expect(
    historyOf(allowance)
      .at(-1)
      ?.value.map(({ value }) => value / 42_00),
  ).toEqual([1, 1.5, 2, 2.5, 3]))

it('is an extra credit of half the allowance since 2023, row by row', () => {
  const halves = historyOf(allowance)
    .at(-1)
    ?.value.map(({ from, value }) => ({ from, value: value / 2 }))
  expect(historyOf(extraCredit).at(-1)?.value).toEqual(halves)
})

it('rests on nothing verified, and says what was not seen', () => {
  for (const { verified, note } of [...historyOf(allowance), ...historyOf(extraCredit)]) {
    expect(verified).toBe(false)
    expect(note).toMatch(/not found/)
  }
})
