import { createHash } from 'node:crypto'
import type { DecisionRecord, Grant, RecordedGrant, ToHandOver, Writing } from '@vanzelf/ledger'
import { compare } from './compare-benefits.ts'
import type { CampaignOptions } from './options.ts'
import type { Effect } from './report.ts'

/** What of a campaign's options says how a decision takes effect. */
export type EffectOptions = Pick<CampaignOptions, 'id' | 'lost' | 'corrects' | 'channels' | 'channelOf'>

/**
 * Puts decisions into effect: compares each with what was granted, and writes the steps, what the quota counts and what is
 * to be delivered together. Nothing that is not known changes anything.
 */
export async function putIntoEffect(
  writing: Writing,
  decisions: readonly DecisionRecord[],
  options: EffectOptions,
): Promise<ReadonlyMap<DecisionRecord, Effect>> {
  const [first] = decisions
  if (first === undefined) return new Map()
  const { policy } = first
  const granted = await writing.grantsTo(
    policy,
    decisions.map(({ subject }) => subject),
  )
  const effects = new Map<DecisionRecord, Effect>()
  const starting: { readonly decision: DecisionRecord; readonly grant: Grant }[] = []
  const steps: { readonly grant: Grant; readonly was?: RecordedGrant }[] = []
  for (const decision of decisions) {
    const mine = granted.get(decision.subject) ?? []
    const { effect, step, start, review } = effectOf(decision, mine, options)
    effects.set(decision, effect)
    if (start) starting.push({ decision, grant: start })
    if (step) steps.push(step)
    if (review !== undefined)
      await writing.act({
        kind: 'review asked',
        policy,
        subject: decision.subject,
        campaign: options.id,
        by: options.id,
        reason: review,
        content: { law: options.lost.law },
      })
  }
  const counted = starting.filter(({ decision: { grant } }) => grant?.quota && grant.holders)
  const taken = await writing.claim(
    counted.map(({ decision: { grant }, grant: { id } }) => ({
      policy,
      per: grant?.quota?.per ?? '',
      times: grant?.quota?.times ?? 1,
      from: grant?.quota?.from ?? '',
      holders: grant?.holders ?? [],
      grant: id,
    })),
  )
  const refused = new Set(counted.filter((_, index) => taken[index] !== undefined).map(({ decision }) => decision))
  for (const { decision, grant } of starting) {
    if (refused.has(decision)) effects.set(decision, 'granted before')
    else steps.push({ grant })
  }
  await writing.granted(steps.map(({ grant }) => grant))
  await writing.handOver(steps.flatMap(({ grant, was }) => handedOver(grant, was, options)))
  return effects
}

interface Step {
  readonly effect: Effect
  /** Why a person must decide. */
  readonly review?: 'would-lose' | 'entitled-again'
  /** A step in the life of what stands. */
  readonly step?: { readonly grant: Grant; readonly was: RecordedGrant }
  /** What starts, where the quota leaves room. */
  readonly start?: Grant
}

function effectOf(decision: DecisionRecord, granted: readonly RecordedGrant[], options: EffectOptions): Step {
  const standing = granted.filter((one) => !isWithoutDays(one))
  const { subject, policy, outcome, grant, on } = decision
  if (outcome === 'undetermined') return { effect: 'nothing' }
  if (grant === undefined) {
    const now = standing.find(({ period, state }) => state !== 'ended' && holds(period, on))
    return outcome === 'eligible' || now === undefined ? { effect: 'nothing' } : losing(now, decision, options)
  }
  const { benefit, recipient, period } = grant
  const was = standing.find((one) => overlap(one.period, period))
  if (was === undefined) {
    const before = standing.findLast(({ period: { until } }) => until === period.from)
    const id = grantId(policy, subject, period.from, granted.length)
    return {
      effect: before ? 'renewed' : 'started',
      start: {
        ...{
          id,
          revision: 1,
          kind: before ? 'renewed' : options.corrects ? 'corrected' : 'started',
          state: 'in force',
        },
        ...{ policy, subject, recipient, benefit, period, by: options.id },
        ...(before && { follows: before.id }),
      },
    }
  }
  // What was suspended or ended, a program does not give again; that somebody is entitled again does not pass unseen.
  if (was.state === 'suspended') return { effect: 'unchanged' }
  if (was.state === 'ended') return { effect: 'to review', review: 'entitled-again' }
  const change = compare(was, { benefit, period }, on)
  if (change === 'same' && isSameRecipient(was, decision)) return { effect: 'unchanged' }
  if (change === 'less') return losing(was, decision, options)
  const kind = options.corrects ? 'corrected' : 'changed'
  return {
    effect: 'changed',
    step: { was, grant: next(was, { kind, benefit, recipient, period: sinceThen(was.period, period) }, options) },
  }
}

/** A decision of a later day does not take back the days before it. */
const sinceThen = (was: Stretch, is: Stretch): Stretch => (was.from < is.from ? { ...is, from: was.from } : is)

/** Who was granted it for themselves and goes by another number since is the same person. */
const isSameRecipient = (was: RecordedGrant, { subject, grant }: DecisionRecord) =>
  was.recipient === grant?.recipient ||
  (was.subject !== subject && was.recipient === was.subject && grant?.recipient === subject)

/** Somebody would lose what stands, in whole or in part. */
function losing(was: RecordedGrant, { on, outcome }: DecisionRecord, options: EffectOptions): Step {
  const review = { effect: 'to review', review: 'would-lose' } as const
  switch (options.lost.then) {
    case 'keep':
      return { effect: 'kept' }
    case 'ask a person':
      return review
    case 'end': {
      // Less is not nothing: who is entitled still does not lose all of it.
      if (outcome === 'eligible') return review
      const until = on > was.period.from ? on : was.period.from
      const ended = {
        kind: 'ended',
        state: 'ended',
        period: { ...was.period, until },
        reason: options.lost.law,
      } as const
      return { effect: 'ended', step: { was, grant: next(was, ended, options) } }
    }
  }
}

function next(
  { at: _, reason: __, ...was }: RecordedGrant,
  change: Partial<Grant> & Pick<Grant, 'kind'>,
  { id }: EffectOptions,
): Grant {
  return { ...was, ...change, revision: was.revision + 1, by: id }
}

/** What changes is withdrawn and delivered anew, under another id. */
function handedOver(
  grant: Grant,
  was: Grant | undefined,
  { channels, channelOf }: EffectOptions,
): readonly ToHandOver[] {
  const channel = channelOf?.(grant) ?? channels?.[0]?.name
  if (channel === undefined) return []
  const common = { grant: grant.id, channel }
  const withdrawn =
    was && ({ ...common, id: `${deliveryId(was)}.withdrawn`, action: 'withdraw', delivery: deliveryOf(was) } as const)
  const delivered = { ...common, id: deliveryId(grant), action: 'deliver', delivery: deliveryOf(grant) } as const
  return [...(withdrawn ? [withdrawn] : []), ...(isWithoutDays(grant) ? [] : [delivered])]
}

const deliveryId = ({ id, revision }: Grant) => `${id}.${revision}`

const deliveryOf = (grant: Grant) => ({
  id: deliveryId(grant),
  policy: grant.policy,
  recipient: grant.recipient,
  benefit: grant.benefit,
  period: grant.period,
})

const isWithoutDays = ({ period: { from, until } }: Grant) => until !== null && until <= from

/** The same grant has the same id, however often it is decided. */
function grantId(policy: string, subject: string, from: string, before: number): string {
  return createHash('sha256')
    .update(JSON.stringify([policy, subject, from, before]))
    .digest('hex')
    .slice(0, 32)
}

type Stretch = Grant['period']
const holds = ({ from, until }: Stretch, day: string) => from <= day && (until === null || day < until)
const overlap = (a: Stretch, b: Stretch) =>
  (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until)
