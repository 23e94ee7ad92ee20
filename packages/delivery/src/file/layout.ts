import { stringify } from 'csv-stringify/sync'

/** How the receiver reads files. */
export interface Layout {
  /** A semicolon unless said, as spreadsheets with a decimal comma have it. */
  readonly delimiter?: ';' | ',' | '\t'
  /** `42,00`, `42.00`, or `4200` in whole cents. A comma unless said. */
  readonly amounts?: 'decimal comma' | 'decimal point' | 'cents'
  /** Between lines, and after the last; `\r\n` unless said. */
  readonly lineEnd?: '\r\n' | '\n'
  /** Whether a byte order mark stands before all: some spreadsheets read UTF-8 only with it. Not unless said. */
  readonly byteOrderMark?: boolean
}

/** Cents as the layout has them: by whole numbers, since a fraction of a cent must not come from arithmetic. */
export function amountIn({ amounts = 'decimal comma' }: Layout, cents: number): string {
  if (amounts === 'cents') return String(cents)
  const separator = amounts === 'decimal comma' ? ',' : '.'
  return `${Math.floor(cents / 100)}${separator}${String(cents % 100).padStart(2, '0')}`
}

/** Hundredths as the layout has decimals. */
export const percentageIn = ({ amounts = 'decimal comma' }: Layout, percentage: number): string =>
  amounts === 'decimal comma' ? String(percentage).replace('.', ',') : String(percentage)

/**
 * Rows as CSV. A cell that a spreadsheet would take for a formula has an apostrophe before it, and none goes on over
 * several lines: who fills in a name at a counter must not write in a city's spreadsheet.
 */
export function csvOf(
  { delimiter = ';', lineEnd = '\r\n', byteOrderMark = false }: Layout,
  rows: readonly (readonly string[])[],
): string {
  return stringify(
    rows.map((row) => row.map(plain)),
    { delimiter, record_delimiter: lineEnd, bom: byteOrderMark, escape_formulas: true },
  )
}

// Control and invisible characters at the start would hide a formula from the check.
const plain = (cell: string) => cell.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
