import { postgresServer } from '@vanzelf/testing/postgres'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../src/database/database.ts'
import { embedded } from '../src/database/embedded.ts'
import { server } from '../src/database/server.ts'
import { type Ledger, ledgerOf } from '../src/ledger.ts'
import { migrate } from '../src/migrate.ts'
import type { Tables } from '../src/tables.ts'

/** A ledger of one test, and its database for what only an administrator may do. */
export interface TestLedger extends Ledger {
  readonly schema: string
  readonly db: Kysely<Tables>
  /** Changes what nobody may change, past all triggers. */
  tamper(statement: (schema: string) => string): Promise<void>
}

export interface OpenOptions {
  readonly schema?: string
  readonly now?: () => Date
}

/** Both kinds of database: a ledger of its own for each test, in a schema of its own. */
export interface Engine {
  readonly name: string
  open(options?: OpenOptions): Promise<TestLedger>
  stop(): Promise<void>
}

let made = 0
const fresh = () => `test_${++made}`

function ledgerIn(database: Database, now: () => Date): TestLedger {
  const { db, schema } = database
  return {
    ...ledgerOf(database, now),
    schema,
    db,
    tamper: (statement) =>
      db.transaction().execute(async (tx) => {
        await sql.raw(`set local session_replication_role to replica`).execute(tx)
        for (const one of statement(schema).split('; ')) await sql.raw(one).execute(tx)
      }),
  }
}

/** One database in memory. Its ledgers are closed with it, as on a server, so that what they hold was looked at. */
export async function inMemory(): Promise<Engine> {
  const whole = await embedded({}, 'whole')
  const opened: TestLedger[] = []
  return {
    name: 'embedded',
    async open({ schema = fresh(), now = () => new Date() } = {}) {
      const db = whole.db.withoutPlugins().withSchema(schema)
      const alone: Database['alone'] = (what, work) => whole.alone(`${schema} ${what}`, work)
      const database = { db, schema, alone, close: async () => {} }
      await migrate(database)
      const ledger = ledgerIn(database, now)
      opened.push(ledger)
      return ledger
    },
    async stop() {
      for (const ledger of opened) await ledger.close()
      await whole.close()
    },
  }
}

export interface Server extends Engine {
  readonly connectionString: string
  readonly restart: () => Promise<void>
}

/** A real server of PostgreSQL on this machine. */
export async function onServer(): Promise<Server> {
  const postgres = await postgresServer()
  const { connectionString } = postgres
  const opened: TestLedger[] = []
  return {
    name: 'a server',
    connectionString,
    async open({ schema = fresh(), now = () => new Date() } = {}) {
      const database = server({ connectionString, connections: 3 }, schema)
      const ledger = ledgerIn(database, now)
      opened.push(ledger)
      await migrate(database)
      return ledger
    },
    restart: () => postgres.restart(),
    async stop() {
      await Promise.all(opened.map((ledger) => ledger.close()))
      await postgres.stop()
    },
  }
}
