/** Where something stands: a line of a YAML file, or a row and column of a table. */
export interface Place {
  readonly file: string
  readonly line?: number
  /** As a spreadsheet counts them: the headings are row 1. */
  readonly row?: number
  readonly column?: string
}

/** Something that somebody wrote, whatever the format, before anyone knows which fact it tells. */
export type Written = WrittenText | WrittenList | WrittenMap
export interface WrittenText {
  readonly kind: 'text'
  /** As it was typed: `01` keeps its zero. */
  readonly text: string
  /** In quotes a text is a text, whatever it says. */
  readonly quoted: boolean
  readonly place: Place
}
export interface WrittenList {
  readonly kind: 'list'
  readonly items: readonly Written[]
  readonly place: Place
}
export interface WrittenMap {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  readonly place: Place
}
export interface Entry {
  readonly key: string
  readonly value: Written
  readonly place: Place
}

export const placeText = ({ file, line, row, column }: Place): string =>
  [
    file,
    line === undefined ? '' : `line ${line}`,
    row === undefined ? '' : `row ${row}`,
    column === undefined ? '' : `column \`${column}\``,
  ]
    .filter(Boolean)
    .join(', ')

export const entryOf = ({ entries }: WrittenMap, key: string): Entry | undefined =>
  entries.find((entry) => entry.key === key)
