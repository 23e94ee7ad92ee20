import { DocumentError } from '@vanzelf/rules'
import pg from 'pg'
import { type From, type Line, lineOf, type Rows, type Stored, type Wanted } from '../rows.ts'
import type { Relation } from './relation.ts'
import { named } from './snapshot.ts'

/** Where the database is, and what of it is read. */
export type PostgresOptions = Relation & {
  readonly connectionString: string
  /** How many connections may be open at once; 4 unless said. */
  readonly connections?: number
  /** How long to wait for a connection, and for an answer, in milliseconds; 30,000 unless said. */
  readonly timeout?: number
  /** The column by which rows are counted in messages; without it a row has its place as PostgreSQL happens to read it. */
  readonly orderedBy?: string
}

/**
 * Rows of a table, view or query in PostgreSQL. They stay there: each batch is one query, and what changes there is
 * answered from then on. Where an absence of rows is an answer, that query looks through the table for subjects that
 * cannot be read. Nothing is written; let the role that connects be one that may read no more than this.
 * @throws {DocumentError} when it is opened: `database-not-readable`
 * @example
 * ```ts
 * postgres({ connectionString: 'postgres://reader@localhost/welfare', table: 'guidance' }).name // => 'table `guidance`'
 * ```
 */
export const postgres = (options: PostgresOptions): From => {
  const name = options.table === undefined ? 'a query of PostgreSQL' : `table \`${options.table}\``
  return {
    name,
    async open(wanted) {
      const pool = poolOf(options)
      try {
        const rows = await opened(pool, options, wanted)
        if (!rows) await pool.end()
        return rows
      } catch (error) {
        await pool.end()
        throw unreadable(name, error)
      }
    },
  }
}

function poolOf({ connectionString, connections = 4, timeout = 30_000 }: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: timeout,
    query_timeout: timeout,
    allowExitOnIdle: true,
    // Dates come as they are read here whatever the settings of the server, and nothing is written by mistake.
    async onConnect(client) {
      await client.query("set datestyle to 'ISO, YMD'; set default_transaction_read_only to on")
    },
  })
  // A connection that breaks while nobody uses it is made anew by the next ask, which tells what is wrong.
  pool.on('error', () => {})
  return pool
}

async function opened(pool: pg.Pool, options: PostgresOptions, wanted: Wanted): Promise<Rows | undefined> {
  const { columns, subject, problems } = wanted
  const relation = relationOf(options)
  const { fields } = await pool.query(`select * from ${relation} limit 0`)
  const types = new Map(fields.map(({ name, dataTypeID }) => [name, dataTypeID]))
  const missing = [...columns, ...(options.orderedBy === undefined ? [] : [options.orderedBy])].filter(
    (column) => !types.has(column),
  )
  for (const column of missing) problems.add({ column, what: 'is missing' })
  if (missing.length > 0) return undefined
  const text = (column: string) => `nullif(trim(cast(${named(column)} as text)), '')`
  const order = options.orderedBy === undefined ? '' : `order by ${named(options.orderedBy)}`
  const key = subject.plainSql(text(subject.column))
  const cells = columns.map((column, index) => `${text(column)} as c${index}`).join(', ')
  const numbered = `select row_number() over (${order}) as row, ${key} as key, ${cells} from ${relation}`
  const plain = `select 0 as row, ${key} as key, ${cells} from ${relation}`
  const places = new Map(columns.map((column, index) => [column, { index, stored: storedAs(types.get(column)) }]))
  const lineFrom = (row: readonly (string | number | null)[]): Line => lineOf(places, row)
  const having = async (column: string, texts: readonly string[]) => {
    const { rows } = await pool.query<Cells>({
      text: `${plain} where ${column} = any($1::text[]) ${order}`,
      values: [[...texts]],
      rowMode: 'array',
    })
    return rows.map(lineFrom)
  }
  const readable = `k.key is not null and ${subject.isPlainSql('k.key')}`
  const mayHide = `cast(exists (select from (select ${key} as key from ${relation}) as k where not (${readable})) as text)`
  return {
    async each(take) {
      const client = await pool.connect()
      let fault: Error | undefined
      try {
        await client.query('begin')
        await client.query(`declare lines no scroll cursor for select * from (${numbered}) as n order by key, row`)
        for (;;) {
          const { rows } = await client.query({ text: `fetch ${AT_ONCE} from lines`, rowMode: 'array' })
          if (rows.length === 0) break
          for (const row of rows) take(lineFrom(row))
        }
        await client.query('commit')
      } catch (error) {
        fault = error instanceof Error ? error : new Error('not read')
        throw error
      } finally {
        // A connection on which something went wrong is closed, with its transaction.
        client.release(fault)
      }
    },
    async ofSubjects(keys, { hidden }) {
      if (!hidden) return { lines: await having(key, keys), mayHide: false }
      // In one query with the rows: a row that is mended meanwhile is there, or hidden, and never neither.
      const found = await pool.query<Cells>({
        text: `select h.hidden, r.* from (select ${mayHide} as hidden) as h left join (${numbered} where ${key} = any($1::text[])) as r on true order by r.row`,
        values: [[...keys]],
        rowMode: 'array',
      })
      const lines = found.rows.filter(([, row]) => row !== null).map(([, ...row]) => lineFrom(row))
      return { lines, mayHide: found.rows[0]?.[0] === 'true' }
    },
    having: (column, texts) => having(text(column), texts),
    close: () => (pool.ended ? Promise.resolve() : pool.end()),
  }
}

const AT_ONCE = 10_000

type Cells = (string | number | null)[]

const relationOf = ({ table, schema, query }: Relation): string =>
  table === undefined ? `(${query}) as r` : `${schema === undefined ? '' : `${named(schema)}.`}${named(table)}`

/** By the number of its type, which PostgreSQL never changes. */
function storedAs(type: number | undefined): Stored {
  const { DATE, TIMESTAMP, BOOL, INT2, INT4, INT8, NUMERIC, FLOAT4, FLOAT8 } = pg.types.builtins
  if (type === DATE) return 'date'
  if (type === TIMESTAMP) return 'moment'
  if (type === BOOL) return 'truth'
  return [INT2, INT4, INT8, NUMERIC, FLOAT4, FLOAT8].some((number) => number === type) ? 'number' : 'text'
}

/** What PostgreSQL says about names and rights is safe to tell; what it says about data might hold some. */
function unreadable(name: string, error: unknown): DocumentError {
  const { code, message } = error as { readonly code?: string; readonly message?: string }
  const safe = code?.startsWith('42')
  return new DocumentError({
    code: 'database-not-readable',
    what: `PostgreSQL does not let it be read${code ? ` (${code}${safe ? `: ${message}` : ''})` : ''}`,
    where: name,
    todo: 'see the address, the role that connects, and what it may read',
  })
}
