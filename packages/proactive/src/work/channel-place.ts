import type { Channel } from '@vanzelf/delivery'
import type { Ledger, Queue, ToSend } from '@vanzelf/ledger'
import { sendDue } from '../campaign/send-due.ts'
import { SOON } from './campaign-job.ts'
import { type Place, placeOf } from './place.ts'

/** A job of a channel: to hand over what is due. */
export interface ChannelJob {
  readonly channel: string
}

/** What is due at a later time, or was granted by who sends no jobs, is found by looking again. */
const EACH_MINUTE = 60

/** To hand over to channels what is due by now. */
export async function sendHandOvers(ledger: Ledger, channels: readonly Channel[]): Promise<void> {
  for (const { name } of channels) await (await queueOfChannel(ledger, name)).send([handOver(name, 'now')])
}

/** Hands over what is due for a channel, one process at a time. */
export async function channelPlace(ledger: Ledger, channel: Channel): Promise<Place> {
  const queue = await queueOfChannel(ledger, channel.name)
  await queue.send([handOver(channel.name, 'now')])
  return placeOf(queue, async () => {
    // Sent first: a channel that keeps failing is looked at again all the same.
    await queue.send([handOver(channel.name, 'later', EACH_MINUTE)])
    await sendDue(ledger, channel)
    // Another process was at it, and may not have seen what came last.
    const isLeft = (await ledger.deliveries.due(channel.name, 1)).length > 0
    if (isLeft) await queue.send([handOver(channel.name, 'soon', SOON)])
  })
}

const queueOfChannel = (ledger: Ledger, channel: string): Promise<Queue<ChannelJob>> =>
  ledger.jobs.queue<ChannelJob>(`channel ${channel}`)

/** @param after in seconds */
const handOver = (channel: string, once: 'now' | 'soon' | 'later', after = 0): ToSend<ChannelJob> => ({
  job: { channel },
  once,
  after,
})
