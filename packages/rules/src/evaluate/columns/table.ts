import type { Fact, FactValue, FactWhen } from '../../fact.ts'
import type { One, Those } from '../../relation.ts'
import type { SituationOf } from '../../situation.ts'
import type { IsoDate, Numeric, Period } from '../../unit.ts'
import type { Subject } from '../frame.ts'

/** Yes or no of every row: 0 no, 3 yes, 1 not known. In bits: whether it may be so, and whether it certainly is. */
export type TruthColumn = Int8Array
export const NO = 0
export const UNKNOWN = 1
export const YES = 3

/** Numbers; not known is `NaN`, in whole numbers `UNKNOWN_NUMBER`. */
export type NumberColumn = Float64Array | Int32Array
export const UNKNOWN_NUMBER = -(2 ** 31)

/** Dates as whole numbers, 2026-01-31 as 20260131; not known is 0, and there is none -1. */
export type DateColumn = Int32Array
export const UNKNOWN_DATE = 0
export const NO_DATE = -1
/** The day of what has no end. */
export const ENDLESS_DATE = 9999_12_31

/** Texts by their place in `texts`, from 1; not known is 0, and there is none -1. */
export interface TextColumn {
  readonly codes: Int32Array
  readonly texts: readonly string[]
}

/** Half-open periods; `from` says whether it is known and whether there is one. */
export interface PeriodColumn {
  readonly from: DateColumn
  readonly until: DateColumn
}

/**
 * Subjects as rows of another table that follow each other. Where all lists follow each other too, those of a row run
 * from `offsets[row]` up to `offsets[row + 1]`; else from `from[row]`, -1 where they are not known, up to `until[row]`.
 */
export type ThoseColumn<Of = Table> =
  | { readonly offsets: Int32Array; readonly among: Of }
  | { readonly from: Int32Array; readonly until: Int32Array; readonly among: Of }

/** The names of the lists that lead from a row to others: none for the policy's own subjects. */
export type Path = readonly string[]

/** What a situation tells of every row, as it stands there: lists of texts, single relations, timelines. */
export type ToldColumn<Told = unknown> = readonly Told[]

/** Values of rows that a column has no form for (a timeline, a range): there it says not known, and here what is told. */
export type Odd = ReadonlyMap<number, unknown>

export type Column =
  | TruthColumn
  | NumberColumn
  | TextColumn
  | PeriodColumn
  | ThoseColumn
  | ToldColumn
  | { readonly [year: number]: Column }

/** Facts about subjects of one kind, a row for each. A fact that is left out is not known of anybody. */
export interface Table {
  readonly length: number
  readonly facts: { readonly [fact: string]: Column | undefined }
  readonly odd?: { readonly [fact: string]: Odd | undefined } | undefined
  /** The rows as situations, where a policy asks who is who: they then say all that is known. */
  readonly situations?: readonly Subject[] | undefined
}

type ColumnOf<Asks extends Fact, Value> = [Value] extends [boolean]
  ? TruthColumn
  : [Value] extends [IsoDate]
    ? DateColumn
    : [Value] extends [Numeric]
      ? NumberColumn
      : [Value] extends [string]
        ? TextColumn
        : [Value] extends [Period]
          ? PeriodColumn
          : [Value] extends [Those<infer To>]
            ? ThoseColumn<TableOf<Asks, To>>
            : [Value] extends [One<infer To>]
              ? ToldColumn<object | null | undefined> & { readonly to?: To }
              : ToldColumn

type Concerning<Asks extends Fact, Subject extends string> = Asks extends Fact
  ? Subject extends Asks['about']
    ? Asks
    : never
  : never

type TimedColumn<Asks extends Fact, F extends Fact> =
  'year' extends FactWhen<F>
    ? { readonly [year: number]: ColumnOf<Asks, NonNullable<FactValue<F>>> }
    : ColumnOf<Asks, NonNullable<FactValue<F>>>

/** The columns that can be told of a kind of subject: the facts a policy asks, by name. */
export interface TableOf<Asks extends Fact, Subject extends string> {
  readonly length: number
  readonly facts: {
    readonly [F in Concerning<Asks, Subject> as F['name']]?: TimedColumn<Asks, F> | ToldColumn | undefined
  }
  readonly odd?: { readonly [fact: string]: Odd | undefined } | undefined
  readonly situations?: readonly SituationOf<Asks, Subject>[] | undefined
}

/** Whether a fact is told by year: a column for each. */
export const isByYear = (fact: Fact, column: Column): boolean => fact.when.includes('year') && !Array.isArray(column)

/** Where the members of a row start and end; they start below 0 where they are not known. */
export function rowsIn(column: ThoseColumn, row: number): readonly [number, number] {
  return 'offsets' in column
    ? [column.offsets[row] as number, column.offsets[row + 1] as number]
    : [column.from[row] as number, column.until[row] as number]
}
