import type { DecisionRecord, Grant, Writing } from '@vanzelf/ledger'
import type { SubjectId } from '@vanzelf/source'
import { overlap } from '../grants/days.ts'
import { type Carriers, handOver } from '../grants/hand-over.ts'
import type { Effect } from './report.ts'
import { type Step, type StepOptions, stepOf } from './step.ts'

/** Who puts decisions into effect, how, and who carries what they lead to. */
export type EffectOptions = StepOptions & Carriers

/**
 * Puts decisions into effect: compares each with what was granted, and writes the steps, what the quota counts, what
 * somebody keeps or a person must decide, and what is to be delivered together.
 */
export async function putIntoEffect(
  writing: Writing,
  decisions: readonly DecisionRecord[],
  options: EffectOptions,
): Promise<ReadonlyMap<DecisionRecord, Effect>> {
  const [first] = decisions
  if (first === undefined) return new Map()
  const granted = await writing.grantsTo(
    first.policy,
    decisions.map(({ subject }) => subject),
  )
  const effects = new Map<DecisionRecord, Effect>()
  const starting: Starting[] = []
  const steps: Grant[] = []
  for (const decision of decisions) {
    const one = stepOf(decision, granted.get(decision.subject) ?? [], options)
    effects.set(decision, one.effect)
    if (one.start) starting.push({ decision, grant: one.start })
    if (one.step) steps.push(one.step)
    await told(writing, decision, one, options)
  }
  const twins = await twinsIn(writing, starting)
  const before = new Map([
    ...(await grantedBefore(
      writing,
      starting.filter(({ decision }) => !twins.has(decision)),
    )),
    ...twins,
  ])
  for (const { decision, grant } of starting) {
    const taken = before.get(decision)
    if (taken === undefined) steps.push(grant)
    else {
      effects.set(decision, 'granted before')
      await act(writing, decision, { kind: 'granted before', content: { grant: taken } }, options)
    }
  }
  await writing.granted(steps)
  await handOver(
    writing,
    steps.map((grant) => ({ grant })),
    options,
  )
  return effects
}

interface Starting {
  readonly decision: DecisionRecord
  readonly grant: Grant
}

/** Of a person who stands in it under two pseudonyms the first has it: for whom it starts twice, and which of both counts. */
async function twinsIn(writing: Writing, starting: readonly Starting[]): Promise<ReadonlyMap<DecisionRecord, string>> {
  const twins = new Map<DecisionRecord, string>()
  const others = await writing.knownAs(starting.map(({ decision: { subject } }) => subject))
  if (others.size === 0) return twins
  const first = new Map<SubjectId, Grant[]>()
  for (const { decision, grant } of starting) {
    const names = others.get(decision.subject) ?? []
    const same = names.flatMap((name) => first.get(name) ?? []).find(({ period }) => overlap(period, grant.period))
    if (same) twins.set(decision, same.id)
    else first.set(decision.subject, [...(first.get(decision.subject) ?? []), grant])
  }
  return twins
}

/** Takes the places of the quota, and tells for whom another grant had taken it before, and which. */
async function grantedBefore(
  writing: Writing,
  starting: readonly Starting[],
): Promise<ReadonlyMap<DecisionRecord, string>> {
  const counted = starting.flatMap(({ decision, grant: { id: grant, policy } }) => {
    const { quota, holders } = decision.grant ?? {}
    return quota && holders ? [{ decision, claim: { ...quota, policy, holders, grant } }] : []
  })
  const taken = await writing.claim(
    counted.map(({ claim: { policy, per, times, from, holders, grant } }) => ({
      policy,
      per,
      times,
      from,
      holders,
      grant,
    })),
  )
  return new Map(
    counted.flatMap(({ decision }, index) => {
      const by = taken[index]
      return by === undefined ? [] : [[decision, by] as const]
    }),
  )
}

/** Records what changes no grant: that somebody keeps what they would lose, or that a person must decide. */
async function told(
  writing: Writing,
  decision: DecisionRecord,
  { review, loss }: Step,
  options: EffectOptions,
): Promise<void> {
  const law = options.lost && { law: options.lost.law }
  if (review !== undefined)
    await act(writing, decision, { kind: 'review asked', reason: review, content: { ...law, ...loss } }, options)
  else if (loss !== undefined) await act(writing, decision, { kind: 'kept', content: loss }, options)
}

const act = (
  writing: Writing,
  { policy, subject }: DecisionRecord,
  one: { readonly kind: string; readonly reason?: string; readonly content: object },
  { id, judged }: EffectOptions,
): Promise<void> => writing.act({ policy, subject, by: id, ...(judged === undefined && { campaign: id }), ...one })
