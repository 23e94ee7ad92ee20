import type { Problems } from './problem.ts'
import type { SubjectColumn } from './subject.ts'

/** How a column is stored. What is no text has one way to be written; a text is read as the mapping says. */
export type Stored = 'text' | 'date' | 'moment' | 'truth' | 'number'

/** One row: what stands in the columns that are read. */
export interface Line {
  readonly row: number
  /** The subject as the column of subjects writes it, made plain. */
  readonly key: string
  /** What stands in a column, without spaces around it; `undefined` where it is empty. */
  text(column: string): string | undefined
  stored(column: string): Stored
}

/** A table that is open. */
export interface Rows {
  /** Hands over every row, those of one subject next to each other. */
  each(take: (line: Line) => void): Promise<void>
  /** The rows of these subjects, in the order of the table. `hidden` asks whether rows may be hidden, at that moment. */
  ofSubjects(keys: readonly string[], options: { readonly hidden: boolean }): Promise<RowsOfSubjects>
  /** The rows with these texts in a column, in the order of the table. */
  having(column: string, texts: readonly string[]): Promise<readonly Line[]>
  close(): Promise<void>
}

/** What is found of subjects. */
export interface RowsOfSubjects {
  readonly lines: readonly Line[]
  /** Whether the subject of some row cannot be read, so that it may be one of these; no where it was not asked. */
  readonly mayHide: boolean
}

/** What of a table is read. */
export interface Wanted {
  readonly subject: SubjectColumn
  readonly columns: readonly string[]
  /** Is told what is wrong with the table itself. Where a column is missing, `open` answers `undefined`. */
  readonly problems: Problems
}

/** Where rows come from: a file or a database. */
export interface From {
  /** What it is called in messages. */
  readonly name: string
  open(wanted: Wanted): Promise<Rows | undefined>
}

/** Cells in the order of the columns, as a line. */
export function lineOf(
  columns: ReadonlyMap<string, { readonly index: number; readonly stored: Stored }>,
  [row, key, ...cells]: readonly (string | number | null)[],
): Line {
  return {
    row: Number(row),
    key: String(key ?? ''),
    text: (column) => String(cells[columns.get(column)?.index ?? -1] ?? '') || undefined,
    stored: (column) => columns.get(column)?.stored ?? 'text',
  }
}
