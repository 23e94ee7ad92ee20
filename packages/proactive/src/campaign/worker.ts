import type { Batch, DecisionRecord } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { deciderOf } from '../decide.ts'
import { recorded } from '../recorded.ts'
import { type BatchToTell, batchTold } from '../telemetry/batch-told.ts'
import { counted } from '../telemetry/counted.ts'
import { measures } from '../telemetry/measures.ts'
import { putIntoEffect } from './effect.ts'
import type { CampaignOptions } from './options.ts'
import type { Effect } from './report.ts'
import type { Tally } from './tally.ts'
import { recorder } from './to-record.ts'

/** What is done with one batch of a campaign; each resolves to whether it was still to be done. */
export interface Worker {
  decideAndPutIntoEffect(batch: Batch): Promise<boolean>
  decide(batch: Batch): Promise<boolean>
  putIntoEffect(batch: Batch): Promise<boolean>
  /** Decides some of its subjects again. */
  again(subjects: readonly SubjectId[]): Promise<void>
}

export interface WorkerOptions<Asks extends Fact, About extends string> extends CampaignOptions<Asks, About> {
  /** What is taken back again had no effect, and is not measured as one. */
  readonly written?: 'taken back'
}

export function worker<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: WorkerOptions<Asks, About>,
  counts: Pick<Tally, 'add' | 'optOut'>,
): Worker {
  const { ledger, id, log } = options
  const measured = measures()
  const toRecord = recorder(policy, options)
  const decideSome = deciderOf(policy, { ...options, connectors: recorded(options.connectors, ledger, options.now) })

  async function decided(subjects: readonly SubjectId[]): Promise<readonly DecisionRecord[]> {
    // Of who does not want it no register is read.
    const out = await ledger.people.optedOut(policy.name, subjects)
    counts.optOut(out.size)
    return (await decideSome(subjects.filter((subject) => !out.has(subject)))).map(toRecord)
  }

  /** Only what was written counts: a transaction that fails is done again. */
  function count(
    decisions: readonly DecisionRecord[],
    effects: ReadonlyMap<DecisionRecord, Effect> | undefined,
  ): boolean {
    if (effects === undefined) return false
    counts.add(decisions, effects)
    if (options.written !== 'taken back')
      for (const [effect, count] of counted(effects.values())) measured.effect(policy.name, effect, count)
    return true
  }

  const told = (
    step: BatchToTell['step'],
    { number, subjects }: Pick<Batch, 'subjects'> & Partial<Batch>,
    work: () => Promise<boolean>,
  ) => {
    const batch = number !== undefined && { batch: number }
    return batchTold({ ...{ id, log, policy: policy.name, step, subjects: subjects.length }, ...batch }, work)
  }

  return {
    decideAndPutIntoEffect: ({ number, subjects }) =>
      told('decide and put into effect', { number, subjects }, async () => {
        const decisions = await decided(subjects)
        const effects = await ledger.write(async (writing) => {
          if (!(await writing.advance(id, number, 'open', 'done'))) return undefined
          await writing.decided(decisions)
          return putIntoEffect(writing, decisions, options)
        })
        return count(decisions, effects)
      }),
    decide: ({ number, subjects }) =>
      told('decide', { number, subjects }, async () => {
        const decisions = await decided(subjects)
        const isWritten = await ledger.write(async (writing) => {
          if (!(await writing.advance(id, number, 'open', 'decided'))) return false
          await writing.decided(decisions)
          return true
        })
        return count(decisions, isWritten ? new Map() : undefined)
      }),
    putIntoEffect: ({ number, subjects }) =>
      told('put into effect', { number, subjects }, async () => {
        const latest = await ledger.decisions.latest(policy.name, subjects)
        const out = await ledger.people.optedOut(policy.name, subjects)
        const decisions = [...latest.values()].filter(({ campaign, subject }) => campaign === id && !out.has(subject))
        const effects = await ledger.write(async (writing) =>
          (await writing.advance(id, number, 'decided', 'done'))
            ? putIntoEffect(writing, decisions, options)
            : undefined,
        )
        return count(decisions, effects)
      }),
    async again(subjects) {
      await told('decide again', { subjects }, async () => {
        const decisions = await decided(subjects)
        const effects = await ledger.write(async (writing) => {
          await writing.decided(decisions)
          return putIntoEffect(writing, decisions, options)
        })
        return count(decisions, effects)
      })
    },
  }
}
