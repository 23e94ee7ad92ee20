import { decideBounded, type Program, programOf } from '../evaluate/bounded/program.ts'
import { checkedDate } from '../evaluate/closures.ts'
import type { Decision } from '../evaluate/decision.ts'
import { frameOf, type Subject } from '../evaluate/frame.ts'
import type { Fact } from '../fact.ts'
import type { Policy } from '../policy.ts'
import { compileMissing, type Missing } from '../require/require.ts'
import type { SituationOf } from '../situation.ts'
import type { IsoDate } from '../unit.ts'
import type { Found, Step } from './step.ts'
import { tracing } from './tracing.ts'

export type { Found, Missing, Step, Subject }

/** What was found of one ground. */
export interface GroundProof {
  readonly article: string
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly because: readonly Step[]
}

/** Why a decision is what it is, pruned to what decided it, each step with where the regulation says so. */
export interface Proof {
  readonly policy: string
  readonly on: string
  readonly decision: Decision
  /** What all grounds have in common, where that mattered. */
  readonly requires: readonly Step[]
  /** Eligible: the ground that holds. Not eligible: what failed in each. Undetermined: those that are open. */
  readonly grounds: readonly GroundProof[]
  /** How much, to whom and for how long, where that mattered. */
  readonly benefit: readonly Step[]
  readonly recipient: readonly Step[]
  readonly period: readonly Step[]
  /** What is not known and could still change the decision, and of whom. */
  readonly missing: readonly Missing[]
}

/** Explains one subject after another. */
export interface Explainer<Asks extends Fact, About extends string> {
  readonly explain: (situation: SituationOf<Asks, About>, on: IsoDate) => Proof
}

/** Compiles a policy to explain its decisions: for many subjects. */
export function compileExplain<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
): Explainer<Asks, About> {
  const trace = tracing()
  const program = programOf(policy, trace.compile)
  const { missing } = compileMissing<About, Asks>(policy)
  return {
    explain: (situation, on) => {
      trace.taken()
      return { ...proofOf(policy, program, situation, checkedDate(on), trace.taken), missing: missing(situation, on) }
    },
  }
}

/**
 * Why a policy decides as it does for one subject. Its facts alone reproduce the decision.
 * @example
 * ```ts
 * const livingWage = fact({ source: 'social-security', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const discount = policy({ name: 'discount', about: 'person', grounds: [ground('art. 1', livingWage)], benefit: money(euro(50)), period: calendarYear })
 * const { grounds } = explain(discount, { livingWage: false }, '2026-01-01')
 * grounds.map(({ article, holds }) => [article, holds]) // => [['art. 1', 'no']]
 * ```
 */
export function explain<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): Proof {
  return compileExplain<About, Asks>(policy).explain(situation, on)
}

function proofOf(
  policy: Policy,
  program: Program,
  subject: Subject,
  on: string,
  taken: () => readonly Step[],
): Omit<Proof, 'missing'> {
  const frame = frameOf(subject, on)
  const decision = decideBounded(program, frame)
  taken()
  const base = { policy: policy.name, on, decision }
  const nothing = { requires: [], grounds: [], benefit: [], recipient: [], period: [] }

  const required = program.requires?.(frame)
  const requires = taken()
  if (required === 0) return { ...base, ...nothing, requires }

  const grounds: GroundProof[] = []
  for (const { article, read } of program.grounds) {
    const truth = read(frame)
    grounds.push({ article, holds: truth === 2 ? 'yes' : truth === 0 ? 'no' : 'unknown', because: taken() })
    if (truth === 2) break
  }
  const deciding = decidingGrounds(grounds)
  const grounded = grounds.some(({ holds }) => holds !== 'no')
  if (!grounded) return { ...base, ...nothing, grounds: deciding }

  const steps = <Part>(read: () => Part) => {
    read()
    return taken()
  }
  const benefit = steps(() => program.benefit(frame))
  // Whoever is granted nothing is not eligible: then the benefit is the reason.
  if (decision.outcome === 'not eligible') return { ...base, ...nothing, benefit }
  return {
    ...base,
    requires,
    grounds: deciding,
    benefit,
    recipient: steps(() => program.recipient(frame)),
    period: steps(() => [program.period.from(frame), program.period.until(frame)]),
  }
}

/** A ground that holds suffices; else what is open matters, and failing all that, each of them. */
function decidingGrounds(grounds: readonly GroundProof[]): readonly GroundProof[] {
  const holding = grounds.filter(({ holds }) => holds === 'yes')
  const open = grounds.filter(({ holds }) => holds === 'unknown')
  return holding.length > 0 ? [...open, ...holding] : open.length > 0 ? open : grounds
}

/** A fact on which a proof rests: of whom and when. What it was is in the situation, for those who may see it. */
export interface ProvenFact {
  readonly fact: Fact
  readonly subject: Subject
  readonly on: string | undefined
  readonly found: Found
}

/** The facts on which a proof rests, each once. */
export function factsOf(proof: Proof): readonly ProvenFact[] {
  const facts: ProvenFact[] = []
  const seen = new Map<Fact, Map<Subject, Set<string | undefined>>>()
  const isNew = (fact: Fact, subject: Subject, on: string | undefined) => {
    const subjects = seen.get(fact) ?? new Map<Subject, Set<string | undefined>>()
    seen.set(fact, subjects)
    const days = subjects.get(subject) ?? new Set()
    subjects.set(subject, days)
    return days.size < days.add(on).size
  }
  const visit = ({ expression, subject, on, found, because }: Step): void => {
    const fact = expression.kind === 'fact' ? expression : expression.kind === 'inYear' ? expression.fact : undefined
    if (fact !== undefined && isNew(fact, subject, on)) facts.push({ fact, subject, on, found })
    because.forEach(visit)
  }
  for (const steps of [
    proof.requires,
    ...proof.grounds.map(({ because }) => because),
    proof.benefit,
    proof.recipient,
    proof.period,
  ])
    steps.forEach(visit)
  return facts
}
