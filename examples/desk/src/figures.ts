import type { Ledger, Recorded } from '@vanzelf/ledger'
import type { SubjectId } from '@vanzelf/source'

/** What a campaign came to. */
export interface Figures {
  readonly eligible: number
  readonly notEligible: number
  readonly undetermined: number
  /** Whom it gave a grant that they had not: nobody asked for it. */
  readonly reached: number
  /** How many receive these: of what children are granted, their families. */
  readonly recipients: number
  /** Of who is undetermined, on what it depends. */
  readonly open: { readonly [what in Waiting]: number }
  /** How many were invited to tell what they alone can. */
  readonly invited: number
  /** Which registers hold something back, the one that most decisions wait for first. */
  readonly missing: readonly HoldsBack[]
}

/**
 * What an undetermined decision waits for. While a register may still settle it, it waits for that; else for the citizen,
 * who must tell something, or for a reviewer.
 */
export type Waiting = 'register' | 'citizen' | 'reviewer'

/** What one register holds back: decisions that are not known, and grants of which the right is certain and the rest is not. */
export interface HoldsBack {
  readonly source: string
  readonly waits: number
  /** How many of these wait for nothing else. */
  readonly waitsOnly: number
  /** Of how many of the last it is certain that there is a right. */
  readonly entitled: number
}

/** Counted from the ledger, so that a desk which starts again tells the same. */
export async function figuresOf({ acts, decisions, grants }: Ledger, campaign: string): Promise<Figures> {
  const outcomes = { eligible: 0, 'not eligible': 0, undetermined: 0 }
  const open = { register: 0, citizen: 0, reviewer: 0 }
  const held = new Map<string, HoldsBack>()
  for await (const page of decisions.of(campaign))
    for (const decision of page) {
      outcomes[decision.outcome] += 1
      if (decision.outcome === 'undetermined') open[waitsFor(decision)] += 1
      if (decision.outcome === 'not eligible' || decision.grant !== undefined) continue
      const sources = [...new Set(decision.missing.map(({ source }) => source))]
      const alone = sources.length === 1 ? 1 : 0
      const certain = decision.outcome === 'eligible' ? alone : 0
      for (const source of sources) {
        const { waits, waitsOnly, entitled } = held.get(source) ?? { waits: 0, waitsOnly: 0, entitled: 0 }
        held.set(source, { source, waits: waits + 1, waitsOnly: waitsOnly + alone, entitled: entitled + certain })
      }
    }
  let reached = 0
  const recipients = new Set<SubjectId>()
  for await (const page of grants.steps(campaign))
    for (const { now, before } of page) {
      if (before !== undefined) continue
      reached += 1
      recipients.add(now.recipient)
    }
  let invited = 0
  for await (const page of acts.of(campaign, 'invited')) invited += page.length
  return {
    eligible: outcomes.eligible,
    notEligible: outcomes['not eligible'],
    undetermined: outcomes.undetermined,
    reached,
    recipients: recipients.size,
    open,
    invited,
    missing: [...held.values()].toSorted((a, b) => b.waits - a.waits),
  }
}

function waitsFor({ missing }: Recorded): Waiting {
  if (missing.some(({ next }) => next === 'wait' || next === 'ask the source')) return 'register'
  return missing.some(({ next }) => next === 'ask the citizen') ? 'citizen' : 'reviewer'
}
