import type { One, Those } from './relation.ts'
import type { Cents, Count, Days, IsoDate, Months, Percentage, Period, Year, Years } from './unit.ts'

/** The units a number can have; `count` is a bare number. */
export type Unit = 'money' | 'count' | 'days' | 'months' | 'years' | 'year' | 'percentage'

/** What a value looks like, as data. `least` and `most` are what an unknown value is at least known to be between. */
export type ValueType =
  | { readonly type: 'truth' }
  | NumberType
  | { readonly type: 'date' }
  | { readonly type: 'text'; readonly among?: readonly string[] }
  | { readonly type: 'texts'; readonly among?: readonly string[] }
  | { readonly type: 'period' }
  | { readonly type: 'one'; readonly to: string }
  | { readonly type: 'those'; readonly to: string; readonly least?: number; readonly most?: number }

export interface NumberType<U extends Unit = Unit> {
  readonly type: U
  readonly least?: number
  readonly most?: number
  /** A number is whole (cents, persons, days) unless it says that it may have decimals. */
  readonly decimals?: true
}

/** A table of a regulation, as the value of a parameter. */
export type TableType =
  | { readonly type: 'brackets'; readonly by: NumberType | { readonly type: 'date' }; readonly gives: ScalarType }
  /** `among` promises a row for each of these texts, in every version. */
  | { readonly type: 'keyed'; readonly among?: readonly string[]; readonly gives: ScalarType }
export type ScalarType = NumberType | { readonly type: 'truth' } | { readonly type: 'date' } | { readonly type: 'text' }

declare const row: unique symbol
declare const among: unique symbol
/** A step table: for each value of `By` the one row in which it falls. */
export interface Brackets<in out By, out Gives> {
  readonly [row]: readonly [(by: By) => By, Gives]
}
/** A table by text; it has a row for each text of `Among`, where that is known. */
export interface Keyed<out Gives, out Among extends string = string> {
  readonly [row]: Gives
  readonly [among]: Among
}

/** The type of a value that is described by `T`. */
export type Described<T> = T extends { readonly type: 'truth' }
  ? boolean
  : T extends { readonly type: 'money' }
    ? Cents
    : T extends { readonly type: 'count' }
      ? Count
      : T extends { readonly type: 'days' }
        ? Days
        : T extends { readonly type: 'months' }
          ? Months
          : T extends { readonly type: 'years' }
            ? Years
            : T extends { readonly type: 'year' }
              ? Year
              : T extends { readonly type: 'percentage' }
                ? Percentage
                : T extends { readonly type: 'date' }
                  ? IsoDate
                  : T extends { readonly type: 'text'; readonly among: readonly (infer Text)[] }
                    ? Text
                    : T extends { readonly type: 'text' }
                      ? string
                      : T extends { readonly type: 'texts' }
                        ? readonly string[]
                        : T extends { readonly type: 'period' }
                          ? Period
                          : T extends { readonly type: 'one'; readonly to: infer To extends string }
                            ? One<To>
                            : T extends { readonly type: 'those'; readonly to: infer To extends string }
                              ? Those<To>
                              : T extends {
                                    readonly type: 'brackets'
                                    readonly by: infer By
                                    readonly gives: infer Gives
                                  }
                                ? Brackets<Described<By>, Described<Gives>>
                                : T extends {
                                      readonly type: 'keyed'
                                      readonly among: readonly (infer Among extends string)[]
                                      readonly gives: infer Gives
                                    }
                                  ? Keyed<Described<Gives>, Among>
                                  : T extends { readonly type: 'keyed'; readonly gives: infer Gives }
                                    ? Keyed<Described<Gives>>
                                    : never

/** The description that a fact of value `V` needs. */
export type ValueTypeOf<V> = [V] extends [boolean]
  ? { readonly type: 'truth' }
  : [V] extends [Cents]
    ? NumberType<'money'>
    : [V] extends [Days]
      ? NumberType<'days'>
      : [V] extends [Months]
        ? NumberType<'months'>
        : [V] extends [Years]
          ? NumberType<'years'>
          : [V] extends [Year]
            ? NumberType<'year'>
            : [V] extends [Percentage]
              ? NumberType<'percentage'>
              : [V] extends [number]
                ? NumberType<'count'>
                : [V] extends [IsoDate]
                  ? { readonly type: 'date' }
                  : [V] extends [string]
                    ? { readonly type: 'text'; readonly among?: readonly V[] }
                    : [V] extends [readonly string[]]
                      ? { readonly type: 'texts'; readonly among?: readonly string[] }
                      : [V] extends [Period]
                        ? { readonly type: 'period' }
                        : [V] extends [One<infer To>]
                          ? { readonly type: 'one'; readonly to: To }
                          : [V] extends [Those<infer To>]
                            ? {
                                readonly type: 'those'
                                readonly to: To
                                readonly least?: number
                                readonly most?: number
                              }
                            : ValueType
