import type { Days, Grant, ToHandOver, Writing } from '@vanzelf/ledger'
import type { CampaignOptions } from '../campaign/options.ts'
import { isWithoutDays } from './days.ts'

/** Who carries a grant. Without a word it is whoever carried it before. */
export type Carriers = Pick<CampaignOptions, 'channels' | 'channelOf'>

/** How a grant stands after a step of its life. */
export interface Carried {
  readonly grant: Grant
  /** What is carried out stops here, also where the grant itself does not. */
  readonly until?: Days['until']
}

/** Hands over what steps in the life of grants lead to: what changes is withdrawn where it was delivered, and delivered anew. */
export async function handOver(writing: Writing, steps: readonly Carried[], carriers: Carriers): Promise<void> {
  const before = await writing.handedOver(steps.flatMap(({ grant: { id, revision } }) => (revision > 1 ? [id] : [])))
  await writing.handOver(steps.flatMap((step) => toHandOver(step, before.get(step.grant.id), carriers)))
}

function toHandOver(
  { grant, until = grant.period.until }: Carried,
  last: ToHandOver | undefined,
  { channelOf, channels }: Carriers,
): readonly ToHandOver[] {
  const channel = channelOf?.(grant) ?? channels?.[0]?.name ?? last?.channel
  if (channel === undefined) return []
  // Under an id of its own: what was delivered once under the earlier one is not delivered again.
  const id = `${grant.id}.${grant.revision}`
  const { policy, recipient, benefit } = grant
  const period = { ...grant.period, until }
  const delivery = { id, policy, recipient, benefit, period }
  return [
    ...(last?.action === 'deliver' ? [{ ...last, id: `${last.id}.withdrawn`, action: 'withdraw' as const }] : []),
    ...(isWithoutDays(period) ? [] : [{ id, grant: grant.id, channel, action: 'deliver' as const, delivery }]),
  ]
}
