/** These are granted beside each other. That is so of whatever no combination speaks of; said, it has its article. */
export interface Adds {
  readonly kind: 'adds'
  /** Two policies or more, by their names; each with each. */
  readonly policies: readonly string[]
  /** Where a regulation says so. */
  readonly article: string
  readonly note?: string
}

/** Of these at most one is granted. */
export interface Excludes {
  readonly kind: 'excludes'
  /** Two policies or more, by their names; each with each. */
  readonly policies: readonly string[]
  /**
   * Which of those somebody is entitled to is granted: the one named first; or the one that gives most for one thing.
   * Of equals that is again the one named first, and where only one of two gives anything for it, both stand.
   */
  readonly wins: 'first named' | { readonly highest: string }
  /** Where a regulation says so. */
  readonly article: string
  readonly note?: string
}

/** One takes the place of another: who is granted the first loses the second. */
export interface Replaces {
  readonly kind: 'replaces'
  readonly policy: string
  readonly replaced: string
  /** Where a regulation says so. */
  readonly article: string
  readonly note?: string
}

/** How some policies of a set combine, as data. */
export type Combination = Adds | Excludes | Replaces

/** The policies that a combination speaks of, by their names. */
export const policiesOf = (combination: Combination): readonly string[] =>
  combination.kind === 'replaces' ? [combination.policy, combination.replaced] : combination.policies

/** A combination as messages tell it. */
export const told = (combination: Combination): string =>
  `\`${combination.kind}\` of \`${combination.article}\`: ${policiesOf(combination)
    .map((name) => `\`${name}\``)
    .join(', ')}`
