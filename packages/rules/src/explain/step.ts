import type { Subject } from '../evaluate/frame.ts'
import type { Node } from '../tree.ts'

/** A number or a date that is not settled lies between two. */
export interface Bounds {
  readonly least: number | string
  readonly most: number | string
}

/** What a step of a proof found: a value, bounds, or `unknown`; a relation as the number of its members. */
export type Found =
  | { readonly truth: 'yes' | 'no' | 'unknown' }
  | { readonly value: number | string | readonly string[] | null }
  | { readonly between: Bounds }
  | { readonly members: number }
  | { readonly subject: Subject }
  /** That there is such a value; which, did not matter. */
  | { readonly present: true }
  | { readonly unknown: true }

/** One step of a proof: what was asked, about whom and when, what was found, and the steps that decided it. */
export interface Step {
  readonly expression: Node
  readonly found: Found
  readonly subject: Subject
  /** The date at hand, where it was settled. */
  readonly on: string | undefined
  readonly because: readonly Step[]
}
