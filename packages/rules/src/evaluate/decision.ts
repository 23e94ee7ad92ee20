import type { Label } from '../label.ts'
import type { Range } from '../number.ts'
import type { Subject } from './frame.ts'

/** A number that is settled, or what it lies between, both included. */
export type Amount = number | Range

/** What is granted. Amounts of money in euro cents, shares in hundredths. */
export type Given =
  | { readonly kind: 'money'; readonly amount: Amount }
  | { readonly kind: 'share'; readonly amount: Amount; readonly of: Label }
  | { readonly kind: 'inKind'; readonly amount: Amount; readonly what: Label }
  | { readonly kind: 'status'; readonly what: Label }
  | { readonly kind: 'composite'; readonly parts: readonly Given[] }
  | { readonly kind: 'alternative'; readonly parts: readonly Given[] }
  | { readonly kind: 'nothing' }
  /** One of these, and the facts leave open which. */
  | { readonly kind: 'open'; readonly among: readonly Given[] }

/** A half-open stretch of time; `until` is null where it has no end. */
export interface GrantPeriod {
  readonly from: string
  readonly until: string | null
}

/** What of a decision that is eligible for certain is not settled yet. */
export type Open = 'ground' | 'benefit' | 'recipient' | 'period'

/** No ground holds, a requirement fails, or what would be granted is nothing. */
export interface NotEligible {
  readonly outcome: 'not eligible'
}
/** The facts that are known leave it open. */
export interface Undetermined {
  readonly outcome: 'undetermined'
}
/** Eligible for certain. What is in `open` is not settled yet: it is undefined, or an amount between two bounds. */
export interface Eligible {
  readonly outcome: 'eligible'
  /** The article of the first ground that holds. */
  readonly ground: string | undefined
  readonly benefit: Given
  readonly recipient: Subject | undefined
  readonly period: GrantPeriod | undefined
  readonly open: readonly Open[]
}
export type Decision = NotEligible | Undetermined | Eligible

export const NOT_ELIGIBLE: NotEligible = Object.freeze({ outcome: 'not eligible' })
export const UNDETERMINED: Undetermined = Object.freeze({ outcome: 'undetermined' })
export const NOTHING_OPEN: readonly Open[] = Object.freeze([])

/** Whether something is granted at all: no, perhaps, yes. */
export function worth(given: Given): 0 | 1 | 2 {
  switch (given.kind) {
    case 'money':
    case 'share':
    case 'inKind':
      return typeof given.amount === 'number'
        ? given.amount > 0
          ? 2
          : 0
        : given.amount.most <= 0
          ? 0
          : given.amount.least > 0
            ? 2
            : 1
    case 'status':
      return 2
    case 'composite':
    case 'alternative':
      return Math.max(...given.parts.map(worth)) as 0 | 1 | 2
    case 'nothing':
      return 0
    case 'open': {
      const all = given.among.map(worth)
      return all.every((one) => one === 2) ? 2 : all.every((one) => one === 0) ? 0 : 1
    }
  }
}

export function isSettled(given: Given): boolean {
  if (given.kind === 'open') return false
  if ('amount' in given) return typeof given.amount === 'number'
  return 'parts' in given ? given.parts.every(isSettled) : true
}

export const amountOf = (least: number, most: number): Amount => (least === most ? least : { least, most })
