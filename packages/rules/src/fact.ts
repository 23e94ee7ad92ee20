import type { Label } from './label.ts'
import type { ValueType, ValueTypeOf } from './value-type.ts'

declare const factValue: unique symbol
declare const factWhen: unique symbol

/** The times at which a source can answer a fact: on a date, over a period, for a calendar year. */
export type When = 'date' | 'period' | 'year'

/**
 * One thing a source can say about a subject. A fact is a named interface, one line beside its constant; the union of
 * these names *is* what a policy asks:
 * ```ts no-run: the constant that goes with it is in the docstring of `fact`
 * export interface LivingWage extends Fact<'social-security', 'livingWage', 'person', boolean, 'date' | 'period'> {}
 * ```
 */
export interface Fact<
  Source extends string = string,
  Name extends string = string,
  About extends string = string,
  Value = unknown,
  At extends When = When,
> {
  readonly kind: 'fact'
  readonly source: Source
  readonly name: Name
  readonly about: About
  /** What a value of it looks like, as data. */
  readonly value: ValueType
  readonly when: readonly When[]
  /** Whether "there is none" is an answer; it is told as `null`. */
  readonly optional?: true
  readonly label?: Label
  readonly [factValue]: Value
  readonly [factWhen]: At
}

export type FactValue<F extends Fact> = F[typeof factValue]
export type FactWhen<F extends Fact> = F[typeof factWhen]

/** What the author of a fact writes. */
export type FactDefinition<F extends Fact> = {
  readonly source: F['source']
  readonly name: F['name']
  readonly about: F['about']
  /** What a value looks like; `least` and `most` are what an unknown one is at least known to lie between. */
  readonly value: ValueTypeOf<NonNullable<FactValue<F>>>
  readonly when: readonly FactWhen<F>[]
  readonly label?: Label
} & (null extends FactValue<F> ? { readonly optional: true } : { readonly optional?: never })
