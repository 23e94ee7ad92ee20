import type { RoundingRule } from './tree.ts'

/** What is known of a number: it lies between these, both included. */
export interface Range {
  readonly least: number
  readonly most: number
}

const MILLIONTHS = 1e6
/** Beyond this a double has no millionths left to mend. */
const MENDABLE = 2 ** 53 / MILLIONTHS

/**
 * A result to the millionth. Decimal shares and weights have no exact double: 1.1 × 100 gives 110.00000000000001,
 * which would lie above a ceiling of 110. What a regulation writes down never needs more than a millionth of a cent.
 */
export function exact(value: number): number {
  // Whole numbers of 32 bits are by far the most frequent.
  if ((value | 0) === value) return value + 0
  // Plus zero: minus zero is zero.
  if (Number.isInteger(value) || value > MENDABLE || value < -MENDABLE) return value + 0
  return Math.round(value * MILLIONTHS) / MILLIONTHS + 0
}

// What has no limit, less what has none, may be anything: a sum of bounds is then no bound at all.
export const exactLeast = (value: number): number => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : exact(value))
export const exactMost = (value: number): number => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : exact(value))

/** Zero times "no limit" is zero: nobody has infinitely much of anything. */
export const multiplied = (a: number, b: number) => (a === 0 || b === 0 ? 0 : exact(a * b))

export function product(a: Range, b: Range): Range {
  const corners = [
    multiplied(a.least, b.least),
    multiplied(a.least, b.most),
    multiplied(a.most, b.least),
    multiplied(a.most, b.most),
  ]
  return { least: Math.min(...corners), most: Math.max(...corners) }
}

/** By a divisor above zero; where a situation tells another one against the promise of its fact, by anything. */
export function quotient(a: Range, b: Range): Range {
  if (!(b.least > 0)) return { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }
  const corners = [
    divided(a.least, b.least),
    divided(a.least, b.most),
    divided(a.most, b.least),
    divided(a.most, b.most),
  ]
  return { least: Math.min(...corners), most: Math.max(...corners) }
}

/** Something without limit, shared by an unlimited number: anything from nothing on. */
const divided = (a: number, b: number) => (b === Number.POSITIVE_INFINITY ? 0 : exact(a / b))

export function rounded(value: number, rule: RoundingRule, step: number): number {
  if (!Number.isFinite(value)) return value
  const steps = exact(value / step)
  return exact(inSteps(steps, rule) * step)
}

function inSteps(steps: number, rule: RoundingRule): number {
  if (rule === 'up') return Math.ceil(steps)
  if (rule === 'down') return Math.floor(steps)
  const below = Math.floor(steps)
  const rest = exact(steps - below)
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1
  if (rule === 'nearestEven') return below % 2 === 0 ? below : below + 1
  return steps < 0 ? below : below + 1
}
