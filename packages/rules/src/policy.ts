import type { Granted } from './builders/benefit.ts'
import type { AsksOf, Expression, Yields } from './expression.ts'
import type { Fact } from './fact.ts'
import type { Ground, GroundAsks } from './ground.ts'
import type { Label } from './label.ts'
import type { One } from './relation.ts'
import { nodeOf } from './seal.ts'
import type { SituationOf } from './situation.ts'
import type { PolicyNode, QuotaNode } from './tree.ts'
import { checkPolicy } from './typing/check-policy.ts'
import type { Period } from './unit.ts'

declare const asked: unique symbol

/** Who may get what. `About` is the kind of subject it decides, `Asks` the facts it could ever ask. */
export interface Policy<out About extends string = string, out Asks extends Fact = Fact> extends PolicyNode {
  readonly about: About
  readonly [asked]: Asks
}

/** The facts a policy could ever ask. */
export type AsksOfPolicy<P> = P extends Policy<string, infer Asks> ? Asks : never
/** What can be told of the subject of a policy. */
export type SubjectOf<P> = P extends Policy<infer About, infer Asks> ? SituationOf<Asks, About> : never
/** What can be told of a person in a policy. */
export type PersonIn<P> = P extends Policy<string, infer Asks> ? SituationOf<Asks, 'person'> : never

/** How often it is granted. */
export interface Quota {
  readonly times: number
  readonly per: string
  readonly within: Yields<Period>
}

/**
 * At most once for one `per` in a period: `oncePer('household', calendarYear)`. It is told, not counted: one decision knows no
 * earlier ones, so whoever keeps the grants keeps the count.
 * @example
 * ```ts
 * oncePer('household', calendarYear) // => { times: 1, per: 'household', … }
 * ```
 */
export function oncePer(per: string, within: Yields<Period>): Quota {
  return atMostTimes(1, per, within)
}

/**
 * At most some times for one `per` in a period. It is told, not counted.
 * @example
 * ```ts
 * atMostTimes(12, 'vehicle', calendarYear) // => { times: 12, per: 'vehicle', … }
 * ```
 */
export function atMostTimes(times: number, per: string, within: Yields<Period>): Quota {
  return Object.freeze({ times, per, within })
}

type BasisNames<Asks extends Fact> = Asks extends Fact<'discretion'> ? never : Asks['name'] | Asks['source']

type PolicyAsks<Requires, Grounds extends readonly unknown[], Benefit, Recipient, During> =
  | AsksOf<Requires>
  | GroundAsks<Grounds[number]>
  | AsksOf<Benefit>
  | AsksOf<Recipient>
  | AsksOf<During>

/**
 * A policy: who may get what, to whom and for how long. Checked whole as it is made.
 * @throws {DefinitionError} when a part does not fit: euros against days, a person asked for a number plate, a table
 * with a gap, a fact asked at a time its source cannot answer, an amount with fractions of a cent, two facts of one name
 * @example
 * ```ts
 * const livingWage = fact({ source: 'welfare', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const support = policy({
 *   name: 'exampleville/support',
 *   about: 'person',
 *   grounds: [ground('art. 2', livingWage)],
 *   benefit: money(euro(50)),
 *   period: calendarYear,
 *   basis: { welfare: 'council decision 2026/12, art. 6' },
 * })
 * decide(support, { livingWage: true }, '2026-03-10') // => { outcome: 'eligible', ground: 'art. 2', … }
 * decide(support, { livingWage: unknown('unavailable') }, '2026-03-10') // => { outcome: 'undetermined' }
 * ```
 */
export function policy<
  const About extends string,
  const Grounds extends readonly Ground<Fact, NoInfer<About>>[],
  const Benefit extends Expression<Granted, Fact, NoInfer<About>>,
  const Requires extends Expression<boolean, Fact, NoInfer<About>> = never,
  const Recipient extends Expression<One<string>, Fact, NoInfer<About>> = never,
  const During extends Expression<Period, Fact, NoInfer<About>> = never,
>(definition: {
  readonly name: string
  readonly about: About
  readonly label?: Label
  readonly regulation?: string
  /** What all grounds have in common. */
  readonly requires?: Requires
  /** Each suffices by itself; the first that holds is named in the decision. */
  readonly grounds: Grounds
  readonly benefit: Benefit
  /** To whom; without it the applicant. */
  readonly recipient?: Recipient
  /** For how long; half-open. */
  readonly period: During
  readonly quota?: Quota
  /** The legal basis on which each fact may be asked, by the name of the fact or of its source. */
  readonly basis?: { readonly [name in BasisNames<PolicyAsks<Requires, Grounds, Benefit, Recipient, During>>]?: string }
}): Policy<
  About,
  // Spelled out: in place of the facts a hover would show the alias.
  AsksOf<Requires> | GroundAsks<Grounds[number]> | AsksOf<Benefit> | AsksOf<Recipient> | AsksOf<During>
> {
  const { name, about, label, regulation, requires, grounds, benefit, recipient, period, quota, basis } = definition
  const node: PolicyNode = {
    kind: 'policy',
    name,
    about,
    ...(label && { label }),
    ...(regulation && { regulation }),
    ...(requires && { requires: nodeOf(requires) }),
    grounds,
    benefit: nodeOf(benefit),
    recipient: recipient ? nodeOf(recipient) : Object.freeze({ kind: 'applicant' }),
    period: nodeOf(period),
    ...(quota && { quota: { ...quota, within: nodeOf(quota.within) } satisfies QuotaNode }),
    ...(basis && { basis: Object.freeze({ ...basis }) as { readonly [name: string]: string } }),
  }
  // The phantom types exist for the compiler alone, as in `seal`.
  return checkPolicy(node) as Policy<About, never>
}
