import type { DecisionRecord } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import type { CampaignOptions } from './options.ts'
import { checkMayRun } from './refusal.ts'
import type { Effect } from './report.ts'
import { sendDue } from './send-due.ts'
import { worker } from './worker.ts'

/** What became of one person: what was decided, and what it led to. */
export interface GrantedOne {
  readonly decision: DecisionRecord
  readonly effect: Effect
}

/** How one person is granted something: `id` is what the ledger says that did it, such as `counter of the library`. */
export type GrantOneOptions<Asks extends Fact, About extends string> = Omit<
  CampaignOptions<Asks, About>,
  'population' | 'takesEffect' | 'sideBySide' | 'onProgress' | 'together'
>

/**
 * Decides one person and puts it into effect, as a counter does when somebody stands at it: a clerk has seen the decision, so
 * that figures nobody verified do not refuse it. What was granted before is not granted again.
 * @returns undefined of who opted out, of whom no register is read
 * @throws {RefusedError} `no-legal-basis`, `authorisation-expired`, before anything is asked
 * @throws {DefinitionError} `no-holder-of-quota`
 */
export async function grantOne<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  subject: SubjectId,
  options: GrantOneOptions<Asks, About>,
): Promise<GrantedOne | undefined> {
  const whole = { ...options, population: () => [subject], takesEffect: { approvals: 1 } } as const
  checkMayRun(policy, whole)
  let one: GrantedOne | undefined
  const counts = {
    add: (decisions: readonly DecisionRecord[], effects: ReadonlyMap<DecisionRecord, Effect>) => {
      for (const decision of decisions) one = { decision, effect: effects.get(decision) ?? 'nothing' }
    },
    optOut: () => {},
  }
  await worker(policy, whole, counts).again([subject])
  const { ledger, channels = [], signal } = options
  for (const channel of channels) await sendDue(ledger, channel, signal && { signal })
  return one
}
