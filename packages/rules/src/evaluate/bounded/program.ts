import { ENDLESS } from '../../calendar.ts'
import type { PolicyNode } from '../../tree.ts'
import {
  type Decision,
  type Eligible,
  type Given,
  type GrantPeriod,
  isSettled,
  NOT_ELIGIBLE,
  NOTHING_OPEN,
  type Open,
  UNDETERMINED,
  worth,
} from '../decision.ts'
import { type Frame, SOMEBODY, type Subject } from '../frame.ts'
import type { Compile } from './bounded.ts'
import {
  as,
  type BoundedPeriod,
  least,
  most,
  NO,
  PERHAPS,
  type ReadBenefit,
  type ReadOne,
  type ReadTruth,
  type Truth,
  YES,
} from './bounded.ts'

/** A policy, compiled part by part to closures that compute with what is known. */
export interface Program {
  readonly requires: ReadTruth | undefined
  readonly grounds: readonly { readonly article: string; readonly read: ReadTruth }[]
  readonly benefit: ReadBenefit
  readonly recipient: ReadOne
  readonly period: BoundedPeriod
  /** The period of the decision before. */
  lately: GrantPeriod
}

export function programOf(policy: PolicyNode, compile: Compile): Program {
  return {
    requires: policy.requires && as('truth', compile(policy.requires)).read,
    grounds: policy.grounds.map(({ article, criterion }) => ({ article, read: as('truth', compile(criterion)).read })),
    benefit: as('benefit', compile(policy.benefit)).read,
    recipient: as('one', compile(policy.recipient)).read,
    period: as('period', compile(policy.period)),
    lately: { from: '', until: null },
  }
}

/** Decides with what is known: definite only where no completion of the facts decides otherwise. */
export function decideBounded(program: Program, frame: Frame): Decision {
  const { requires, grounds, benefit } = program
  const required = requires === undefined ? YES : requires(frame)
  if (required === NO) return NOT_ELIGIBLE
  let ground: string | undefined
  let grounded: Truth = NO
  for (let index = 0; index < grounds.length; index++) {
    const { article, read } = grounds[index] as Program['grounds'][number]
    const truth = read(frame)
    // An earlier ground that is still open may turn out to be the one: then none is named.
    if (truth === YES && grounded === NO) ground = article
    grounded = most(grounded, truth)
    if (truth === YES) break
  }
  if (grounded === NO) return NOT_ELIGIBLE
  const given = benefit(frame)
  const eligible = least(least(required, grounded), worth(given))
  if (eligible === NO) return NOT_ELIGIBLE
  if (eligible === PERHAPS) return UNDETERMINED
  return eligibleFor(program, ground, given, frame)
}

/** The decision about who is eligible for certain. */
export function eligibleFor(program: Program, ground: string | undefined, benefit: Given, frame: Frame): Eligible {
  const recipient = receivedBy(program.recipient, frame)
  const period = during(program, frame)
  const settled = ground !== undefined && recipient !== undefined && period !== undefined && isSettled(benefit)
  const open = settled ? NOTHING_OPEN : whatIsOpen(ground, benefit, recipient, period)
  return { outcome: 'eligible', ground, benefit, recipient, period, open }
}

function whatIsOpen(
  ground: string | undefined,
  benefit: Given,
  recipient: Subject | undefined,
  period: GrantPeriod | undefined,
): readonly Open[] {
  const open: Open[] = []
  if (ground === undefined) open.push('ground')
  if (!isSettled(benefit)) open.push('benefit')
  if (recipient === undefined) open.push('recipient')
  if (period === undefined) open.push('period')
  return Object.freeze(open)
}

/** Whoever stands in for a relation that is not known is nobody to name. */
function receivedBy(recipient: ReadOne, frame: Frame): Subject | undefined {
  const one = recipient(frame)
  return one === SOMEBODY ? undefined : one
}

/** For how long; one object for all whose period is the same as that of the decision before. */
function during(program: Program, frame: Frame): GrantPeriod | undefined {
  const { from, until } = program.period
  const first = from(frame)
  if (first !== frame.last) return undefined
  const end = until(frame)
  if (end !== frame.last) return undefined
  const { lately } = program
  if (lately.from === first && (lately.until ?? ENDLESS) === end) return lately
  program.lately = Object.freeze({ from: first, until: end === ENDLESS ? null : end })
  return program.lately
}
