import type { Log } from './log-fields.ts'
import { traced } from './traced.ts'

/** What is done with some subjects of a campaign. */
export interface BatchToTell {
  /** The campaign. */
  readonly id: string
  readonly log: Log | undefined
  readonly policy: string
  readonly step: 'decide and put into effect' | 'decide' | 'put into effect' | 'decide again'
  /** Its number, where these are a batch of the campaign's own. */
  readonly batch?: number
  readonly subjects: number
}

/**
 * Does it, and tells how long that took.
 * @param work resolves to whether it was still to be done
 */
export function batchTold(
  { id, log, policy, step, batch, subjects }: BatchToTell,
  work: () => Promise<boolean>,
): Promise<boolean> {
  const attributes = {
    'vanzelf.campaign.id': id,
    'vanzelf.policy.name': policy,
    'vanzelf.batch.step': step,
    'vanzelf.subjects': subjects,
    ...(batch !== undefined && { 'vanzelf.batch.number': batch }),
  }
  return traced('vanzelf.batch', attributes, async () => {
    const began = performance.now()
    const wasToBeDone = await work()
    const milliseconds = Math.round(performance.now() - began)
    const about = { campaign: id, policy, step, subjects, milliseconds, ...(batch !== undefined && { batch }) }
    if (wasToBeDone) log?.info('batch done', about)
    return wasToBeDone
  })
}
