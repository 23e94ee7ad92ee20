import type { Given } from '@vanzelf/rules/evaluate'
import { moneyIn } from '../benefit.ts'
import { type Refused, refused } from '../channel.ts'

/** How money is read from a benefit. */
export interface MoneyOptions {
  /** Euro cents of a benefit that go by this file, or why none do; its one part that is money unless said. */
  readonly amountOf?: (benefit: Given) => number | Refused
}

/** What is read, where it can stand in a file: half a cent or a debt cannot. */
export function centsOf({ amountOf = moneyIn }: MoneyOptions, benefit: Given): number | Refused {
  const cents = amountOf(benefit)
  if (typeof cents !== 'number') return cents
  return Number.isSafeInteger(cents) && cents > 0 ? cents : refused('not-an-amount')
}
