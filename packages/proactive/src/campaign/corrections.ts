import type { GrantStep, Ledger, RecordedGrant } from '@vanzelf/ledger'
import { owed } from './compare-benefits.ts'

/** What somebody is owed, now that a register was corrected. */
export interface Correction {
  readonly grant: RecordedGrant
  /** How it stood before; nothing where it was not granted. */
  readonly before?: RecordedGrant
  /** Cents that still have to be paid; below zero where less is due than was granted. */
  readonly owed: number
}

/**
 * What a campaign corrected, and what is owed for it: each grant that it started, changed or ended. Who would lose what
 * was granted, and keeps it or waits for a person, is in the list of `notReclaimed` instead.
 */
export async function* corrections(ledger: Ledger, campaign: string): AsyncGenerator<Correction> {
  for await (const steps of ledger.grants.steps(campaign)) for (const step of steps) yield corrected(step)
}

function corrected({ now, before }: GrantStep): Correction {
  if (now.state === 'ended') return { grant: now, ...(before && { before }), owed: 0 }
  return { grant: now, ...(before && { before }), owed: owed(before?.benefit, now.benefit) }
}
