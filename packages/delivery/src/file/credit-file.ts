import type { Channel } from '../channel.ts'
import { lastDayOf } from '../last-day.ts'
import { type FileOptions, fileChannel } from './file-channel.ts'
import { amountIn } from './layout.ts'
import { centsOf, type MoneyOptions } from './money.ts'

/** Where a credit is put. */
export interface CreditAccount {
  /** The executor's own number of the account: of a container, a customer, a collection point. */
  readonly account: string
}

/**
 * Credits for whoever keeps accounts, such as a waste company: one line each with an account and an amount. Outcomes are
 * those of `voucherFile`.
 * @throws {DefinitionError} `bad-option` for a name that makes no file name
 * @example
 * ```ts
 * import { rmSync } from 'node:fs'
 *
 * const channel = creditFile({ folder: 'credits-example', name: 'collection-credit', recipients: () => [undefined] })
 * await channel.deliver([{
 *   id: 'grant-1',
 *   policy: 'ghent/waste-bags',
 *   recipient: 'p1',
 *   benefit: { kind: 'money', amount: 31_50 },
 *   period: { from: '2026-01-01', until: '2027-01-01' },
 * }]) // => [{ outcome: 'refused', why: 'recipient-unknown' }]
 * rmSync('credits-example', { recursive: true })
 * ```
 */
export function creditFile(options: FileOptions<CreditAccount> & MoneyOptions): Channel {
  const { layout = {} } = options
  return fileChannel(options, {
    headings: ['reference', 'policy', 'account', 'amount', 'valid from', 'valid until'],
    linesOf({ id, policy, benefit, period }, { account }) {
      const sum = centsOf(options, benefit)
      if (typeof sum !== 'number') return sum
      return { lines: [[id, policy, account, amountIn(layout, sum), period.from, lastDayOf(period)]], sum }
    },
  })
}
