import type { Cents, Described, IsoDate } from '@vanzelf/rules'
import { Misread } from '../misread.ts'
import { type Cell, cell } from '../reading.ts'
import { dateOf, digitsOf, truthOf } from '../written.ts'

/** The units of a number that is no amount of money. */
type Unit = 'count' | 'days' | 'months' | 'years' | 'year' | 'percentage'

/**
 * A yes or no that stands in a column, in the words of `written`.
 * @example
 * ```ts
 * truthIn('guided').columns // => ['guided']
 * ```
 */
export const truthIn = (column: string): Cell<boolean> =>
  cell(column, (line, { written }) => truthOf(line, column, written))

/**
 * A date that stands in a column, in the form of `written`.
 * @example
 * ```ts
 * dateIn('birth_date').columns // => ['birth_date']
 * ```
 */
export const dateIn = (column: string): Cell<IsoDate> =>
  cell(column, (line, { written }) => dateOf(line, column, written))

/**
 * A text that stands in a column.
 * @param options `codes`: the fact's own texts by those of the column; another text in it is then a problem
 * @example
 * ```ts
 * textIn('position', { codes: { '1': 'single', '2': 'couple' } }).columns // => ['position']
 * ```
 */
export const textIn = <const Text extends string = string>(
  column: string,
  options: { readonly codes?: { readonly [code: string]: Text } } = {},
): Cell<Text> => cell(column, (line) => decoded(column, line.text(column), options.codes))

/**
 * Texts that stand in one cell, with a sign between them. An empty cell is not known; `orNone` reads it as none, where
 * the fact may have none.
 * @example
 * ```ts
 * textsIn('fuels', { between: ',' }).columns // => ['fuels']
 * ```
 */
export const textsIn = <const Text extends string = string>(
  column: string,
  { between, codes }: { readonly between: string; readonly codes?: { readonly [code: string]: Text } },
): Cell<readonly Text[]> =>
  cell(column, (line) =>
    line
      .text(column)
      ?.split(between)
      .map((text) => decoded(column, text.trim(), codes)),
  )

/**
 * An amount of money that stands in a column, read by its digits, exactly. Euros have at most two decimals and cents
 * none, as they are written: in a text `12.500` may be thousands, and is a problem.
 * @example
 * ```ts
 * moneyIn('net_taxable', { unit: 'euro' }).columns // => ['net_taxable']
 * ```
 */
export const moneyIn = (column: string, { unit }: { readonly unit: 'euro' | 'cents' }): Cell<Cents> =>
  cell(column, (line, { written }) => {
    const digits = digitsOf(line, column, written)
    if (!digits) return undefined
    const places = unit === 'euro' ? 2 : 0
    if (digits.decimals.length > places) throw new Misread(column, TOO_FINE[unit])
    return exactly(column, `${digits.sign}${digits.whole}${digits.decimals.padEnd(places, '0')}`)
  })

const TOO_FINE = { euro: 'is an amount with more than two decimals', cents: 'is an amount of cents with decimals' }

/**
 * A number that stands in a column: a count, a year, an age. In a text three decimals may be thousands, as in `2.000`,
 * and are a problem, save of a percentage.
 * @param options `unit`: that of the fact
 * @example
 * ```ts
 * numberIn('children', { unit: 'count' }).columns // => ['children']
 * ```
 */
export const numberIn = <const U extends Unit>(
  column: string,
  { unit }: { readonly unit: U },
): Cell<Described<{ readonly type: U }>> =>
  cell(column, (line, { written }) => {
    const digits = digitsOf(line, column, written)
    if (!digits) return undefined
    const { sign, whole, decimals } = digits
    if (unit !== 'percentage' && decimals.length === 3 && line.stored(column) !== 'number')
      throw new Misread(column, 'has three decimals, which may be thousands')
    return exactly(column, `${sign}${whole}${decimals && `.${decimals}`}`)
  })

/**
 * A cell of which an empty one says that there is none; else an empty cell says nothing, and the fact is not known.
 * @example
 * ```ts
 * orNone(dateIn('death_date')).columns // => ['death_date']
 * ```
 */
export const orNone = <Value>(inner: Cell<Value>): Cell<Value | null> =>
  cell(inner.column, (line, reader) => inner.cell(line, reader) ?? null, inner)

function decoded(column: string, text: string | undefined, codes: { readonly [code: string]: string } | undefined) {
  if (text === undefined || !codes) return text
  if (Object.hasOwn(codes, text)) return codes[text]
  throw new Misread(column, `is none of ${Object.keys(codes).join(', ')}`)
}

function exactly(column: string, text: string): number {
  const number = Number(text)
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number === 0 ? 0 : number
  throw new Misread(column, 'is too large a number')
}
