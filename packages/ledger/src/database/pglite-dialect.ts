import type { PGlite, Results } from '@electric-sql/pglite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'

/** What Kysely must know of an embedded database. `check` throws when nothing may be written any more. */
export const dialectOf = (pglite: PGlite, check: () => void, close: () => Promise<void>): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driverOf(pglite, check, close),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

/** One session, which is lent to one at a time. */
function driverOf(pglite: PGlite, check: () => void, close: () => Promise<void>): Driver {
  const run = async (text: string) => {
    await pglite.exec(text)
  }
  // As on a server, a text without parameters may be several statements, and the last one answers.
  const answered = async <Row>(text: string, parameters: readonly unknown[]): Promise<Results<Row>> => {
    if (parameters.length > 0) return pglite.query<Row>(text, [...parameters])
    const all = await pglite.exec(text)
    return (all.at(-1) ?? { rows: [] }) as Results<Row>
  }
  let turn = performance.now()
  // It answers without ever leaving the queue of promises, so that no timer fires while there is work, and the lock of the
  // folder would seem left behind: verifying 115,000 rows kept all else waiting for three seconds.
  const othersTurn = async () => {
    if (performance.now() - turn < 50) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    turn = performance.now()
  }
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      await othersTurn()
      check()
      const { rows, affectedRows } = await answered<Row>(sql, parameters)
      return { rows, ...(affectedRows !== undefined && { numAffectedRows: BigInt(affectedRows) }) }
    },
    streamQuery() {
      throw new Error('rows are read in pages')
    },
  }
  let last: Promise<void> = Promise.resolve()
  const releases = new WeakMap<DatabaseConnection, () => void>()
  return {
    init: () => pglite.waitReady,
    async acquireConnection() {
      check()
      const before = last
      const lent = { ...connection }
      last = new Promise((resolve) => releases.set(lent, resolve))
      await before
      return lent
    },
    releaseConnection: async (lent) => releases.get(lent)?.(),
    beginTransaction: () => run('begin'),
    async commitTransaction() {
      check()
      await run('commit')
    },
    rollbackTransaction: () => run('rollback'),
    async destroy() {
      // What was begun is finished first.
      await last
      await close()
    },
  }
}
