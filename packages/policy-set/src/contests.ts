import type { Combination, Excludes, Replaces } from './combination.ts'

/** One policy that may make another give way. */
export interface Contest {
  readonly stronger: string
  readonly weaker: string
  readonly combination: Excludes | Replaces
  /** The thing for which it must give more; without it, it is stronger whatever both give. */
  readonly highest?: string
  /** Whether the stronger one also wins from an equal. */
  readonly winsEqual: boolean
}

/** Who may make whom give way. Where the highest wins, each of two may be the stronger. */
export function contestsOf(combinations: readonly Combination[]): readonly Contest[] {
  return combinations.flatMap((combination): readonly Contest[] => {
    if (combination.kind === 'adds') return []
    if (combination.kind === 'replaces')
      return [{ stronger: combination.policy, weaker: combination.replaced, combination, winsEqual: true }]
    const { policies, wins } = combination
    return policies.flatMap((one, index) =>
      policies.slice(index + 1).flatMap((other): readonly Contest[] => {
        const first = { stronger: one, weaker: other, combination, winsEqual: true }
        if (wins === 'first named') return [first]
        const { highest } = wins
        return [
          { ...first, highest },
          { stronger: other, weaker: one, combination, highest, winsEqual: false },
        ]
      }),
    )
  })
}
