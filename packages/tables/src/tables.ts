import { DefinitionError, type Fact, type FactValue, type FactWhen, type IsoDate, type When } from '@vanzelf/rules'
import type { Answerer, FactsOf, Source } from '@vanzelf/source'
import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import { answererOf } from './answer.ts'
import { check } from './check.ts'
import { isDay } from './day.ts'
import type { Mapped } from './mapped.ts'
import { type Problems, problems } from './problem.ts'
import type { Reading } from './reading.ts'
import type { From } from './rows.ts'
import type { Stretch } from './steps.ts'
import type { SubjectColumn } from './subject.ts'
import { TableError } from './table-error.ts'
import type { Written } from './written.ts'

/** How some facts of a source are read, by their names: only facts of the source, and only readings that fit them. */
export type Mapping<S extends Source> = {
  readonly [F in FactsOf<S> as F['name']]?: Reading<FactValue<F>, FactWhen<F>>
}

/** A connector for the facts that are mapped: whoever needs another fact of the source does not compile. */
export type MappedConnector<S extends Source, M> = {
  readonly [F in FactsOf<S> as F['name'] extends keyof M ? F['name'] : never]: Answerer<F>
}

/** The days of which a table tells: an export knows nothing of the days after it. */
export type DaysTold = 'every day' | { readonly from?: IsoDate; readonly until?: IsoDate }

/** What is read, and how. */
export interface TablesOptions<S extends Source, M extends Mapping<S>> {
  /** The source whose facts are answered. */
  readonly source: S
  /** `csv`, `parquet`, `duckdb` or `postgres`. */
  readonly from: From
  /** The column that says about whom or what a row is. */
  readonly subject: SubjectColumn
  /** How each fact is read. What is not named here is not read, nor held. */
  readonly facts: M
  /** The numbers behind the subjects. They stay inside. */
  readonly pseudonyms: Pseudonyms
  /**
   * The days of which the table tells, half-open: facts by date are `not asked` on others, and facts by year where not
   * all of the year is told. Of a year that is told in part only the yes of `truthInYear` is answered. A function is
   * asked each time, for a database that is kept up to date.
   */
  readonly tellsOf: DaysTold | (() => DaysTold)
  /**
   * What it means that somebody has no row: `not found` unless said. `means none` makes it a no, a none or nobody: only
   * where the table has everybody of whom it is a yes.
   */
  readonly absent?: 'not found' | 'means none'
  /** How texts are written. */
  readonly written?: Written
  /** How many problems an error names; 20 unless said. All are counted. */
  readonly problems?: number
}

/** A table that was checked and is open. */
export interface Tables<C> {
  /** Answers the facts that were mapped. Several tables of one source are joined by spreading their connectors. */
  readonly connector: C
  /** Reads all of it again, for a database that goes on living. @throws {TableError} `bad-table` */
  check(): Promise<void>
  /** Lets go of the file or database; what is asked after that is `unavailable`. */
  close(): Promise<void>
}

/**
 * A city's own table as a connector. All of it is read and checked before the first question: a missing column, a cell
 * that cannot be read, an end before a start, rows that contradict each other. What stands in it is never in a message.
 *
 * Files are read once, into memory; a table of PostgreSQL stays where it is, and each batch is one query there. A row
 * that goes wrong after the check makes its subject `in doubt`; one whose number cannot be read may be anybody's, so that
 * until it is mended no absence of rows is an answer. A database that is away is `unavailable`.
 * @throws {TableError} `bad-table` with each problem by row and column
 * @throws {DocumentError} `file-not-readable`, `table-not-readable`, `database-not-readable`, `bad-csv`, `wrong-encoding`
 * @throws {DefinitionError} `bad-option`, `mixed-subjects` when the mapped facts are about several kinds of subject
 * @example
 * ```ts
 * import { rmSync, writeFileSync } from 'node:fs'
 * import { budgetGuidance, municipalWelfare } from '@vanzelf/source-municipal-welfare'
 * import { pseudonyms } from '@vanzelf/source/pseudonyms'
 *
 * writeFileSync('guidance-example.csv', 'insz,start,end\n85673003360,2025-03-01,\n')
 * const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
 * const welfare = await tables({
 *   source: municipalWelfare,
 *   from: csv('guidance-example.csv'),
 *   subject: nationalNumber('insz'),
 *   facts: { budgetGuidance: truthDuring({ from: 'start', until: 'end', lastDay: 'included' }) },
 *   pseudonyms: people,
 *   tellsOf: { from: '2020-01-01', until: '2026-03-01' },
 * })
 * const purpose = { policy: 'exampleville/bags', basis: 'council decision 2026/12', asker: 'Exampleville' }
 * const subjects = [people.of('85.67.30-033.60')]
 * const answers = await welfare.connector.budgetGuidance({ fact: budgetGuidance, at: { on: '2026-01-01' }, subjects, purpose })
 * answers // => [{ value: true, validity: { from: '2025-03-01', until: '2026-03-01' } }]
 * await welfare.close()
 * rmSync('guidance-example.csv')
 * ```
 */
export async function tables<S extends Source, const M extends Mapping<S>>(
  options: TablesOptions<S, M> & { readonly facts: { readonly [name in Exclude<keyof M, keyof Mapping<S>>]: never } },
): Promise<Tables<MappedConnector<S, M>>> {
  const { from, subject, pseudonyms, absent = 'not found', problems: most = 20 } = options
  const written = apart(options.written ?? {})
  const mapped = mappedOf(options.source, options.facts)
  const told = options.tellsOf
  const tellsOf = typeof told === 'function' ? () => stretchOf(told()) : constantly(stretchOf(told))
  const found = problems(whole(most))
  const columns = [...new Set([subject.column, ...mapped.flatMap(({ reading }) => reading.columns)])]
  const rows = await from.open({ subject, columns, problems: found })
  if (!rows) throw new TableError(from.name, found)
  const read = async (into: Problems) => {
    await check(rows, { mapped, subject, written }, into)
    if (into.count > 0) throw new TableError(from.name, into)
  }
  try {
    await read(found)
  } catch (error) {
    await rows.close()
    throw error
  }
  const table = { rows, subject, pseudonyms, written, tellsOf, absentMeansNone: absent === 'means none' }
  const connector = Object.fromEntries(mapped.map((each) => [each.fact.name, answererOf(each, table)]))
  return Object.freeze({
    // Its names are those of the facts that are mapped, which is lost in the record of their entries.
    connector: Object.freeze(connector) as unknown as MappedConnector<S, M>,
    check: () => read(problems(most)),
    close: (): Promise<void> => rows.close(),
  })
}

function mappedOf(source: Source, facts: object): readonly Mapped[] {
  const mapped = Object.entries(facts).flatMap(([name, reading]: [string, Reading<unknown, When> | undefined]) => {
    const fact: Fact | undefined = source.facts[name]
    return fact && reading ? [{ fact, reading }] : []
  })
  const kinds = new Set(mapped.map(({ fact }) => fact.about))
  if (kinds.size <= 1) return mapped
  throw new DefinitionError({
    code: 'mixed-subjects',
    what: `the facts are about ${[...kinds].map((kind) => `\`${kind}\``).join(' and ')}`,
    where: `tables of source \`${source.name}\``,
    todo: 'open a table for each kind of subject: a row is about one',
  })
}

const constantly = (stretch: Stretch) => () => stretch

function stretchOf(told: DaysTold): Stretch {
  if (told === 'every day') return {}
  const { from, until } = told
  const days = [from, until].filter((day) => day !== undefined)
  if (days.every(isDay) && !(from && until && until <= from)) return told
  throw bad('tellsOf', 'is not a stretch of days: an end after its start, each as YYYY-MM-DD')
}

/** One sign cannot stand between thousands and before decimals. */
function apart(written: Written): Written {
  if (written.thousands === undefined || written.thousands !== (written.decimals ?? '.')) return written
  throw bad('written', 'has one sign for `thousands` and `decimals`, which is `.` unless said')
}

function whole(most: number): number {
  if (Number.isInteger(most) && most >= 1) return most
  throw bad('problems', 'is not a whole number above zero')
}

const bad = (option: string, what: string) =>
  new DefinitionError({
    code: 'bad-option',
    what: `\`${option}\` ${what}`,
    where: 'options of `tables`',
    todo: 'give it otherwise, or leave it out where it may be',
  })
