import type { Days, DecisionRecord } from '@vanzelf/ledger'
import type { Label } from '@vanzelf/rules'
import type { Decision, Given } from '@vanzelf/rules/evaluate'
import type { Right } from './rights.ts'

/** A ground as a clerk sees it. */
export interface ToldGround {
  readonly article: string
  readonly label?: Label
}

/**
 * All that a clerk is told of a decision. INVARIANT: pages of the counter and their letters are made of this alone, so that
 * two people of whom it is the same cannot be told apart.
 */
export type Told =
  | { readonly outcome: 'not eligible' | 'undetermined' | 'opted out' }
  | {
      readonly outcome: 'eligible'
      /** `open`: the right is certain, and something else is not known yet, such as how much: it cannot be granted. */
      readonly state: 'settled' | 'open'
      readonly grounds: readonly ToldGround[]
      /** Absent while several grounds may be the one. */
      readonly ground?: string
      readonly benefit: Given
      readonly period?: Days
    }

/** What a clerk may know of a decision: of a refusal and of what is not known, that and nothing more. */
export function told(right: Right, decision: Decision): Told {
  if (decision.outcome !== 'eligible') return { outcome: decision.outcome }
  const { benefit, period, open } = decision
  const ground = right.tells === 'the ground' ? decision.ground : undefined
  return {
    outcome: 'eligible',
    state: open.length === 0 ? 'settled' : 'open',
    grounds: groundsOf(right, ground),
    ...(ground !== undefined && { ground }),
    benefit,
    ...(period && { period: daysOf(period) }),
  }
}

/** The same of a decision as the ledger keeps it; undefined of one that granted nothing. */
export function toldOfRecord(right: Right, { ground, grant }: DecisionRecord): Told | undefined {
  if (grant === undefined) return undefined
  return told(right, {
    outcome: 'eligible',
    ground,
    benefit: grant.benefit,
    period: grant.period,
    recipient: undefined,
    open: [],
  })
}

const groundsOf = ({ policy }: Right, held: string | undefined): readonly ToldGround[] =>
  policy.grounds
    .filter(({ article }) => held === undefined || article === held)
    .map(({ article, label }) => ({ article, ...(label && { label }) }))

/** Days of a decision are ISO dates; its type leaves them texts. */
const daysOf = ({ from, until }: { readonly from: string; readonly until: string | null }): Days =>
  ({ from, until }) as Days
