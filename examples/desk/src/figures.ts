import type { Ledger } from '@vanzelf/ledger'

/** What a campaign came to. */
export interface Figures {
  readonly eligible: number
  readonly notEligible: number
  readonly undetermined: number
  /** Grants that stand because of it: nobody asked for them. */
  readonly granted: number
  /** Which register decisions wait for, the one that many wait for first. */
  readonly missing: readonly { readonly source: string; readonly waits: number; readonly waitsOnly: number }[]
}

/** Counted from the ledger, so that a desk which starts again tells the same. */
export async function figuresOf({ decisions, grants }: Ledger, campaign: string): Promise<Figures> {
  const outcomes = { eligible: 0, 'not eligible': 0, undetermined: 0 }
  const waits = new Map<string, number>()
  const waitsOnly = new Map<string, number>()
  const count = (counts: Map<string, number>, source: string) => counts.set(source, (counts.get(source) ?? 0) + 1)
  for await (const page of decisions.of(campaign))
    for (const { outcome, missing } of page) {
      outcomes[outcome] += 1
      if (outcome !== 'undetermined') continue
      const sources = [...new Set(missing.map(({ source }) => source))]
      for (const source of sources) count(waits, source)
      const [only, ...others] = sources
      if (only !== undefined && others.length === 0) count(waitsOnly, only)
    }
  let granted = 0
  for await (const page of grants.steps(campaign)) granted += page.filter(({ now }) => now.state === 'in force').length
  return {
    eligible: outcomes.eligible,
    notEligible: outcomes['not eligible'],
    undetermined: outcomes.undetermined,
    granted,
    missing: [...waits]
      .map(([source, many]) => ({ source, waits: many, waitsOnly: waitsOnly.get(source) ?? 0 }))
      .toSorted((a, b) => b.waits - a.waits),
  }
}
