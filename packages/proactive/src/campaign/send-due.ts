import type { Channel } from '@vanzelf/delivery'
import type { Due, Handed, Ledger } from '@vanzelf/ledger'
import { measures } from '../telemetry/measures.ts'
import { traced } from '../telemetry/traced.ts'

/** How due deliveries are handed over. */
export interface SendOptions {
  /** How many at once; 500 unless told. */
  readonly together?: number
  readonly signal?: AbortSignal
}

/**
 * Hands over everything that is due to a channel. What was handed over and could not be recorded is handed over again
 * under the same id, and the channel tells that it was delivered. One process at a time hands over to a channel; where
 * another does, this one leaves it to that.
 * @returns how many were handed over
 */
export async function sendDue(
  ledger: Ledger,
  channel: Channel,
  options: SendOptions | undefined = {},
): Promise<number> {
  const { together = 500 } = options
  const measured = measures()
  const sent = await ledger.alone(`channel ${channel.name}`, async (lost) => {
    const signal = AbortSignal.any(options.signal ? [options.signal, lost] : [lost])
    let count = 0
    for (;;) {
      signal?.throwIfAborted()
      const due = await ledger.deliveries.due(channel.name, together)
      if (due.length === 0) return count
      const about = { 'vanzelf.channel.name': channel.name, 'vanzelf.deliveries': due.length }
      const outcomes = await traced('vanzelf.hand_over', about, () => handed(due, channel, signal))
      await ledger.deliveries.record(outcomes)
      for (const { outcome } of outcomes) measured.delivery(channel.name, outcome.outcome)
      count += due.length
    }
  })
  return sent ?? 0
}

async function handed(due: readonly Due[], channel: Channel, signal?: AbortSignal): Promise<readonly Handed[]> {
  const deliveries = due.filter(({ action }) => action === 'deliver')
  const withdrawals = due.flatMap((one) =>
    one.action === 'withdraw' && one.receipt !== undefined ? [{ due: one, receipt: one.receipt }] : [],
  )
  // What never arrived need not be taken back; what a person was to carry out, a person may have.
  const nothing = due.filter(({ action, receipt }) => action === 'withdraw' && receipt === undefined)
  const [delivered, withdrawn] = [
    deliveries.length > 0
      ? await channel.deliver(
          deliveries.map(({ delivery }) => delivery),
          signal,
        )
      : [],
    withdrawals.length > 0
      ? await channel.withdraw(
          withdrawals.map(({ due: { delivery }, receipt }) => ({ delivery, receipt })),
          signal,
        )
      : [],
  ]
  const missing = { outcome: 'to retry', why: 'no-outcome' } as const
  return [
    ...deliveries.map((one, index) => ({ due: one, outcome: delivered[index] ?? missing })),
    ...withdrawals.map((one, index) => ({ due: one.due, outcome: withdrawn[index] ?? missing })),
    ...nothing.map((one) => ({ due: one, outcome: one.prepared ? BY_A_PERSON : ALREADY })),
  ]
}

const ALREADY = { outcome: 'already withdrawn' } as const
const BY_A_PERSON = { outcome: 'prepared', needs: 'a person', why: 'was-prepared' } as const
