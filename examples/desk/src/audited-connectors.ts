import { audited as auditedOne } from '@vanzelf/source'
import type { Connectors, Deciding } from './rights.ts'

/** Registers of which every question is in the ledger before its answer is used. */
export function audited({ connectors, ledger, now }: Pick<Deciding, 'connectors' | 'ledger' | 'now'>): Connectors {
  const audit = { record: ledger.asks.record, now: () => now().toISOString() }
  return {
    'population-register': auditedOne(connectors['population-register'], audit),
    'social-security': auditedOne(connectors['social-security'], audit),
    'municipal-welfare': auditedOne(connectors['municipal-welfare'], audit),
  }
}
