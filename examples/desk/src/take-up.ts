import type { Figures } from './figures.ts'
import { type Published, shareThatApplied } from './published.ts'
import type { TextKey } from './texts/texts.ts'

/** Whom a campaign reached, and who is still to be reached. */
export interface TakeUp {
  /** Who is counted: families, where the city whose figures stand beside them counted these. */
  readonly counts: 'people' | 'families'
  readonly reached: number
  /**
   * Of those reached, how many would have applied, and how many would have missed it, if as many applied as the published
   * figures suggest. Absent of a right of which nothing was published: no share is made up.
   */
  readonly supposed?: { readonly applied: number; readonly missed: number }
  /** How many may still have to apply: at least who must tell something themselves, at most everybody not known yet. */
  readonly toApply: { readonly least: number; readonly most: number }
}

/** How those who are counted are called. */
export const takeUpTexts = {
  people: {
    reached: 'reachedWithout',
    applied: 'supposedApplied',
    missed: 'supposedMissed',
    chart: 'chartTakeUp',
  },
  families: {
    reached: 'familiesReached',
    applied: 'familiesApplied',
    missed: 'familiesMissed',
    chart: 'chartFamilies',
  },
} as const satisfies {
  readonly [counts in TakeUp['counts']]: { readonly [what in 'reached' | 'applied' | 'missed' | 'chart']: TextKey }
}

/**
 * The take-up of a campaign.
 * @param published what is known of the right before it was granted by itself
 */
export function takeUpOf({ reached, recipients, undetermined, open }: Figures, published?: Published): TakeUp {
  const toApply = { least: open.citizen, most: undetermined }
  if (published === undefined) return { counts: 'people', reached, toApply }
  const counts = published.about === 'families' ? 'families' : 'people'
  const counted = counts === 'families' ? recipients : reached
  const applied = Math.round(counted * shareThatApplied(published))
  return { counts, reached: counted, supposed: { applied, missed: counted - applied }, toApply }
}
