import { CsvError, parse } from 'csv-parse/sync'
import { badFile } from './bad-file.ts'
import { fromCell } from './from-yaml.ts'
import type { Place, Written } from './written.ts'

/** A cell that is filled in, under its heading. */
export interface Cell {
  readonly column: string
  readonly value: Written
}
/** A row that is not empty. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly headings: readonly string[]
  readonly place: Place
}

/** The rows of a table as spreadsheets save it: commas, semicolons or tabs, whichever its headings use. */
export function fromCsv(text: string, file: string): readonly Row[] {
  const [headings, ...records] = recordsOf(text, file)
  const columns = (headings ?? []).map((heading) => heading.trim())
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) < index)
  if (twice !== undefined) badFile({ file, row: 1, column: twice }, 'a heading stands there twice', 'keep one of them')

  return records.flatMap((record, index) => {
    const place = { file, row: index + 2 }
    const cells = record.flatMap((raw, position): readonly Cell[] => {
      const value = raw.trim()
      if (value === '') return []
      const column = columns[position]
      if (!column) badFile(place, `cell ${position + 1} has no heading`, 'give its column one, or empty the cell')
      return [{ column, value: cellValue(value, { ...place, column }) }]
    })
    return cells.length === 0 ? [] : [{ cells, headings: columns, place }]
  })
}

/** Braces and brackets are those of YAML, and `unknown: unavailable` needs none. */
const AS_YAML = /^(?:[[{]|unknown\s*:)/

const cellValue = (text: string, place: Place): Written =>
  AS_YAML.test(text) ? fromCell(text, place) : { kind: 'text', text, quoted: false, place }

function recordsOf(text: string, file: string): readonly (readonly string[])[] {
  try {
    return parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return badFile({ file }, `it is not a table: ${error.message}`, 'save it again from the spreadsheet, as CSV')
  }
}

function delimiterOf(text: string): string {
  const [headings = ''] = text.split('\n', 1)
  const times = (delimiter: string) => headings.split(delimiter).length
  return [';', '\t', ','].reduce((best, one) => (times(one) > times(best) ? one : best))
}
