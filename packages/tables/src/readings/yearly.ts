import { Misread } from '../misread.ts'
import { type Cell, type Reading, reading } from '../reading.ts'
import type { Line } from '../rows.ts'

/**
 * What stands in a column, for the calendar year that stands in another; for other years it is not known.
 * @example
 * ```ts
 * byYear('income_year', moneyIn('amount', { unit: 'euro' })).columns // => ['income_year', 'amount']
 * ```
 */
export const byYear = <Value>(year: string, inner: Cell<Value>): Reading<Value, 'year'> =>
  reading({
    ...inner,
    columns: [year, ...inner.columns],
    by: 'year',
    read(line, reader) {
      return [{ year: yearOf(line, year), value: inner.cell(line, reader) }]
    },
  })

/**
 * Yes for each calendar year for which there is a row; for other years no, of whoever is in the table.
 * @example
 * ```ts
 * truthInYear('granted_in').columns // => ['granted_in']
 * ```
 */
export const truthInYear = (year: string): Reading<boolean, 'year'> =>
  reading({
    columns: [year],
    column: year,
    by: 'year',
    together: 'one',
    elsewhereNone: true,
    concerns: () => true,
    read: (line) => [{ year: yearOf(line, year), value: true }],
  })

function yearOf(line: Line, column: string): number {
  const text = line.text(column)
  if (text && /^[12]\d{3}$/.test(text)) return Number(text)
  throw new Misread(column, text === undefined ? 'is empty where a year is needed' : 'is not a year as YYYY')
}
