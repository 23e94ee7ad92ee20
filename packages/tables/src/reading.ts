import type { IsoDate, When } from '@vanzelf/rules'
import type { Line } from './rows.ts'
import type { Written } from './written.ts'

declare const yields: unique symbol
declare const times: unique symbol

/**
 * What a row says: a value on some days, or in a year; `undefined` where its cell is empty, and says nothing. Without
 * `from` or `until` the days have no start or end.
 */
export type Entry =
  | { readonly from?: IsoDate; readonly until?: IsoDate; readonly value: unknown }
  | { readonly year: number; readonly value: unknown }

/** With what a row is read. */
export interface Reader {
  readonly written: Written
  /** The subject of a number: its pseudonym. */
  subjectOf(number: string): string
}

/** How the entries of one subject make one value on a day: there is one, they are gathered, or the last to end counts. */
export type Together = 'one' | 'gathered' | 'last to end'

/** How a fact is read from a table: from which columns, for which times. Its type says which facts it fits. */
export interface Reading<out Value, in At extends When> {
  readonly [yields]: Value
  readonly [times]: (at: At) => void
  readonly columns: readonly string[]
  /** Where its value stands. */
  readonly column: string
  /** `none`: the table does not keep this fact. */
  readonly by: 'day' | 'year' | 'none'
  readonly together: Together
  /** Whether of a subject that is in the table, the days that none of its rows has are a "no" or a "none". */
  readonly elsewhereNone: boolean
  /** Whether its value is the group of a row, and stands for all who are in it. */
  readonly members?: true
  /** Whether a row is about this fact. */
  concerns(line: Line): boolean
  /** What a row says. @throws Misread */
  read(line: Line, reader: Reader): readonly Entry[]
}

/** A reading of one cell, to stand by itself or with days or a year. */
export interface Cell<out Value> extends Reading<Value, 'date' | 'period'> {
  /** The value of the cell; `undefined` where it is empty. @throws Misread */
  cell(line: Line, reader: Reader): unknown
}

type Plain<R> = Omit<R, typeof yields | typeof times>

/** The only maker: what a reading yields is known to the compiler alone. */
export const reading = <Value, At extends When>(plain: Plain<Reading<Value, At>>): Reading<Value, At> =>
  Object.freeze(plain) as Reading<Value, At>

/** A reading of one cell: without days it holds on all days the table tells of. */
export const cell = <Value>(
  column: string,
  read: (line: Line, reader: Reader) => unknown,
  rest: { readonly together?: Together; readonly elsewhereNone?: boolean } = {},
): Cell<Value> =>
  Object.freeze({
    columns: [column],
    column,
    by: 'day',
    together: rest.together ?? 'one',
    elsewhereNone: rest.elsewhereNone ?? false,
    concerns: () => true,
    cell: read,
    read: (line: Line, reader: Reader) => [{ value: read(line, reader) }],
  } satisfies Plain<Cell<Value>>) as unknown as Cell<Value>
