import { DocumentError } from '@vanzelf/rules'
import type { Problem, Problems } from './problem.ts'

/** A table that is not as its mapping says: how many problems it has, and the first of them. */
export class TableError extends DocumentError {
  /** The first problems by row, as many as were asked for. */
  readonly problems: readonly Problem[]
  /** How many there are. */
  readonly count: number

  constructor(table: string, found: Problems) {
    const problems = found.first()
    super({
      code: 'bad-table',
      what: `${found.count} ${found.count === 1 ? 'problem' : 'problems'}: ${problems.map(sentenceOf).join('; ')}`,
      where: table,
      todo: `${found.count > problems.length ? `these are the first ${problems.length}; ` : ''}mend the table, or its mapping`,
    })
    this.problems = problems
    this.count = found.count
  }
}

function sentenceOf({ row, column, what }: Problem): string {
  const place = [row !== undefined && `row ${row}`, column !== undefined && `column \`${column}\``]
  return [...place.filter(Boolean), what].join(', ')
}
