/** What is still not known: which fact, or which judgement of a person, why, and what to do about it. */
export interface OpenFact {
  readonly name: string
  readonly source: string
  readonly because: string
  readonly next: 'wait' | 'ask the source' | 'ask the citizen' | 'needs a person'
}
