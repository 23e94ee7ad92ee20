import type { Label } from '@vanzelf/rules'
import { sharesIn } from '../benefit.ts'
import { type Channel, refused } from '../channel.ts'
import { lastDayOf } from '../last-day.ts'
import { type FileOptions, fileChannel } from './file-channel.ts'
import { percentageIn } from './layout.ts'

/** A pupil whose bills are lowered. */
export interface Pupil {
  /** The school's own number of the pupil. */
  readonly pupil: string
  /** The school's number. */
  readonly school: string
}

/** How a school's bills name what is discounted. */
export interface BillingOptions {
  /** The code of an item, such as meals or care; `undefined` where the bills have none. */
  readonly itemOf: (of: Label) => string | undefined
}

/**
 * Discounts for schools' billing: a line for each pupil, school and item with the percentage taken off and the days on
 * which it counts, the last included. One grant may concern several pupils: `recipients` gives them all. A benefit is
 * refused whole where an item has no code (`item-unknown`) or a part is no share (`not-a-share`): half a discount would
 * look like all of it. Other outcomes are those of `voucherFile`.
 * @throws {DefinitionError} `bad-option` for a name that makes no file name
 * @example
 * ```ts
 * import { readFileSync, rmSync } from 'node:fs'
 *
 * const channel = schoolBillingFile({
 *   folder: 'billing-example',
 *   name: 'school-billing',
 *   recipients: (batch) => batch.map(() => [{ pupil: 'L-17', school: '37101' }]),
 *   itemOf: ({ en }) => (en === 'meals' ? 'MEAL' : undefined),
 * })
 * const [outcome] = await channel.deliver([{
 *   id: 'grant-1',
 *   policy: 'ghent/social-assistance-discount',
 *   recipient: 'p1',
 *   benefit: { kind: 'share', amount: 80, of: { nl: 'maaltijden', en: 'meals' } },
 *   period: { from: '2026-09-01', until: '2027-09-01' },
 * }])
 * const file = outcome?.outcome === 'delivered' ? outcome.receipt.split('#')[0] : ''
 * readFileSync(`billing-example/${file}`, 'utf8').split('\r\n')[1]
 * // => 'grant-1;ghent/social-assistance-discount;L-17;37101;MEAL;80;2026-09-01;2027-08-31'
 * rmSync('billing-example', { recursive: true })
 * ```
 */
export function schoolBillingFile(options: FileOptions<readonly Pupil[]> & BillingOptions): Channel {
  const { itemOf, layout = {} } = options
  return fileChannel(options, {
    headings: ['reference', 'policy', 'pupil', 'school', 'item', 'percentage', 'from', 'until'],
    linesOf({ id, policy, benefit, period }, pupils) {
      if (pupils.length === 0) return refused('recipient-unknown')
      const shares = sharesIn(benefit)
      if ('outcome' in shares) return shares
      const items = shares.map(({ of, percentage }) => ({ item: itemOf(of), percentage }))
      if (items.some(({ item }) => item === undefined)) return refused('item-unknown')
      return {
        lines: pupils.flatMap(({ pupil, school }) =>
          items.map(({ item = '', percentage }) => [
            id,
            policy,
            pupil,
            school,
            item,
            percentageIn(layout, percentage),
            period.from,
            lastDayOf(period),
          ]),
        ),
      }
    },
  })
}
