import type { AboutOf, AsksOf, Expression, One, Operand, Yields } from '../expression.ts'
import type { Fact } from '../fact.ts'
import { nodeOf, seal } from '../seal.ts'
import type { IsoDate, Numeric, Ordered } from '../unit.ts'

type Compared<A extends Fact, About extends string, Limit> = Expression<boolean, A | AsksOf<Limit>, About | AboutOf<Limit>>

/**
 * Below the limit; the limit itself is not. Of dates: before.
 * @example
 * ```ts
 * evaluate(below(constant(2), 2)) // => false
 * ```
 */
export function below<Value extends Ordered, A extends Fact, About extends string, const Limit extends Operand<NoInfer<Value>>>(
  left: Expression<Value, A, About>,
  right: Limit,
): Compared<A, About, Limit> {
  return seal({ kind: 'below', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * At most the limit; the limit itself is. Of dates: on or before.
 * @example
 * ```ts
 * evaluate(atMost(constant(2), 2)) // => true
 * ```
 */
export function atMost<Value extends Ordered, A extends Fact, About extends string, const Limit extends Operand<NoInfer<Value>>>(
  left: Expression<Value, A, About>,
  right: Limit,
): Compared<A, About, Limit> {
  return seal({ kind: 'atMost', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * Above the limit; the limit itself is not. Of dates: after.
 * @example
 * ```ts
 * evaluate(above(constant(2), 2)) // => false
 * ```
 */
export function above<Value extends Ordered, A extends Fact, About extends string, const Limit extends Operand<NoInfer<Value>>>(
  left: Expression<Value, A, About>,
  right: Limit,
): Compared<A, About, Limit> {
  return seal({ kind: 'above', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * At least the limit; the limit itself is. Of dates: on or after.
 * @example
 * ```ts
 * evaluate(atLeast(constant(2), 2)) // => true
 * ```
 */
export function atLeast<Value extends Ordered, A extends Fact, About extends string, const Limit extends Operand<NoInfer<Value>>>(
  left: Expression<Value, A, About>,
  right: Limit,
): Compared<A, About, Limit> {
  return seal({ kind: 'atLeast', left: nodeOf(left), right: nodeOf(right) })
}

type Comparable = boolean | Numeric | string | One<string> | null

/**
 * Equal: numbers of one unit, dates, texts, or the same subject. An absent value equals nothing.
 * @example
 * ```ts
 * evaluate(is(constant('M1'), 'N1')) // => false
 * ```
 */
export function is<Value extends Comparable, A extends Fact, About extends string, const Other extends Operand<NoInfer<NonNullable<Value>>>>(
  left: Expression<Value, A, About>,
  right: Other,
): Compared<A, About, Other> {
  return seal({ kind: 'is', left: nodeOf(left), right: nodeOf(right) })
}

type Texts = readonly string[] | Yields<readonly string[]>

/**
 * A text is one of a list: written here, or a parameter's. An absent text is none of them.
 * @example
 * ```ts
 * evaluate(oneOf(constant('9000'), ['9000', '9030'])) // => true
 * ```
 */
export function oneOf<Value extends string | null, A extends Fact, About extends string, const Among extends Texts>(
  left: Expression<Value, A, About>,
  among: Among,
): Compared<A, About, Among> {
  return seal({ kind: 'oneOf', left: nodeOf(left), among: nodeOf(among) })
}

/**
 * A list of texts has a text: `includes(mentions, 'aG')`. An absent list has none.
 * @example
 * ```ts
 * evaluate(includes(constant(['G', 'aG']), 'aG')) // => true
 * ```
 */
export function includes<A extends Fact, About extends string, const Text extends Operand<string>>(
  among: Expression<readonly string[] | null, A, About>,
  text: Text,
): Compared<A, About, Text> {
  return seal({ kind: 'oneOf', left: nodeOf(text), among: nodeOf(among) })
}

/** Before a date: the day itself is not. The same as `below`, of dates. */
export function before<A extends Fact, About extends string, const Limit extends Operand<IsoDate>>(
  left: Expression<IsoDate, A, About>,
  right: Limit,
): Compared<A, About, Limit> {
  return seal({ kind: 'below', left: nodeOf(left), right: nodeOf(right) })
}

/** On a date or before it. The same as `atMost`, of dates. */
export function onOrBefore<A extends Fact, About extends string, const Limit extends Operand<IsoDate>>(
  left: Expression<IsoDate, A, About>,
  right: Limit,
): Compared<A, About, Limit> {
  return seal({ kind: 'atMost', left: nodeOf(left), right: nodeOf(right) })
}

/** After a date: the day itself is not. The same as `above`, of dates. */
export function after<A extends Fact, About extends string, const Limit extends Operand<IsoDate>>(
  left: Expression<IsoDate, A, About>,
  right: Limit,
): Compared<A, About, Limit> {
  return seal({ kind: 'above', left: nodeOf(left), right: nodeOf(right) })
}

/** On a date or after it. The same as `atLeast`, of dates. */
export function onOrAfter<A extends Fact, About extends string, const Limit extends Operand<IsoDate>>(
  left: Expression<IsoDate, A, About>,
  right: Limit,
): Compared<A, About, Limit> {
  return seal({ kind: 'atLeast', left: nodeOf(left), right: nodeOf(right) })
}

