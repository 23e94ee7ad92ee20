/** What something is called, per language: Dutch first, English beside it, others where somebody wrote them. */
export interface Label {
  readonly nl: string
  readonly en: string
  readonly fr?: string
  readonly de?: string
}
