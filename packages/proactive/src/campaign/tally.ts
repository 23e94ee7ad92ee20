import type { DecisionRecord } from '@vanzelf/ledger'
import { owed } from './compare-benefits.ts'
import type { Effect, Report } from './report.ts'

/** Counts what a run does, batch after batch. */
export interface Tally {
  add(decisions: readonly DecisionRecord[], effects: ReadonlyMap<DecisionRecord, Effect>): void
  optOut(count: number): void
  report(): Omit<Report, 'campaign' | 'state' | 'subjects' | 'batches'>
}

export function tally(): Tally {
  const outcomes = { eligible: 0, 'not eligible': 0, undetermined: 0 }
  const effects: { [effect in Effect]?: number } = {}
  const lacking = new Map<string, number>()
  const lackingOnly = new Map<string, number>()
  let granted = 0
  let optedOut = 0
  const count = (counts: Map<string, number>, source: string) => counts.set(source, (counts.get(source) ?? 0) + 1)
  return {
    add: (decisions, had) => {
      for (const decision of decisions) {
        outcomes[decision.outcome]++
        const effect = had.get(decision) ?? 'nothing'
        effects[effect] = (effects[effect] ?? 0) + 1
        if (decision.grant && (effect === 'started' || effect === 'renewed'))
          granted += owed(undefined, decision.grant.benefit)
        if (decision.outcome !== 'undetermined') continue
        const sources = [...new Set(decision.missing.map(({ source }) => source))]
        for (const source of sources) count(lacking, source)
        if (sources.length === 1) for (const source of sources) count(lackingOnly, source)
      }
    },
    optOut: (some) => {
      optedOut += some
    },
    report: () => ({
      decided: outcomes.eligible + outcomes['not eligible'] + outcomes.undetermined,
      outcomes: { ...outcomes },
      effects: { ...effects },
      granted,
      undeterminedFor: Object.fromEntries(lacking),
      undeterminedOnlyFor: Object.fromEntries(lackingOnly),
      optedOut,
    }),
  }
}
