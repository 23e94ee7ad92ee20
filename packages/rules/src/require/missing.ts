import { least, most, NO, PERHAPS, type Truth, YES } from '../evaluate/bounded/bounded.ts'
import type { Program } from '../evaluate/bounded/program.ts'
import { isSettled, type Open, worth } from '../evaluate/decision.ts'
import { type Ask, type At, type Decide, type Frame, frameOf, SOMEBODY, type Subject } from '../evaluate/frame.ts'
import type { Fact } from '../fact.ts'
import type { Reason } from '../situation.ts'

/** What a missing fact is needed for. */
export type NeededFor = 'eligibility' | Open

/** The part of the policy that asks for it: `requires`, `benefit`, `recipient`, `period`, or the article of a ground. */
export type Within = string

/** A fact that is not known and could still change the decision. */
export interface MissingFact {
  readonly kind: 'fact'
  readonly fact: Fact
  /** Of whom: the very object in the situation. */
  readonly subject: Subject
  readonly at: At
  readonly because: Reason
  readonly neededFor: NeededFor
  readonly within: Within
}
/** A discretion that nobody has decided and that could still change the decision. */
export interface MissingDiscretion {
  readonly kind: 'discretion'
  readonly name: string
  readonly subject: Subject
  readonly neededFor: NeededFor
  readonly within: Within
}
export type Missing = MissingFact | MissingDiscretion

type Noted = Ask | Decide

/** What could still change a decision, by what each part of the policy leaves open. */
export function missingFor(
  { requires, grounds, benefit, recipient, period }: Program,
  subject: Subject,
  on: string,
): readonly Missing[] {
  const noted: Noted[] = []
  const frame = frameOf(subject, on, noted)
  const heard = (): readonly Noted[] => noted.splice(0)

  const required = requires === undefined ? YES : requires(frame)
  if (required === NO) return []
  const ofRequires = heard()

  let grounded: Truth = NO
  const ofGrounds: { readonly article: string; readonly asks: readonly Noted[] }[] = []
  for (const { article, read } of grounds) {
    const truth = read(frame)
    grounded = most(grounded, truth)
    if (truth === PERHAPS) ofGrounds.push({ article, asks: heard() })
    else noted.length = 0
    if (truth === YES) break
  }
  if (grounded === NO) return []

  const given = benefit(frame)
  const ofBenefit = isSettled(given) ? [] : heard()
  noted.length = 0
  const granted = worth(given)
  if (granted === NO) return []
  const eligible = least(least(required, grounded), granted)

  const missing: Missing[] = []
  add(missing, ofRequires, 'eligibility', 'requires')
  for (const { article, asks } of ofGrounds) add(missing, asks, grounded === YES ? 'ground' : 'eligibility', article)
  add(missing, ofBenefit, granted === PERHAPS ? 'eligibility' : 'benefit', 'benefit')
  if (eligible !== NO) {
    if (isNobody(recipient(frame))) add(missing, heard(), 'recipient', 'recipient')
    noted.length = 0
    if (isOpen(frame, period)) add(missing, heard(), 'period', 'period')
  }
  return missing
}

/** Whoever stands in for a relation that is not known is nobody to name. */
const isNobody = (one: Subject | undefined) => one === undefined || one === SOMEBODY

function isOpen(frame: Frame, { from, until }: Program['period']): boolean {
  const first = from(frame)
  const settled = first === frame.last
  const end = until(frame)
  return !(settled && end === frame.last)
}

/** Each once: a fact that is needed twice is asked once. */
function add(missing: Missing[], noted: readonly Noted[], neededFor: NeededFor, within: Within): void {
  for (const one of noted) {
    const next: Missing =
      'discretion' in one
        ? { kind: 'discretion', name: one.discretion, subject: one.subject, neededFor, within }
        : { kind: 'fact', ...one, neededFor, within }
    if (!missing.some((other) => same(other, next))) missing.push(next)
  }
}

function same(a: Missing, b: Missing): boolean {
  if (a.subject !== b.subject) return false
  if (a.kind === 'discretion' || b.kind === 'discretion')
    return a.kind === b.kind && 'name' in a && 'name' in b && a.name === b.name
  return a.fact.name === b.fact.name && a.fact.about === b.fact.about && sameTime(a.at, b.at)
}

function sameTime(a: At, b: At): boolean {
  if ('on' in a) return 'on' in b && a.on === b.on
  if ('year' in a) return 'year' in b && a.year === b.year
  return 'during' in b && a.during.from === b.during.from && a.during.until === b.during.until
}
