import type { AboutOf, AsksOf, Expression, Operand, Yielded } from '../expression.ts'
import type { Fact } from '../fact.ts'
import { nodeOf, nodesOf, seal } from '../seal.ts'
import type { Node, RoundingRule } from '../tree.ts'
import type { Cents, Count, Days, Months, Numeric, Ordered, Percentage, Years } from '../unit.ts'

/** What can be added and multiplied; a calendar year cannot. */
type Quantity = Cents | Count | Days | Months | Years | Percentage
/** By what it can be multiplied and divided: a number, or how many days, months or years there are. */
type Times = Count | Days | Months | Years
/** What comes of the first of some operands, and of the others: of its unit. */
type Made<First, Others> = Expression<Yielded<First>, AsksOf<First> | AsksOf<Others>, AboutOf<First> | AboutOf<Others>>

/**
 * A total of values of one unit.
 * @example
 * ```ts
 * evaluate(plus(1, 2, 3)) // => 6
 * ```
 */
export function plus<
  const First extends Operand<Numeric>,
  const Rest extends readonly Operand<Yielded<NoInfer<First>>>[],
>(first: First, ...rest: Rest): Made<First, Rest[number]> {
  return seal({ kind: 'plus', parts: nodesOf([first, ...rest]) })
}

/**
 * One value less another of its unit; may fall below zero: `highest(minus(a, b), euro(0))` does not.
 * @example
 * ```ts
 * evaluate(minus(5, 7)) // => -2
 * ```
 */
export function minus<const Left extends Operand<Numeric>, const Right extends Operand<Yielded<NoInfer<Left>>>>(
  left: Left,
  right: Right,
): Made<Left, Right> {
  return seal({ kind: 'minus', left: nodeOf(left), right: nodeOf(right) })
}

/**
 * A value, a number of times: `times(euro(50), count(children))`; or for each day, month or year there is:
 * `times(euro(20), completedMonths(start, end))`, and with `1` just their number. What has decimals is rounded before it
 * is granted.
 * @example
 * ```ts
 * evaluate(times(4, 1.5)) // => 6
 * ```
 */
export function times<const Left extends Operand<Quantity>, const By extends Operand<Times>>(
  left: Left,
  by: By,
): Made<Left, By> {
  return seal({ kind: 'times', left: nodeOf(left), by: nodeOf(by) })
}

/**
 * A value divided by a number that is provably above zero: else the policy is refused (`highest(n, 1)` proves it).
 * @example
 * ```ts
 * evaluate(dividedBy(9, 2)) // => 4.5
 * ```
 */
export function dividedBy<const Left extends Operand<Quantity>, const By extends Operand<Times>>(
  left: Left,
  by: By,
): Made<Left, By> {
  return seal({ kind: 'dividedBy', left: nodeOf(left), by: nodeOf(by) })
}

/**
 * A share of an amount: `percentOf(percent(120), minimumIncome)`. Not rounded: `round` says how.
 * @example
 * ```ts
 * evaluate(percentOf(percent(25), 10)) // => 2.5
 * ```
 */
export function percentOf<const Part extends Operand<Percentage>, const Of extends Operand<Quantity>>(
  share: Part,
  of: Of,
): Made<Of, Part> {
  return seal({ kind: 'percentOf', share: nodeOf(share), of: nodeOf(of) })
}

/** How a regulation rounds: to which step (1 is a cent, 100 a euro), and which way. */
export interface Rounding {
  readonly step: number
  readonly rule: RoundingRule
}
/** To the nearest cent, half a cent away from zero. */
export const toTheCent: Rounding = Object.freeze({ step: 1, rule: 'nearest' })
/**
 * To the cent below; of an amount below zero, away from it.
 */
export const downToTheCent: Rounding = Object.freeze({ step: 1, rule: 'down' })
/**
 * To the cent above; of an amount below zero, towards it.
 */
export const upToTheCent: Rounding = Object.freeze({ step: 1, rule: 'up' })
/** To the nearest euro, half a euro away from zero. */
export const toTheEuro: Rounding = Object.freeze({ step: 100, rule: 'nearest' })
/**
 * To the euro below.
 */
export const downToTheEuro: Rounding = Object.freeze({ step: 100, rule: 'down' })
/**
 * To the euro above.
 */
export const upToTheEuro: Rounding = Object.freeze({ step: 100, rule: 'up' })
/** Of anything but money: to the nearest whole, half away from zero. */
export const toTheWhole: Rounding = Object.freeze({ step: 1, rule: 'nearest' })
/**
 * To the whole below.
 */
export const downToTheWhole: Rounding = Object.freeze({ step: 1, rule: 'down' })
/**
 * To the whole above.
 */
export const upToTheWhole: Rounding = Object.freeze({ step: 1, rule: 'up' })

/**
 * A value, rounded as the regulation says. `up` and `down` go to the higher and the lower value, also below zero.
 * @example
 * ```ts
 * evaluate(round(percentOf(percent(12.5), 1_00), toTheCent)) // => 13
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
 * evaluate(lowest(3, 1, 2)) // => 1
 * ```
 */
export function lowest<
  const First extends Operand<Ordered>,
  const Rest extends readonly Operand<Yielded<NoInfer<First>>>[],
>(first: First, ...rest: Rest): Made<First, Rest[number]> {
  return seal({ kind: 'lowest', parts: nodesOf([first, ...rest]) })
}

/**
 * The most of these; of dates the latest. A floor: `highest(amount, euro(0))`.
 * @example
 * ```ts
 * evaluate(highest(3, 1, 2)) // => 3
 * ```
 */
export function highest<
  const First extends Operand<Ordered>,
  const Rest extends readonly Operand<Yielded<NoInfer<First>>>[],
>(first: First, ...rest: Rest): Made<First, Rest[number]> {
  return seal({ kind: 'highest', parts: nodesOf([first, ...rest]) })
}

/**
 * A value held between two others: at least `least`, at most `most`. "At least € 60 and at most € 400" is
 * `within(amount, { least: euro(60), most: euro(400) })`.
 * @example
 * ```ts
 * evaluate(within(500, { least: 60, most: 400 })) // => 400
 * ```
 */
export function within<
  const Of extends Operand<Ordered>,
  const Least extends Operand<Yielded<NoInfer<Of>>>,
  const Most extends Operand<Yielded<NoInfer<Of>>>,
>(value: Of, { least, most }: { readonly least: Least; readonly most: Most }): Made<Of, Least | Most> {
  const ceiled: Node = Object.freeze({ kind: 'lowest', parts: nodesOf([value, most]) })
  return seal({ kind: 'highest', parts: nodesOf([ceiled, least]) })
}

/**
 * What of a value lies above another; nothing where it is not above. "Half of what exceeds € 300" is
 * `percentOf(percent(50), partAbove(income, euro(300)))`.
 * @example
 * ```ts
 * evaluate(partAbove(500, 300)) // => 200
 * evaluate(partAbove(200, 300)) // => 0
 * ```
 */
export function partAbove<const Of extends Operand<Numeric>, const From extends Operand<Yielded<NoInfer<Of>>>>(
  value: Of,
  from: From,
): Made<Of, From> {
  return seal(excess(nodeOf(value), from))
}

/**
 * What of a value lies between two others: a slice. "40% of the slice to € 300, 25% of that from € 300 to € 800" is a
 * sum of two `percentOf(…, partBetween(income, …, …))`.
 * @example
 * ```ts
 * evaluate(partBetween(500, 0, 300)) // => 300
 * evaluate(partBetween(500, 300, 800)) // => 200
 * ```
 */
export function partBetween<
  const Of extends Operand<Numeric>,
  const From extends Operand<Yielded<NoInfer<Of>>>,
  const Until extends Operand<Yielded<NoInfer<Of>>>,
>(value: Of, from: From, until: Until): Made<Of, From | Until> {
  return seal(excess(Object.freeze({ kind: 'lowest', parts: nodesOf([value, until]) }), from))
}

function excess(value: Node, from: unknown): Node {
  const above: Node = Object.freeze({ kind: 'minus', left: value, right: nodeOf(from) })
  return { kind: 'highest', parts: nodesOf([above, 0]) }
}
