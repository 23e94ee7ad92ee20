import type { AboutOf, AsksOf, Expression, Operand, Yielded, Yields } from '../expression.ts'
import type { Fact } from '../fact.ts'
import type { One } from '../relation.ts'
import { nodeOf, seal } from '../seal.ts'
import type { IsoDate, Numeric, Ordered } from '../unit.ts'

type Compared<Left, Right> = Expression<boolean, AsksOf<Left> | AsksOf<Right>, AboutOf<Left> | AboutOf<Right>>

/**
 * Below the limit; the limit itself is not. Of dates: before.
 * @example
 * ```ts
 * evaluate(below(constant(2), 2)) // => false
 * ```
 */
export function below<const Left extends Operand<Ordered>, const Limit extends Operand<Yielded<NoInfer<Left>>>>(
  left: Left,
  right: Limit,
): Compared<Left, Limit> {
  return seal({ kind: 'below', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * At most the limit; the limit itself is. Of dates: on or before.
 * @example
 * ```ts
 * evaluate(atMost(constant(2), 2)) // => true
 * ```
 */
export function atMost<const Left extends Operand<Ordered>, const Limit extends Operand<Yielded<NoInfer<Left>>>>(
  left: Left,
  right: Limit,
): Compared<Left, Limit> {
  return seal({ kind: 'atMost', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * Above the limit; the limit itself is not. Of dates: after.
 * @example
 * ```ts
 * evaluate(above(constant(2), 2)) // => false
 * ```
 */
export function above<const Left extends Operand<Ordered>, const Limit extends Operand<Yielded<NoInfer<Left>>>>(
  left: Left,
  right: Limit,
): Compared<Left, Limit> {
  return seal({ kind: 'above', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * At least the limit; the limit itself is. Of dates: on or after.
 * @example
 * ```ts
 * evaluate(atLeast(constant(2), 2)) // => true
 * ```
 */
export function atLeast<const Left extends Operand<Ordered>, const Limit extends Operand<Yielded<NoInfer<Left>>>>(
  left: Left,
  right: Limit,
): Compared<Left, Limit> {
  return seal({ kind: 'atLeast', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * Equal: numbers of one unit, dates, texts, or the same subject. An absent value equals nothing.
 * @example
 * ```ts
 * evaluate(is(constant('M1'), 'N1')) // => false
 * ```
 */
export function is<A extends Fact, About extends string, const Other extends Yields<One<string>>>(
  left: Expression<One<string> | null, A, About>,
  right: Other,
): Expression<boolean, A | AsksOf<Other>, About | AboutOf<Other>>
export function is<
  const Left extends Operand<boolean | Numeric | string | null>,
  const Other extends Operand<NonNullable<Yielded<NoInfer<Left>>>>,
>(left: Left, right: Other): Compared<Left, Other>
export function is(left: unknown, right: unknown): Expression<boolean> {
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
export function oneOf<const Left extends Operand<string | null>, const Among extends Texts>(
  left: Left,
  among: Among,
): Compared<Left, Among> {
  return seal({ kind: 'oneOf', left: nodeOf(left), among: nodeOf(among) })
}

/**
 * A list of texts has a text: `includes(mentions, 'aG')`. An absent list has none.
 * @example
 * ```ts
 * evaluate(includes(constant(['G', 'aG']), 'aG')) // => true
 * ```
 */
export function includes<const Among extends Yields<readonly string[] | null>, const Text extends Operand<string>>(
  among: Among,
  text: Text,
): Compared<Among, Text> {
  return seal({ kind: 'oneOf', left: nodeOf(text), among: nodeOf(among) })
}

/**
 * Before a date: the day itself is not. The same as `below`, of dates.
 * @example
 * ```ts
 * evaluate(before('2026-01-01', '2026-01-01')) // => false
 * ```
 */
export function before<const Left extends Operand<IsoDate>, const Limit extends Operand<IsoDate>>(
  left: Left,
  right: Limit,
): Compared<Left, Limit> {
  return seal({ kind: 'below', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * On a date or before it. The same as `atMost`, of dates.
 * @example
 * ```ts
 * evaluate(onOrBefore('2026-01-01', '2026-01-01')) // => true
 * ```
 */
export function onOrBefore<const Left extends Operand<IsoDate>, const Limit extends Operand<IsoDate>>(
  left: Left,
  right: Limit,
): Compared<Left, Limit> {
  return seal({ kind: 'atMost', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * After a date: the day itself is not. The same as `above`, of dates.
 * @example
 * ```ts
 * evaluate(after('2026-01-01', '2026-01-01')) // => false
 * ```
 */
export function after<const Left extends Operand<IsoDate>, const Limit extends Operand<IsoDate>>(
  left: Left,
  right: Limit,
): Compared<Left, Limit> {
  return seal({ kind: 'above', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * On a date or after it. The same as `atLeast`, of dates.
 * @example
 * ```ts
 * evaluate(onOrAfter('2026-01-01', '2026-01-01')) // => true
 * ```
 */
export function onOrAfter<const Left extends Operand<IsoDate>, const Limit extends Operand<IsoDate>>(
  left: Left,
  right: Limit,
): Compared<Left, Limit> {
  return seal({ kind: 'atLeast', left: nodeOf(left), right: nodeOf(right) })
}
