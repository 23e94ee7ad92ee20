import type { Ledger } from '@vanzelf/ledger'
import { audited } from '@vanzelf/source'
import { eachConnector } from './each-connector.ts'

/**
 * Connectors of which every question is in a ledger before its answer is used: who asked what about whom, for what. What a
 * campaign does by itself, for whoever decides without one.
 * @example
 * ```ts
 * import { openLedger } from '@vanzelf/ledger'
 * import { fact } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'welfare', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const ledger = await openLedger({})
 * const welfare = { livingWage: async ({ subjects }: { subjects: readonly string[] }) => subjects.map(() => ({ value: true })) }
 * const onRecord = recorded({ welfare }, ledger)
 * const purpose = { policy: 'meals', basis: 'authorisation 2026/3', asker: 'Exampleville' }
 * await onRecord.welfare.livingWage({ fact: livingWage, at: { on: '2026-01-01' }, subjects: ['p1'], purpose } as never)
 * const asks = await ledger.asks.about('p1')
 * asks.map(({ fact, asker }) => [fact, asker]) // => [['livingWage', 'Exampleville']]
 * await ledger.close()
 * ```
 */
export function recorded<C extends object>(
  connectors: C,
  { asks }: Pick<Ledger, 'asks'>,
  now: () => Date = () => new Date(),
): C {
  const audit = { record: asks.record, now: () => now().toISOString() }
  return eachConnector(connectors, () => (answerer) => audited({ answerer }, audit).answerer)
}
