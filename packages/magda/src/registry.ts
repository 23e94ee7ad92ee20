import type { IsoDate } from '@vanzelf/rules'
import { daysLater } from './day.ts'
import { type Refusal, refusal } from './exceptions.ts'
import type { Asking, Exchange } from './exchange.ts'
import { momentOf } from './moment.ts'
import type { Sender } from './service.ts'
import { registration } from './services/registration.ts'

/** Sees to it that a person is registered before the first consultation; a refusal where that did not succeed. */
export type Registry = (number: string, asking: Asking) => Promise<Refusal | undefined>

/** A registry that registers each person once for each sender, for some days. */
export function registry({
  exchange,
  days,
  now,
  senderFor,
}: {
  readonly exchange: Exchange
  readonly days: number
  readonly now: () => Date
  readonly senderFor: (purpose: Asking['purpose']) => Sender
}): Registry {
  const registered = new Map<string, { readonly last: IsoDate; readonly done: Promise<Refusal | undefined> }>()
  return (number, asking) => {
    const today = momentOf(now()).day
    const { uri, hoedanigheid } = senderFor(asking.purpose)
    const key = JSON.stringify([uri, hoedanigheid, number])
    const before = registered.get(key)
    if (before && today <= before.last) return before.done
    const last = daysLater(today, days - 1)
    const done = register({ number, from: today, last }, asking).then((refused) => {
      if (refused) registered.delete(key)
      return refused
    })
    registered.set(key, { last, done })
    done.catch(() => registered.delete(key))
    return done
  }

  async function register(
    question: { readonly number: string; readonly from: IsoDate; readonly last: IsoDate },
    asking: Asking,
  ): Promise<Refusal | undefined> {
    // Others may wait for the same registration: it goes on when the one who began it cancels.
    const reply = await exchange(registration, question, { ...asking, signal: new AbortController().signal })
    if ('refusal' in reply) return reply
    if ('replacedBy' in reply) return undefined
    return reply.content.succeeded ? undefined : refusal('not permitted')
  }
}
