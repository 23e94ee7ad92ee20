import type { Batch, Campaign, Counts } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { chunks } from '../chunks.ts'
import type { CampaignOptions } from './options.ts'
import { checkMayRun } from './refusal.ts'
import { versionOf } from './version.ts'

/** What planning a campaign takes: nobody is asked anything. */
export type PlanOptions<Asks extends Fact = Fact, About extends string = string> = Omit<
  CampaignOptions<Asks, About>,
  'connectors'
>

/** What is done with a batch. */
export type Step = 'decide' | 'put into effect'

/** What is to be done next. Where it is `to approve` or `stopped`, people must say something first. */
export type Next = 'plan' | Step | 'to approve' | 'stopped' | 'done'

/** The course of a campaign, from its planning to its end, whoever takes it there. */
export interface Course {
  /** Begins it in the ledger, or finds it there. */
  begin(): Promise<Campaign>
  state(): Promise<Campaign['state'] | undefined>
  /** Takes it to the state that it has come to, and tells what is next. */
  next(): Promise<Next>
  plan(): Promise<Planned>
  /** Batches for which a step is to be done, in their order. */
  waitingFor(step: Step, limit: number, after?: number): Promise<readonly Batch[]>
  /** Does a step of one batch, which is one process's at a time. */
  take(number: number, step: Step, act: (batch: Batch) => Promise<boolean>): Promise<Taken>
  counts(): Promise<Counts>
}

/** `read`: by this process, to its end · `read before`: by another · `elsewhere`: another reads it now */
export type Planned = 'read' | 'read before' | 'elsewhere'

/** `elsewhere`: another process is at it · `not to be done`: it was done before. */
export type Taken = 'done' | 'elsewhere' | 'not to be done'

/** Enough for a source to answer in batches; what is done again when a process dies is one of these at most. */
const TOGETHER = 500

const BEFORE = { decide: 'open', 'put into effect': 'decided' } as const

/**
 * @throws {RefusedError} `unverified-parameters`, `no-legal-basis`, `authorisation-expired`, before anything is asked
 * @throws {DefinitionError} `no-holder-of-quota`
 */
export function courseOf<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: PlanOptions<Asks, About>,
): Course {
  checkMayRun(policy, options)
  const { ledger, id, on, takesEffect, lost, population, together = TOGETHER, signal, log } = options
  const { campaigns } = ledger
  const needed = takesEffect === 'automatically' ? 0 : takesEffect.approvals
  const state = async () => (await campaigns.find(id))?.state
  const isApproved = async () => needed === 0 || (await campaigns.approvals(id)).length >= needed
  const move = (from: Campaign['state'], to: Campaign['state']) => campaigns.move(id, to, undefined, from)
  const waitingFor: Course['waitingFor'] = (step, limit, after) => campaigns.batches(id, BEFORE[step], limit, after)
  const isLeft = async (step: Step) => (await waitingFor(step, 1)).length > 0

  async function next(): Promise<Next> {
    const now = await state()
    switch (now) {
      case 'planning':
        return 'plan'
      // Of one that nobody began, nothing is to be done either.
      case undefined:
        return 'stopped'
      case 'stopped':
      case 'done':
        return now
      case 'to approve':
        if (!(await isApproved())) return now
        await move('to approve', 'running')
        return next()
      case 'running': {
        if (await isLeft('decide')) return 'decide'
        const approved = await isApproved()
        if (approved && (await isLeft('put into effect'))) return 'put into effect'
        // Whoever stopped it meanwhile is heard.
        await move('running', approved ? 'done' : 'to approve')
        return next()
      }
    }
  }

  return {
    begin: () =>
      campaigns.begin({ id, policy: policy.name, version: versionOf(policy), on, options: { takesEffect, lost } }),
    state,
    next,
    async plan() {
      const planned = await ledger.alone(`plan ${id}`, async (): Promise<Planned> => {
        if ((await state()) !== 'planning') return 'read before'
        let planned: Planned = 'read before'
        // Where another reading began meanwhile, this one is left before its end.
        async function* toTheEnd() {
          yield* batchesOf(population(), together, signal)
          planned = 'read'
        }
        await campaigns.plan(id, toTheEnd())
        log?.info('campaign planned', { campaign: id, policy: policy.name })
        return planned
      })
      return planned ?? 'elsewhere'
    },
    waitingFor,
    async take(number, step, act) {
      const acted = await ledger.alone(`batch ${number} of ${id}`, async () => {
        const [batch] = await waitingFor(step, 1, number - 1)
        return batch?.number === number && (await act(batch))
      })
      if (acted === undefined) return 'elsewhere'
      return acted ? 'done' : 'not to be done'
    },
    counts: () => campaigns.counts(id),
  }
}

async function* batchesOf(
  population: Iterable<SubjectId> | AsyncIterable<SubjectId>,
  together: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly SubjectId[]> {
  for await (const some of chunks(population, together)) {
    signal?.throwIfAborted()
    yield [...new Set(some)]
  }
}
