import { expectTypeOf, it } from 'vitest'
import type { Channel, Outcome } from './channel.ts'
import type { Delivery } from './delivery.ts'
import type { UitpasChannel } from './uitpas/uitpas.ts'

declare const outcome: Outcome

it('gives a receipt for what is delivered, and for nothing else', () => {
  if (outcome.outcome === 'delivered' || outcome.outcome === 'already delivered')
    expectTypeOf(outcome.receipt).toEqualTypeOf<string>()
  else expectTypeOf(outcome.why).toEqualTypeOf<string>()
  // @ts-expect-error a refused delivery has no receipt
  outcome.receipt
})

it('knows a recipient by pseudonym only', () => {
  expectTypeOf<keyof Delivery>().toEqualTypeOf<'id' | 'policy' | 'recipient' | 'benefit' | 'period' | 'asks'>()
})

it('lets the UiTPAS channel stand wherever a channel does', () => {
  expectTypeOf<UitpasChannel>().toExtend<Channel>()
})
