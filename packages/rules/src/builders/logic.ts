import type { AboutOf, AsksOf, Criterion, Expression } from '../expression.ts'
import { nodeOf, nodesOf, seal } from '../seal.ts'
import type { Count } from '../unit.ts'

/**
 * All of these hold. One no settles it; else one unknown keeps it unknown. Of nothing at all: yes.
 * @example
 * ```ts
 * evaluate(all(yes, no)) // => false
 * ```
 */
export function all<const Parts extends readonly Criterion[]>(
  ...parts: Parts
): Expression<boolean, AsksOf<Parts[number]>, AboutOf<Parts[number]>> {
  return seal({ kind: 'all', parts: nodesOf(parts) })
}

/**
 * At least one of these holds. One yes settles it; else one unknown keeps it unknown. Of nothing at all: no.
 * @example
 * ```ts
 * evaluate(any(no, yes)) // => true
 * ```
 */
export function any<const Parts extends readonly Criterion[]>(
  ...parts: Parts
): Expression<boolean, AsksOf<Parts[number]>, AboutOf<Parts[number]>> {
  return seal({ kind: 'any', parts: nodesOf(parts) })
}

/**
 * This does not hold. Of an unknown: unknown.
 * @example
 * ```ts
 * evaluate(not(no)) // => true
 * ```
 */
export function not<const Part extends Criterion>(part: Part): Expression<boolean, AsksOf<Part>, AboutOf<Part>> {
  return seal({ kind: 'not', part: nodeOf(part) })
}

/**
 * How many of these hold: "at least two of the following" is `atLeast(howMany(a, b, c), 2)`.
 * @example
 * ```ts
 * evaluate(howMany(yes, no, yes)) // => 2
 * ```
 */
export function howMany<const Parts extends readonly Criterion[]>(
  ...parts: Parts
): Expression<Count, AsksOf<Parts[number]>, AboutOf<Parts[number]>> {
  return seal({ kind: 'howMany', parts: nodesOf(parts) })
}
