import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { postgresServer as anyServer } from '@vanzelf/testing/postgres'
import pg from 'pg'
import { csv } from '../src/from/csv.ts'
import { duckdb } from '../src/from/duckdb.ts'
import { parquet } from '../src/from/parquet.ts'
import { postgres } from '../src/from/postgres.ts'
import type { From } from '../src/rows.ts'

/** A table of a test: its columns with their types in SQL, and its rows as they are written in a CSV file. */
export interface TestTable {
  readonly name: string
  readonly columns: {
    readonly [name: string]: 'text' | 'date' | 'boolean' | 'decimal(12,2)' | 'decimal(12,3)' | 'bigint' | 'timestamp'
  }
  readonly rows: readonly (readonly string[])[]
}

/** Puts a table where an engine keeps it. */
export interface Engine {
  readonly name: string
  put(table: TestTable): Promise<From>
}

/** The same engine with other names of tables, so that one server or folder holds several cities. */
export const apart = (engine: Engine, prefix: string): Engine => ({
  name: engine.name,
  put: (table) => engine.put({ ...table, name: `${prefix}_${table.name}` }),
})

const quoted = (text: string) => (text === '' ? 'null' : `'${text.replaceAll("'", "''")}'`)

const statements = ({ name, columns, rows }: TestTable): readonly string[] => [
  `create table ${name} (${Object.entries(columns)
    .map(([column, type]) => `"${column}" ${type}`)
    .join(', ')})`,
  ...(rows.length === 0
    ? []
    : [`insert into ${name} values ${rows.map((row) => `(${row.map(quoted).join(', ')})`).join(', ')}`]),
]

export const asCsv = ({ columns, rows }: TestTable, delimiter = ','): string =>
  [Object.keys(columns), ...rows].map((row) => `${row.join(delimiter)}\n`).join('')

/** A folder that is gone after the tests. */
export function folder(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'vanzelf-tables-'))
  return { path: (name) => join(root, name), remove: () => rmSync(root, { recursive: true }) }
}

type Folder = ReturnType<typeof folder>

export const overCsv = (files: Folder): Engine => ({
  name: 'CSV',
  async put(table) {
    writeFileSync(files.path(`${table.name}.csv`), asCsv(table))
    return csv(files.path(`${table.name}.csv`))
  },
})

async function inDuckDb(path: string, sql: readonly string[]): Promise<void> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  for (const statement of sql) await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
}

export const overDuckDb = (files: Folder): Engine => ({
  name: 'DuckDB',
  async put(table) {
    const path = files.path(`${table.name}.duckdb`)
    await inDuckDb(path, statements(table))
    return duckdb(path, { table: table.name })
  },
})

export const overParquet = (files: Folder): Engine => ({
  name: 'Parquet',
  async put(table) {
    const path = files.path(`${table.name}.parquet`)
    await inDuckDb(':memory:', [...statements(table), `copy ${table.name} to '${path}' (format parquet)`])
    return parquet(path)
  },
})

/** A real server of PostgreSQL on this machine. */
export interface Server extends Engine {
  readonly connectionString: string
  run(sql: string): Promise<void>
  stop(): Promise<void>
}

export async function postgresServer(): Promise<Server> {
  const server = await anyServer()
  const { connectionString } = server
  const pool = new pg.Pool({ connectionString, max: 1 })
  pool.on('error', () => {})
  const run = async (sql: string) => {
    await pool.query(sql)
  }
  return {
    name: 'PostgreSQL',
    connectionString,
    run,
    async put(table) {
      for (const statement of statements(table)) await run(statement)
      return postgres({ connectionString, table: table.name, timeout: 5_000 })
    },
    async stop() {
      await pool.end()
      await server.stop()
    },
  }
}
