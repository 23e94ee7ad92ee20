import { Misread } from './misread.ts'

/** The column that says who or what a row is about, or to whom it relates, and how it is written there. */
export interface SubjectColumn {
  readonly column: string
  /** The text made plain, so that one subject has one text. @throws Misread where it cannot be one */
  plain(text: string): string
  /** The same as SQL that DuckDB and PostgreSQL both read, of an expression that yields text. */
  plainSql(text: string): string
  /** Whether that expression of plain text is one of a subject, as SQL of PostgreSQL. */
  isPlainSql(plain: string): string
  /** What its pseudonym is made of. */
  numberOf(plain: string): string
  /** The plain text behind what a pseudonym was made of; `undefined` where that is of another kind. */
  plainOf(number: string): string | undefined
}

/**
 * A column of national numbers (INSZ), with or without spaces, dots and hyphens. Their check digits must be right.
 * @param options `leadingZeros: 'may be missing'` for a file that a spreadsheet saved, or a column of a numeric type:
 *   zeros are then put back, and the check digits tell whether rightly
 * @example
 * ```ts
 * nationalNumber('insz').plain('85.67.30-033.60') // => '85673003360'
 * nationalNumber('insz', { leadingZeros: 'may be missing' }).column // => 'insz'
 * ```
 */
export function nationalNumber(
  column: string,
  options: { readonly leadingZeros?: 'may be missing' } = {},
): SubjectColumn {
  const padded = options.leadingZeros === 'may be missing'
  return {
    column,
    plain(text) {
      const written = text.replace(/[ .-]/g, '')
      const number = padded ? written.padStart(DIGITS, '0') : written
      if (!/^\d+$/.test(number)) throw new Misread(column, 'is not a national number')
      if (number.length < DIGITS)
        throw new Misread(column, 'is a national number with digits missing; a spreadsheet leaves out leading zeros')
      if (number.length > DIGITS || !isChecked(number))
        throw new Misread(column, 'is a national number with wrong digits')
      return number
    },
    plainSql(text) {
      const written = `replace(replace(replace(${text}, ' ', ''), '.', ''), '-', '')`
      return padded ? `lpad(${written}, cast(greatest(length(${written}), ${DIGITS}) as integer), '0')` : written
    },
    // Only of eleven digits can the check be calculated, and a query may do its conditions in any order.
    isPlainSql: (plain) => `(case when ${plain} ~ '^[0-9]{${DIGITS}}$' then ${isCheckedSql(plain)} else false end)`,
    numberOf: (plain) => plain,
    plainOf: (number) => number,
  }
}

const DIGITS = 11

/** The last two digits follow from the first nine; from 2000 on these have a 2 in front. */
function isChecked(number: string): boolean {
  const start = Number(number.slice(0, 9))
  const check = Number(number.slice(9))
  return check === 97 - (start % 97) || check === 97 - ((2_000_000_000 + start) % 97)
}

/** The same in SQL. */
function isCheckedSql(plain: string): string {
  const start = `cast(left(${plain}, 9) as bigint)`
  return `cast(right(${plain}, 2) as integer) in (97 - mod(${start}, 97), 97 - mod(2000000000 + ${start}, 97))`
}

/**
 * A column of number plates, with or without spaces, dots and hyphens.
 * @example
 * ```ts
 * numberPlate('plate').plain('1-abc-234') // => '1ABC234'
 * ```
 */
export const numberPlate = (column: string): SubjectColumn => ({
  column,
  plain(text) {
    const plate = text.replace(/[ .-]/g, '').toUpperCase()
    if (!/^[A-Z0-9]+$/.test(plate)) throw new Misread(column, 'is not a number plate')
    return plate
  },
  plainSql: (text) => `upper(replace(replace(replace(${text}, ' ', ''), '.', ''), '-', ''))`,
  isPlainSql: (plain) => `(${plain} ~ '^[A-Z0-9]+$')`,
  numberOf: (plain) => plain,
  plainOf: (number) => number,
})

/**
 * A column of the city's own identifiers: a file number, an enrolment. Each text is another subject.
 * @example
 * ```ts
 * identifier('enrolment').plain('2026/12-a') // => '2026/12-a'
 * ```
 */
export const identifier = (column: string): SubjectColumn => ({
  column,
  plain: (text) => text,
  plainSql: (text) => text,
  isPlainSql: () => 'true',
  // Pseudonyms leave out spaces, dots and hyphens: `1-1` and `11` would be one subject.
  numberOf: (plain) => `#${Buffer.from(plain).toString('hex').toUpperCase()}`,
  plainOf: (number) => (number.startsWith('#') ? Buffer.from(number.slice(1), 'hex').toString() : undefined),
})
