import { createHash } from 'node:crypto'
import type { Days, DecisionRecord, Grant, RecordedGrant } from '@vanzelf/ledger'
import type { IsoDate } from '@vanzelf/rules'
import { holds, isOver, isWithoutDays, later, overlap } from '../grants/days.ts'
import { compare, owed } from './compare-benefits.ts'
import type { Loss } from './loss.ts'
import type { CampaignOptions, Lost } from './options.ts'
import type { Effect } from './report.ts'

/** What a person said of a decision that a program does not put into effect by itself. */
export interface Judged {
  /**
   * `grant`: what stands is kept, and what the decision gives is given · `refuse`: what stands is kept, and nothing more is
   * given · `take`: nothing is given, and less is less
   */
  readonly outcome: 'grant' | 'refuse' | 'take'
  readonly reason: string
  /** When it was said: nobody loses the days before. */
  readonly on: IsoDate
}

/** Who takes a step, and what becomes of what somebody would lose: as the regulation says, or a person did. */
export type StepOptions = Pick<CampaignOptions, 'id' | 'corrects'> &
  ({ readonly lost: Lost; readonly judged?: never } | { readonly judged: Judged; readonly lost?: never })

/** What a decision leads to. */
export interface Step {
  readonly effect: Effect
  /** Why a person must decide. */
  readonly review?: 'would-lose' | 'entitled-again'
  /** What somebody would lose, and does not. */
  readonly loss?: Loss
  /** A step in the life of what stands. */
  readonly step?: Grant
  /** What is given where the quota leaves room. */
  readonly start?: Grant
}

/** Compares a decision with what was granted. Nothing that is not known changes anything. */
export function stepOf(decision: DecisionRecord, granted: readonly RecordedGrant[], options: StepOptions): Step {
  const standing = granted.filter(({ period }) => !isWithoutDays(period))
  const { outcome, grant, on } = decision
  if (outcome === 'undetermined') return { effect: 'nothing' }
  if (grant === undefined) {
    const now = standing.find(({ period, state }) => state !== 'ended' && holds(period, on))
    return outcome === 'eligible' || now === undefined ? { effect: 'nothing' } : losing(now, decision, options)
  }
  const { benefit, recipient } = grant
  const period = notOverYet(grant.period, standing, on)
  const given = { benefit, recipient, period }
  const those = standing.filter((one) => overlap(one.period, period))
  // One that ended counts for nothing beside one that runs, such as under a number that was replaced.
  const was = those.find(({ state }) => state !== 'ended') ?? those[0]
  if (was === undefined) return starting(decision, given, { granted, standing }, options)
  // What was suspended or ended, a program does not give again; that somebody is entitled again does not pass unseen.
  if (was.state === 'suspended') return { effect: 'unchanged' }
  if (was.state === 'ended') {
    if (options.judged === undefined) return { effect: 'to review', review: 'entitled-again' }
    if (options.judged.outcome !== 'grant') return { effect: 'nothing' }
    const again = { ...given, period: sinceThen(was.period, period) }
    return { effect: 'resumed', start: next(was, { kind: 'resumed', state: 'in force', ...again }, options) }
  }
  const change = compare(was, { benefit, period }, on)
  if (change === 'less') return losing(was, decision, options)
  if (isRefused(options.judged) || (change === 'same' && isSameRecipient(was, decision))) return { effect: 'unchanged' }
  return { effect: 'changed', step: changed(was, given, options) }
}

const isRefused = (judged: Judged | undefined): boolean => judged !== undefined && judged.outcome !== 'grant'

type Given = Pick<Grant, 'benefit' | 'recipient' | 'period'>

/** What is over by the day of the decision stands: of a period that begins before its end, the days after it are still open. */
function notOverYet(period: Days, standing: readonly RecordedGrant[], on: IsoDate): Days {
  const over = standing.flatMap(({ state, period: { until } }) =>
    state !== 'ended' && until !== null && isOver({ until }, on) && (period.until === null || until < period.until)
      ? [until]
      : [],
  )
  return { ...period, from: over.reduce(later, period.from) }
}

function starting(
  { policy, subject }: DecisionRecord,
  given: Given,
  { granted, standing }: { readonly granted: readonly RecordedGrant[]; readonly standing: readonly RecordedGrant[] },
  { id: by, corrects, judged }: StepOptions,
): Step {
  if (isRefused(judged)) return { effect: 'nothing' }
  const { from } = given.period
  const before = standing.findLast(({ period: { until } }) => until === from)
  // A suspension does not lapse because a year ends: whether it goes on, a person must say.
  if (before?.state === 'suspended' && judged === undefined) return { effect: 'to review', review: 'entitled-again' }
  const start: Grant = {
    id: grantId(policy, subject, from, granted.length),
    revision: 1,
    kind: before ? 'renewed' : corrects ? 'corrected' : 'started',
    state: 'in force',
    ...{ policy, subject, ...given, by },
    ...(before && { follows: before.id }),
    ...(judged && { reason: judged.reason }),
  }
  return { effect: before ? 'renewed' : 'started', start }
}

/** Somebody would lose what stands, in whole or in part. */
function losing(was: RecordedGrant, decision: DecisionRecord, options: StepOptions): Step {
  if (was.state === 'suspended') return { effect: 'unchanged' }
  if (options.judged)
    return options.judged.outcome === 'take' ? taken(was, decision, options.judged, options) : { effect: 'kept' }
  const { then, law } = options.lost
  const less = owed(decision.grant?.benefit, was.benefit)
  const loss = { grant: was.id, revision: was.revision, less, law }
  // Less is not nothing: who is entitled still does not lose all of it.
  if (then === 'ask a person' || (then === 'end' && decision.outcome === 'eligible'))
    return { effect: 'to review', review: 'would-lose', loss }
  return then === 'keep' ? { effect: 'kept', loss } : ended(was, { on: decision.on, reason: law }, options)
}

/** What a person said that somebody loses: all of it, or what there is too much. */
function taken(was: RecordedGrant, { on, grant }: DecisionRecord, judged: Judged, options: StepOptions): Step {
  const day = later(on, judged.on)
  if (isOver(was.period, day)) return { effect: 'unchanged' }
  if (grant === undefined) return ended(was, { on: day, reason: judged.reason }, options)
  const { from, until } = grant.period
  // What was received before it was said is not asked back.
  const period = { from, until: until && later(until, day) }
  return { effect: 'changed', step: changed(was, { ...grant, period }, options) }
}

function ended(
  was: RecordedGrant,
  { on, reason }: { readonly on: IsoDate; readonly reason: string },
  options: StepOptions,
): Step {
  const period = { ...was.period, until: later(was.period.from, on) }
  return { effect: 'ended', step: next(was, { kind: 'ended', state: 'ended', period, reason }, options) }
}

const changed = (was: RecordedGrant, { benefit, recipient, period }: Given, options: StepOptions): Grant =>
  next(
    was,
    { kind: options.corrects ? 'corrected' : 'changed', benefit, recipient, period: sinceThen(was.period, period) },
    options,
  )

/** A decision of a later day does not take back the days before it. */
const sinceThen = (was: Days, is: Days): Days => (was.from < is.from ? { ...is, from: was.from } : is)

/** Who was granted it for themselves and goes by another number since is the same person. */
const isSameRecipient = (was: RecordedGrant, { subject, grant }: DecisionRecord) =>
  was.recipient === grant?.recipient ||
  (was.subject !== subject && was.recipient === was.subject && grant?.recipient === subject)

function next(
  { at: _, reason: __, ...was }: RecordedGrant,
  change: Partial<Grant> & Pick<Grant, 'kind'>,
  { id, judged }: StepOptions,
): Grant {
  return { ...was, revision: was.revision + 1, by: id, ...(judged && { reason: judged.reason }), ...change }
}

/** The same grant has the same id, however often it is decided. */
function grantId(policy: string, subject: string, from: string, before: number): string {
  return createHash('sha256')
    .update(JSON.stringify([policy, subject, from, before]))
    .digest('hex')
    .slice(0, 32)
}
