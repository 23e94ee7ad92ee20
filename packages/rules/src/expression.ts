import type { Fact, FactValue } from './fact.ts'
import type { Kind } from './tree.ts'
import type { Cents, Count, Days, IsoDate, Months, Percentage, Year, Years } from './unit.ts'

declare const value: unique symbol
declare const asks: unique symbol
declare const about: unique symbol

/**
 * What a policy author holds: a question about somebody, at some time.
 * `Value` is what it yields, `Asks` the facts below it, `About` the kind of subject it is about: `never` where it is
 * about nobody (a parameter, a date). The symbols exist for the compiler alone.
 */
export interface Expression<out Value = unknown, out Asks extends Fact = never, out About extends string = never> {
  readonly kind: Kind
  readonly [value]: Value
  readonly [asks]: Asks
  readonly [about]: About
}

/** An expression of which only the value matters. */
export type Yields<Value> = Expression<Value, Fact, string>
/** A question that is answered by yes, no or unknown. */
export type Criterion = Yields<boolean>
/** Where a word takes a value, it takes an expression too. */
export type Operand<Value> = Value | Yields<Value>

export type ValueOf<E> = E extends Expression<infer Value, Fact, string> ? Value : E
export type AsksOf<E> = E extends Expression<unknown, infer Asks, string> ? Asks : never
export type AboutOf<E> = E extends Expression<unknown, Fact, infer About> ? About : never

/** A constant as wide as its unit: `true` is a boolean, `'9000'` a text, `3` a count. */
export type Widen<V> = V extends boolean
  ? boolean
  : V extends IsoDate
    ? IsoDate
    : V extends string
      ? string
      : V extends Cents
        ? Cents
        : V extends Days
          ? Days
          : V extends Months
            ? Months
            : V extends Years
              ? Years
              : V extends Year
                ? Year
                : V extends Percentage
                  ? Percentage
                  : V extends number
                    ? Count
                    : V

/** What an operand yields, constant or expression. */
export type Yielded<O> = O extends Expression<infer Value, Fact, string> ? Value : Widen<O>

/** A fact that can be asked on a date stands in a rule by its name alone. */
export type Stands<F extends Fact> = F & Expression<FactValue<F>, F, F['about']>
