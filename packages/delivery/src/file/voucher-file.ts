import type { Channel } from '../channel.ts'
import { lastDayOf } from '../last-day.ts'
import { type FileOptions, fileChannel } from './file-channel.ts'
import { amountIn } from './layout.ts'
import { centsOf, type MoneyOptions } from './money.ts'

/** To whom a voucher is sent. */
export interface PostalAddress {
  readonly name: string
  /** With number and box. */
  readonly street: string
  readonly postcode: string
  readonly municipality: string
  /** Where it is not Belgium. */
  readonly country?: string
}

/**
 * Vouchers for a printer or distributor, one line each with an address and an amount. The last column is the last day
 * on which the voucher is valid. What cannot be delivered is refused, and why: `recipient-unknown`, `no-money`,
 * `several-amounts`, `benefit-not-settled`, `delivered-otherwise` (another grant has its id in an earlier file),
 * `withdrawn`; while the folder cannot be written, it is to be retried.
 * @throws {DefinitionError} `bad-option` for a name that makes no file name
 * @throws {DocumentError} `bad-manifest`, when delivering, for an earlier manifest that cannot be read
 * @example
 * ```ts
 * import { readFileSync, rmSync } from 'node:fs'
 *
 * const channel = voucherFile({
 *   folder: 'vouchers-example',
 *   name: 'waste-bags',
 *   recipients: (batch) =>
 *     batch.map(() => ({ name: 'Anna Peeters', street: 'Kouter 1', postcode: '9000', municipality: 'Gent' })),
 * })
 * const [outcome] = await channel.deliver([{
 *   id: 'grant-1',
 *   policy: 'ghent/waste-bags',
 *   recipient: 'p1',
 *   benefit: { kind: 'money', amount: 63_00 },
 *   period: { from: '2026-01-01', until: '2027-01-01' },
 * }])
 * const file = outcome?.outcome === 'delivered' ? outcome.receipt.split('#')[0] : ''
 * readFileSync(`vouchers-example/${file}`, 'utf8').split('\r\n')[1]
 * // => 'grant-1;ghent/waste-bags;Anna Peeters;Kouter 1;9000;Gent;;63,00;2026-01-01;2026-12-31'
 * rmSync('vouchers-example', { recursive: true })
 * ```
 */
export function voucherFile(options: FileOptions<PostalAddress> & MoneyOptions): Channel {
  const { layout = {} } = options
  return fileChannel(options, {
    headings: [
      'reference',
      'policy',
      'name',
      'street',
      'postcode',
      'municipality',
      'country',
      'amount',
      'valid from',
      'valid until',
    ],
    linesOf({ id, policy, benefit, period }, { name, street, postcode, municipality, country = '' }) {
      const sum = centsOf(options, benefit)
      if (typeof sum !== 'number') return sum
      const amount = amountIn(layout, sum)
      const line = [id, policy, name, street, postcode, municipality, country, amount, period.from, lastDayOf(period)]
      return { lines: [line], sum }
    },
  })
}
