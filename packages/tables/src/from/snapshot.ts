import { type DuckDBConnection, DuckDBInstance, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import { DocumentError } from '@vanzelf/rules'
import { type Line, lineOf, type Rows, type Stored, type Wanted } from '../rows.ts'

/** A table held in memory by DuckDB, as it was when it was opened. It cannot reach any file or network after that. */
export interface Snapshot {
  readonly connection: DuckDBConnection
  /** Closes what was opened, where it cannot be filled. */
  discard(): void
  /** The table `rows` is filled: row, key, and one column of text for each that is wanted. */
  filled(stored: (column: string) => Stored): Promise<Rows>
}

export async function snapshot({ columns }: Wanted): Promise<Snapshot> {
  const instance = await DuckDBInstance.create(':memory:', {
    // Extensions would be downloaded when a file asks for them.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  const discard = () => {
    connection.closeSync()
    instance.closeSync()
  }
  return {
    connection,
    discard,
    async filled(stored) {
      await connection.run('set enable_external_access = false')
      const places = new Map(columns.map((column, index) => [column, { index, stored: stored(column) }]))
      const cells = ['row', 'key', ...columns.map((_, index) => `c${index}`)].join(', ')
      let closed = false
      const having = async (column: string, texts: readonly string[]): Promise<readonly Line[]> => {
        if (closed) throw new Error('the table is closed')
        const found = await connection.runAndReadAll(
          `select ${cells} from rows where ${column} in (select unnest($1)) order by row`,
          [listValue([...texts])],
          [LIST(VARCHAR)],
        )
        return found.getRows().map((row) => lineOf(places, row as Cells))
      }
      return {
        async each(take) {
          const lines = await connection.stream(`select ${cells} from rows order by key, row`)
          for (;;) {
            const chunk = await lines.fetchChunk()
            if (!chunk || chunk.rowCount === 0) return
            for (const row of chunk.getRows()) take(lineOf(places, row as Cells))
          }
        },
        // All of it was checked, and stays as it was.
        ofSubjects: async (keys) => ({ lines: await having('key', keys), mayHide: false }),
        having: (column, texts) => having(`c${places.get(column)?.index ?? 0}`, texts),
        async close() {
          if (!closed) discard()
          closed = true
        },
      }
    },
  }
}

// The columns are made of integers and texts.
type Cells = readonly (string | number | null)[]

/** A name or a text within SQL. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * Fills the table from a query, in its order.
 * @param query what yields the columns
 * @returns nothing where a column is missing; that is told as a problem
 */
export async function fill(
  { connection, discard, filled }: Snapshot,
  query: string,
  name: string,
  { columns, subject, problems }: Wanted,
): Promise<Rows | undefined> {
  try {
    const described = await connection.runAndReadAll(`select column_name, column_type from (describe ${query})`)
    const types = new Map(described.getRows().map(([column, type]) => [String(column), String(type)]))
    const missing = columns.filter((column) => !types.has(column))
    for (const column of missing) problems.add({ column, what: 'is missing' })
    if (missing.length > 0) {
      discard()
      return undefined
    }
    const text = (column: string) => `nullif(trim(cast(${named(column)} as varchar)), '')`
    const cells = columns.map((column, index) => `${text(column)} as c${index}`)
    await connection.run(
      `create table memory.main.rows as select cast(row_number() over () as integer) as row, ${subject.plainSql(text(subject.column))} as key, ${cells.join(', ')} from (${query})`,
    )
    return await filled((column) => storedAs(types.get(column) ?? ''))
  } catch (error) {
    discard()
    throw unreadable(name, error)
  }
}

function storedAs(type: string): Stored {
  if (type === 'DATE') return 'date'
  if (/^TIMESTAMP(_\w+)?$/.test(type)) return 'moment'
  if (type === 'BOOLEAN') return 'truth'
  return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*\)|FLOAT|DOUBLE)$/.test(type) ? 'number' : 'text'
}

/** What DuckDB says about names and the query is safe to tell; what it says about data might hold some. */
export function unreadable(name: string, error: unknown): DocumentError {
  const [said = ''] = error instanceof Error ? error.message.split('\n') : []
  const kind = /^(\w+(?: \w+)?) Error/.exec(said)?.[1]
  const safe = kind === 'Catalog' || kind === 'Binder' || kind === 'Parser'
  return new DocumentError({
    code: 'table-not-readable',
    what: safe ? `DuckDB cannot read it: ${said}` : `DuckDB cannot read it${kind ? ` (${kind} error)` : ''}`,
    where: name,
    todo: 'see that it is of the kind that is named, whole, and not being written by another program',
  })
}
