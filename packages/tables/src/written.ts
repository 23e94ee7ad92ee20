import type { IsoDate } from '@vanzelf/rules'
import { isDay } from './day.ts'
import { Misread } from './misread.ts'
import type { Line } from './rows.ts'

/** How dates are written. */
export type DateForm =
  | 'YYYY-MM-DD'
  | 'YYYY/MM/DD'
  | 'YYYYMMDD'
  | 'DD/MM/YYYY'
  | 'D/M/YYYY'
  | 'DD-MM-YYYY'
  | 'D-M-YYYY'
  | 'DD.MM.YYYY'

/** How texts of a table are written. A column that the table itself keeps as a date, number or truth needs none of it. */
export interface Written {
  /** `YYYY-MM-DD` unless said. */
  readonly dates?: DateForm
  /** What stands before the decimals; `.` unless said. */
  readonly decimals?: '.' | ','
  /** What may stand between thousands, and not before decimals; nothing unless said. */
  readonly thousands?: '.' | ',' | ' '
  /** The words for yes and for no; capitals do not matter. `true` and `false` unless said. */
  readonly yes?: readonly string[]
  readonly no?: readonly string[]
}

/** The date in a column; `undefined` where it is empty. */
export function dateOf(line: Line, column: string, { dates = 'YYYY-MM-DD' }: Written): IsoDate | undefined {
  const text = line.text(column)
  if (text === undefined) return undefined
  const stored = line.stored(column)
  if (stored === 'moment' && !/^\S+ 00:00:00(\.0+)?$/.test(text)) throw new Misread(column, 'has a time of day')
  const day = stored === 'text' || stored === 'number' ? isoOf(text, dates) : text.slice(0, 'YYYY-MM-DD'.length)
  if (day !== undefined && isDay(day)) return day
  throw new Misread(column, `is not a date as ${stored === 'date' || stored === 'moment' ? 'YYYY-MM-DD' : dates}`)
}

function isoOf(text: string, form: DateForm): string | undefined {
  const { year, month, day } = formOf(form).exec(text)?.groups ?? {}
  return year && month && day && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const formOf = (form: DateForm) =>
  new RegExp(
    `^${form
      .replaceAll('.', '\\.')
      .replace('YYYY', '(?<year>\\d{4})')
      .replace(/MM?/, (m) => `(?<month>\\d{${m === 'M' ? '1,2' : '2'}})`)
      .replace(/DD?/, (d) => `(?<day>\\d{${d === 'D' ? '1,2' : '2'}})`)}$`,
  )

/** The truth in a column; `undefined` where it is empty. */
export function truthOf(line: Line, column: string, { yes = ['true'], no = ['false'] }: Written): boolean | undefined {
  const text = line.text(column)?.toLowerCase()
  if (text === undefined) return undefined
  const own = line.stored(column) === 'truth'
  if ((own ? ['true'] : yes).some((word) => word.toLowerCase() === text)) return true
  if ((own ? ['false'] : no).some((word) => word.toLowerCase() === text)) return false
  throw new Misread(column, `is neither yes (${yes.join(', ')}) nor no (${no.join(', ')})`)
}

/** A number by its digits, exact whatever its size: what stands before and after the decimal sign. */
export interface Digits {
  readonly sign: '' | '-'
  readonly whole: string
  /** As they are written; of a column of numbers without zeros at their end, for its type has those. */
  readonly decimals: string
}

/** The number in a column; `undefined` where it is empty. */
export function digitsOf(line: Line, column: string, written: Written): Digits | undefined {
  const text = line.text(column)
  if (text === undefined) return undefined
  const own = line.stored(column) === 'number'
  const decimal = own ? '.' : (written.decimals ?? '.')
  const thousand = own ? undefined : written.thousands
  const [, sign, whole, decimals] = numberOf(decimal, thousand).exec(text) ?? []
  if (whole === undefined) throw new Misread(column, `is not a number with \`${decimal}\` before its decimals`)
  return {
    sign: sign === '-' ? '-' : '',
    whole: thousand === undefined ? whole : whole.replaceAll(thousand, ''),
    decimals: own ? (decimals ?? '').replace(/0+$/, '') : (decimals ?? ''),
  }
}

function numberOf(decimal: string, thousand: string | undefined): RegExp {
  const whole = thousand === undefined ? '\\d+' : `\\d+|\\d{1,3}(?:${escaped(thousand)}\\d{3})+`
  return new RegExp(`^(-?)(${whole})(?:${escaped(decimal)}(\\d+))?$`)
}

const escaped = (sign: string) => (sign === '.' ? '\\.' : sign)
