import type { AboutOf, AsksOf, Expression, Operand, Yields } from '../expression.ts'
import type { Label } from '../label.ts'
import { nodeOf, nodesOf, seal } from '../seal.ts'
import type { Cents, Count, Percentage } from '../unit.ts'

declare const granted: unique symbol
/** What is granted, as the value of an expression. */
export interface Granted {
  readonly [granted]: true
}

/**
 * An amount in euro cents. Whole: an amount that may have fractions of a cent is refused until `round` says how.
 * Of zero or less nothing is granted, and who is granted nothing is not eligible.
 * @example
 * ```ts
 * const gift = policy({ name: 'gift', about: 'person', grounds: [ground('art. 1', yes)], benefit: money(euro(50)), period: calendarYear })
 * decide(gift, {}, '2026-03-10') // => { benefit: { kind: 'money', amount: 50_00 }, … }
 * ```
 */
export function money<const Amount extends Operand<Cents>>(
  amount: Amount,
): Expression<Granted, AsksOf<Amount>, AboutOf<Amount>> {
  return seal({ kind: 'money', amount: nodeOf(amount) })
}

/**
 * A part of a price, in hundredths: `share(percent(80), { nl: 'maaltijden', en: 'meals' })`. Of zero or less nothing is granted.
 * @example
 * ```ts
 * const gift = policy({ name: 'gift', about: 'person', grounds: [ground('art. 1', yes)], benefit: share(percent(80), { nl: 'maaltijden', en: 'meals' }), period: calendarYear })
 * decide(gift, {}, '2026-03-10') // => { benefit: { kind: 'share', amount: 80 }, … }
 * ```
 */
export function share<const Part extends Operand<Percentage>>(
  part: Part,
  of: Label,
): Expression<Granted, AsksOf<Part>, AboutOf<Part>> {
  return seal({ kind: 'share', share: nodeOf(part), of })
}

/**
 * A number of things: `inKind(2, { nl: 'rollen huisvuilzakken', en: 'rolls of waste bags' })`. Of none nothing is granted.
 * @example
 * ```ts
 * const bags = { nl: 'rollen zakken', en: 'rolls of bags' }
 * const gift = policy({ name: 'gift', about: 'person', grounds: [ground('art. 1', yes)], benefit: inKind(2, bags), period: calendarYear })
 * decide(gift, {}, '2026-03-10') // => { benefit: { kind: 'inKind', amount: 2, what: bags }, … }
 * ```
 */
export function inKind<const Number extends Operand<Count>>(
  count: Number,
  what: Label,
): Expression<Granted, AsksOf<Number>, AboutOf<Number>> {
  return seal({ kind: 'inKind', count: nodeOf(count), what })
}

/**
 * A status or a right without an amount: a reduced rate, a registration.
 * @example
 * ```ts
 * const gift = policy({ name: 'gift', about: 'person', grounds: [ground('art. 1', yes)], benefit: status({ nl: 'kansenpas', en: 'opportunity pass' }), period: calendarYear })
 * decide(gift, {}, '2026-03-10') // => { benefit: { kind: 'status' }, … }
 * ```
 */
export function status(what: Label): Expression<Granted> {
  return seal({ kind: 'status', what })
}

/**
 * All of these together; granted where at least one of them is more than nothing.
 * @example
 * ```ts
 * const bags = { nl: 'rollen zakken', en: 'rolls of bags' }
 * const gift = policy({ name: 'gift', about: 'person', grounds: [ground('art. 1', yes)], benefit: composite(money(euro(50)), inKind(2, bags)), period: calendarYear })
 * decide(gift, {}, '2026-03-10') // => { benefit: { kind: 'composite', parts: [{ amount: 50_00 }, { amount: 2 }] }, … }
 * ```
 */
export function composite<const Parts extends readonly Yields<Granted>[]>(
  ...parts: Parts
): Expression<Granted, AsksOf<Parts[number]>, AboutOf<Parts[number]>> {
  return seal({ kind: 'composite', parts: nodesOf(parts) })
}

/**
 * One of these, as the recipient chooses.
 * @example
 * ```ts
 * const bags = { nl: 'rollen zakken', en: 'rolls of bags' }
 * const gift = policy({ name: 'gift', about: 'person', grounds: [ground('art. 1', yes)], benefit: alternative(money(euro(50)), inKind(2, bags)), period: calendarYear })
 * decide(gift, {}, '2026-03-10') // => { benefit: { kind: 'alternative', parts: [{ amount: 50_00 }, { amount: 2 }] }, … }
 * ```
 */
export function alternative<const Parts extends readonly Yields<Granted>[]>(
  ...parts: Parts
): Expression<Granted, AsksOf<Parts[number]>, AboutOf<Parts[number]>> {
  return seal({ kind: 'alternative', parts: nodesOf(parts) })
}

/**
 * Nothing: the end of a choice in which the rest is granted nothing.
 * @example
 * ```ts
 * const gift = policy({ name: 'gift', about: 'person', grounds: [ground('art. 1', yes)], benefit: when(no, money(euro(50))).otherwise(nothing), period: calendarYear })
 * decide(gift, {}, '2026-03-10') // => { outcome: 'not eligible' }
 * ```
 */
export const nothing: Expression<Granted> = seal({ kind: 'nothing' })
