import type { AboutOf, AsksOf, Expression, Operand } from '../expression.ts'
import type { Fact } from '../fact.ts'
import { nodeOf, nodesOf, seal } from '../seal.ts'
import type { RoundingRule } from '../tree.ts'
import type { Cents, Count, Days, Months, Numeric, Ordered, Percentage, Years } from '../unit.ts'

/** What can be added and multiplied; a calendar year cannot. */
type Quantity = Cents | Count | Days | Months | Years | Percentage

/**
 * A total of values of one unit.
 * @example
 * ```ts
 * evaluate(plus(constant(1), 2, 3)) // => 6
 * ```
 */
export function plus<Value extends Numeric, A extends Fact, About extends string, const Rest extends readonly Operand<NoInfer<Value>>[]>(
  first: Expression<Value, A, About>,
  ...rest: Rest
): Expression<Value, A | AsksOf<Rest[number]>, About | AboutOf<Rest[number]>> {
  return seal({ kind: 'plus', parts: nodesOf([first, ...rest]) })
}

/**
 * One value less another of its unit; may fall below zero: `highest(minus(a, b), euro(0))` does not.
 * @example
 * ```ts
 * evaluate(minus(constant(5), 7)) // => -2
 * ```
 */
export function minus<Value extends Numeric, A extends Fact, About extends string, const Right extends Operand<NoInfer<Value>>>(
  left: Expression<Value, A, About>,
  right: Right,
): Expression<Value, A | AsksOf<Right>, About | AboutOf<Right>> {
  return seal({ kind: 'minus', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * A value, a number of times. The number may have decimals: then say how an amount is rounded before it is granted.
 * @example
 * ```ts
 * evaluate(times(constant(4), 1.5)) // => 6
 * ```
 */
export function times<Value extends Quantity, A extends Fact, About extends string, const By extends Operand<Count>>(
  left: Expression<Value, A, About>,
  by: By,
): Expression<Value, A | AsksOf<By>, About | AboutOf<By>> {
  return seal({ kind: 'times', left: nodeOf(left), by: nodeOf(by) })
}

/**
 * A value divided by a number that is provably above zero: else the policy is refused (`highest(n, 1)` proves it).
 * @example
 * ```ts
 * evaluate(dividedBy(constant(9), 2)) // => 4.5
 * ```
 */
export function dividedBy<Value extends Quantity, A extends Fact, About extends string, const By extends Operand<Count>>(
  left: Expression<Value, A, About>,
  by: By,
): Expression<Value, A | AsksOf<By>, About | AboutOf<By>> {
  return seal({ kind: 'dividedBy', left: nodeOf(left), by: nodeOf(by) })
}

/**
 * A share of an amount: `percentOf(percent(120), minimumIncome)`. Not rounded: `round` says how.
 * @example
 * ```ts
 * evaluate(percentOf(percent(25), constant(10))) // => 2.5
 * ```
 */
export function percentOf<const Part extends Operand<Percentage>, Value extends Quantity, A extends Fact, About extends string>(
  share: Part,
  of: Expression<Value, A, About>,
): Expression<Value, A | AsksOf<Part>, About | AboutOf<Part>> {
  return seal({ kind: 'percentOf', share: nodeOf(share), of: nodeOf(of) })
}

/** How a regulation rounds: to which step (1 is a cent, 100 a euro), and which way. */
export interface Rounding {
  readonly step: number
  readonly rule: RoundingRule
}
/** To the nearest cent, half a cent away from zero. */
export const toTheCent: Rounding = Object.freeze({ step: 1, rule: 'nearest' })
export const downToTheCent: Rounding = Object.freeze({ step: 1, rule: 'down' })
export const upToTheCent: Rounding = Object.freeze({ step: 1, rule: 'up' })
/** To the nearest euro, half a euro away from zero. */
export const toTheEuro: Rounding = Object.freeze({ step: 100, rule: 'nearest' })
export const downToTheEuro: Rounding = Object.freeze({ step: 100, rule: 'down' })
export const upToTheEuro: Rounding = Object.freeze({ step: 100, rule: 'up' })
/** Of anything but money: to the nearest whole, half away from zero. */
export const toTheWhole: Rounding = Object.freeze({ step: 1, rule: 'nearest' })
export const downToTheWhole: Rounding = Object.freeze({ step: 1, rule: 'down' })
export const upToTheWhole: Rounding = Object.freeze({ step: 1, rule: 'up' })

/**
 * A value, rounded as the regulation says. `up` and `down` go to the higher and the lower value, also below zero.
 * @example
 * ```ts
 * evaluate(round(percentOf(percent(12.5), constant(1_00)), toTheCent)) // => 13
 * ```
 */
export function round<Value extends Numeric, A extends Fact, About extends string>(
  part: Expression<Value, A, About>,
  { rule, step }: Rounding,
): Expression<Value, A, About> {
  return seal({ kind: 'round', part: nodeOf(part), rule, step })
}

/**
 * The least of these; of dates the earliest. A ceiling: `lowest(amount, euro(100))`.
 * @example
 * ```ts
 * evaluate(lowest(constant(3), 1, 2)) // => 1
 * ```
 */
export function lowest<Value extends Ordered, A extends Fact, About extends string, const Rest extends readonly Operand<NoInfer<Value>>[]>(
  first: Expression<Value, A, About>,
  ...rest: Rest
): Expression<Value, A | AsksOf<Rest[number]>, About | AboutOf<Rest[number]>> {
  return seal({ kind: 'lowest', parts: nodesOf([first, ...rest]) })
}

/**
 * The most of these; of dates the latest. A floor: `highest(amount, euro(0))`.
 * @example
 * ```ts
 * evaluate(highest(constant(3), 1, 2)) // => 3
 * ```
 */
export function highest<Value extends Ordered, A extends Fact, About extends string, const Rest extends readonly Operand<NoInfer<Value>>[]>(
  first: Expression<Value, A, About>,
  ...rest: Rest
): Expression<Value, A | AsksOf<Rest[number]>, About | AboutOf<Rest[number]>> {
  return seal({ kind: 'highest', parts: nodesOf([first, ...rest]) })
}
