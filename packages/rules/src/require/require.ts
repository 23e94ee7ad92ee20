import { compileAsking } from '../evaluate/bounded/compile.ts'
import { programOf } from '../evaluate/bounded/program.ts'
import { checkedDate } from '../evaluate/closures.ts'
import { type Ask, type At, type Decide, frameOf, SOMEBODY, type Subject } from '../evaluate/frame.ts'
import type { Fact } from '../fact.ts'
import type { Label } from '../label.ts'
import { versionOn } from '../parameter.ts'
import type { Policy } from '../policy.ts'
import type { SituationOf } from '../situation.ts'
import type { PolicyNode } from '../tree.ts'
import { everyNodeOf } from '../typing/check-policy.ts'
import type { IsoDate } from '../unit.ts'
import {
  type Missing,
  type MissingDiscretion,
  type MissingFact,
  missingFor,
  type NeededFor,
  type Within,
} from './missing.ts'
import { nextFor } from './next.ts'

export { onlyDates } from './times.ts'
export type { Ask, At, Missing, MissingDiscretion, MissingFact, NeededFor, Subject, Within }

/** A fact that a policy could ask, with the legal basis on which it may. */
export interface Requirement {
  readonly fact: Fact
  /** The legal basis that the policy names for the fact, or else for its source. */
  readonly basis: string | undefined
}

/**
 * Everything that a policy could ever ask, each fact once: what a data protection officer signs.
 * @example
 * ```ts
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const discount = policy({
 *   name: 'discount',
 *   about: 'person',
 *   grounds: [ground('art. 1', livingWage)],
 *   benefit: money(euro(50)),
 *   period: calendarYear,
 *   basis: { livingWage: 'council decision 2026/1, art. 5' },
 * })
 * requirements(discount).map((one) => [one.fact.name, one.basis]) // => [['livingWage', 'council decision 2026/1, art. 5']]
 * ```
 */
export function requirements(policy: Policy): readonly Requirement[] {
  const found = new Map<string, Requirement>()
  for (const node of everyNodeOf(policy)) {
    const fact = node.kind === 'fact' ? node : node.kind === 'inYear' ? node.fact : undefined
    if (fact !== undefined) found.set(`${fact.about} ${fact.name}`, { fact, basis: basisOf(policy, fact) })
  }
  return Object.freeze([...found.values()])
}

/** The legal basis on which a policy may ask a fact: named for the fact, or else for its source. */
export function basisOf({ basis }: Policy, { name, source }: Fact): string | undefined {
  return basis?.[name] ?? basis?.[source]
}

/** A value of a parameter that nobody has checked against its source. */
export interface Unverified {
  readonly parameter: string
  readonly label: Label | undefined
  readonly from: string
  readonly article: string
  readonly note: string | undefined
}

/**
 * The parameters of a policy whose value in force on a date is not verified: it may inform an advice, and nothing is
 * granted by itself that rests on it.
 * @example
 * ```ts
 * const amount = parameter({ name: 'amount', value: { type: 'money' }, history: [{ from: '2026-01-01', value: euro(50), article: 'art. 2' }] })
 * const bonus = policy({ name: 'bonus', about: 'person', grounds: [ground('art. 1', yes)], benefit: money(amount), period: calendarYear })
 * unverified(bonus, '2026-05-01').map((one) => [one.parameter, one.article]) // => [['amount', 'art. 2']]
 * ```
 */
export function unverified(policy: PolicyNode, on: IsoDate): readonly Unverified[] {
  const found = new Map<string, Unverified>()
  for (const node of everyNodeOf(policy)) {
    const version = node.kind === 'parameter' ? versionOn(node, on) : undefined
    if (node.kind !== 'parameter' || version === undefined || version.verified) continue
    const { from, article, note } = version
    found.set(node.name, { parameter: node.name, label: node.label, from, article, note })
  }
  return [...found.values()]
}

/** The discretions that a policy leaves to a person. */
export function discretions(policy: PolicyNode): readonly { readonly name: string; readonly label: Label }[] {
  const found = new Map<string, Label>()
  for (const node of everyNodeOf(policy)) if (node.kind === 'discretion') found.set(node.name, node.label)
  return [...found].map(([name, label]) => ({ name, label }))
}

/** Says what is missing, for one subject after another. */
export interface Asker<Asks extends Fact, About extends string> {
  readonly missing: (situation: SituationOf<Asks, About>, on: IsoDate) => readonly Missing[]
  /** Of what is missing, what to ask next: the first open part's facts that nobody asked yet. Empty when all is settled or asked. */
  readonly next: (situation: SituationOf<Asks, About>, on: IsoDate) => readonly Ask[]
}

/** Compiles a policy to say what is missing: for many subjects. */
export function compileMissing<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
): Asker<Asks, About> {
  const program = programOf(policy, compileAsking)
  const asks: (Ask | Decide)[] = []
  const frame = frameOf(SOMEBODY, '', asks)
  return {
    missing: (situation, on) => missingFor(program, situation, checkedDate(on)),
    next: (situation, on) => {
      // One frame for a whole campaign: nothing is left in it from one subject to the next, not even after a throw.
      asks.length = 0
      frame.subject = frame.applicant = situation
      frame.on = frame.onLast = frame.reference = on
      frame.next = ''
      frame.supposed = false
      frame.during = undefined
      return nextFor(program, frame)
    },
  }
}

/**
 * What is not known and could still change the decision, in the order of the policy: nothing that provably cannot. Where
 * the members of a relation are not known, the relation comes first; its members follow once it is told.
 */
export function missing<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): readonly Missing[] {
  return compileMissing<About, Asks>(policy).missing(situation, on)
}

/** What to do about something that is missing. */
export type NextStep =
  /** Nobody asked yet: ask the source. */
  | 'ask the source'
  /** The source did not answer: ask again later. */
  | 'wait'
  /** No source can tell: ask the citizen for exactly this fact. */
  | 'ask the citizen'
  /** A person has to decide or to look. */
  | 'needs a person'

export function nextStep(missing: Pick<MissingFact, 'kind' | 'because'> | Pick<MissingDiscretion, 'kind'>): NextStep {
  if (missing.kind === 'discretion') return 'needs a person'
  switch (missing.because) {
    case 'not asked':
      return 'ask the source'
    case 'unavailable':
      return 'wait'
    case 'not found':
    case 'not permitted':
      return 'ask the citizen'
    case 'in doubt':
      return 'needs a person'
  }
}
