import { type LedgerOptions, openLedger } from '@vanzelf/ledger'
import { concernedBy, corrections, runCampaign } from '@vanzelf/proactive'
import type { SubjectId } from '@vanzelf/source'
import { bags, campaignOf, cityOf } from './city.ts'
import { corrected } from './connectors.ts'

/** What came of a register that was corrected for so many. */
export interface Corrected {
  readonly corrected: number
  /** Who was decided again, of how many households. */
  readonly decidedAgain: number
  readonly owed: number
  readonly cents: number
  /** Whether the list of who is owed what is that of everybody decided again. */
  readonly asARecomputation: boolean
}

/** Corrects a status of some people after a campaign, and decides again whom that concerns; and on the other ledger everybody. */
export async function correct(
  ledgers: { readonly delta: LedgerOptions; readonly full: LedgerOptions },
  households: number,
  corrections: number,
): Promise<Corrected> {
  const { city, connectors, population } = cityOf(households)
  const wrong = new Set<SubjectId>()
  while (wrong.size < Math.min(corrections, city.residentCount))
    wrong.add(`p${Math.floor(Math.random() * city.residentCount)}`)
  const now = corrected(connectors, 'increasedReimbursement', wrong)
  const decided = new Set(population())

  async function owedAfter(options: LedgerOptions, kind: 'delta' | 'full') {
    const ledger = await openLedger(options)
    try {
      const common = { ledger, population, connectors, together: 500 }
      await runCampaign(bags, campaignOf(common))
      const whom =
        kind === 'full' ? [...decided] : await concernedBy(ledger, bags, [...wrong], (one) => decided.has(one))
      const again = { ...common, id: 'correction', corrects: true, connectors: now, population: () => whom }
      await runCampaign(bags, campaignOf(again))
      return { whom, owed: await owedIn(ledger) }
    } finally {
      await ledger.close()
    }
  }
  const delta = await owedAfter(ledgers.delta, 'delta')
  const full = await owedAfter(ledgers.full, 'full')
  return {
    corrected: wrong.size,
    decidedAgain: delta.whom.length,
    owed: delta.owed.length,
    cents: delta.owed.reduce((sum, [, cents]) => sum + cents, 0),
    asARecomputation: JSON.stringify(delta.owed) === JSON.stringify(full.owed),
  }
}

async function owedIn(ledger: Awaited<ReturnType<typeof openLedger>>): Promise<readonly (readonly [string, number])[]> {
  const owed: [string, number][] = []
  for await (const one of corrections(ledger, 'correction')) owed.push([one.grant.id, one.owed])
  return owed
}
