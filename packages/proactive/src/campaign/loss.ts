/** What of a grant somebody would lose by a decision, and keeps: as it stands in an act of the ledger. */
export interface Loss {
  readonly grant: string
  /** As which the grant stood. */
  readonly revision: number
  /** How many cents less would be granted. */
  readonly less: number
  /** Where the regulation says that it is kept, or that a person decides. */
  readonly law: string
}

/** Whether the content of an act tells a loss: reviews are asked for other reasons as well. */
export const isLoss = (content: object | undefined): content is Loss =>
  content !== undefined &&
  ['grant', 'law'].every((key) => typeof Reflect.get(content, key) === 'string') &&
  ['revision', 'less'].every((key) => typeof Reflect.get(content, key) === 'number')
