import type { AboutOf, AsksOf, Criterion } from './expression.ts'
import type { Fact } from './fact.ts'
import type { Label } from './label.ts'
import { nodeOf } from './seal.ts'
import type { GroundNode } from './tree.ts'

declare const asks: unique symbol
declare const about: unique symbol

/** A criterion that suffices by itself for eligibility, with its article. */
export interface Ground<out Asks extends Fact = Fact, out About extends string = string> extends GroundNode {
  readonly [asks]: Asks
  readonly [about]: About
}

/**
 * A criterion that suffices by itself, with the article that says so. Grounds stand in the order in which they are named: the
 * first that holds is the decision's, and while an earlier one is open none is.
 * @example
 * ```ts
 * const wage = fact({ source: 's', name: 'wage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const help = policy({ name: 'help', about: 'person', grounds: [ground('art. 3, 1°', wage)], benefit: money(euro(50)), period: calendarYear })
 * decide(help, { wage: true }, '2026-03-10') // => { ground: 'art. 3, 1°', … }
 * ```
 */
export function ground<const C extends Criterion>(
  article: string,
  criterion: C,
  label?: Label,
): Ground<AsksOf<C>, AboutOf<C>> {
  // The phantom types exist for the compiler alone, as in `seal`.
  return Object.freeze({ article, criterion: nodeOf(criterion), ...(label && { label }) }) as Ground<
    AsksOf<C>,
    AboutOf<C>
  >
}

export type GroundAsks<G> = G extends Ground<infer Asks, string> ? Asks : never
