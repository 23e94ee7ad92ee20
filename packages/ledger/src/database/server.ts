import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { ledgerUnreachable } from '../errors.ts'
import type { Tables } from '../tables.ts'
import type { Database } from './database.ts'
import { isRead, readers } from './readers.ts'
import { sessionLocks } from './session-locks.ts'

/** A ledger on a server of PostgreSQL, which many processes on many machines may share. */
export interface ServerOptions {
  /** Of the server itself, or of a pooler that keeps sessions: locks belong to a session. */
  readonly connectionString: string
  /** How many connections at most, beside the one that holds locks; 10 unless told. */
  readonly connections?: number
}

/**
 * Dates are read as ISO whatever the server's own settings. A process that stands still in the middle of a transaction
 * would keep all others from writing; a machine that is gone is noticed within a minute.
 */
const SESSION = `set datestyle to 'ISO, YMD'; set timezone to 'UTC'; set idle_in_transaction_session_timeout to '60s';
  set tcp_keepalives_idle to 30; set tcp_keepalives_interval to 10; set tcp_keepalives_count to 3`

export function server({ connectionString, connections = 10 }: ServerOptions, schema: string): Database {
  const config: pg.ClientConfig = {
    connectionString,
    keepAlive: true,
    application_name: 'vanzelf ledger',
    types: {
      getTypeParser: ((type: number, format: 'text') =>
        isRead(type) ? readers[type] : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
    },
  }
  const pool = new pg.Pool({
    ...config,
    max: connections,
    onConnect: async (client) => {
      // Nor may one that breaks while it is lent end the process: its query tells.
      client.on('error', () => {})
      await client.query(SESSION)
    },
  })
  // A connection that breaks while nobody uses it is replaced by the next query.
  pool.on('error', () => {})
  // A pool that ends forgets who waits for a connection, and they would wait for ever.
  const waiting = new Set<Promise<unknown>>()
  const asked = async () => {
    try {
      return await pool.connect()
    } catch (error) {
      return unreachable(error)
    }
  }
  const connect = async () => {
    const lent = asked()
    waiting.add(lent)
    try {
      return toldBy(await lent)
    } finally {
      waiting.delete(lent)
    }
  }
  const end = async () => {
    await Promise.allSettled(waiting)
    await pool.end()
  }
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { connect, end },
    }),
  }).withSchema(schema)
  const locks = sessionLocks(schema, async () => {
    try {
      const client = new pg.Client(config)
      client.on('error', () => {})
      await client.connect()
      await client.query(SESSION)
      return client
    } catch (error) {
      return unreachable(error)
    }
  })
  return {
    db,
    schema,
    alone: locks.alone,
    async close() {
      await db.destroy()
      await locks.end()
    },
  }
}

/** Kysely knows a connection by its object, so each has one of ours. */
const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()

function toldBy(client: pg.PoolClient): PostgresPoolClient {
  const before = known.get(client)
  if (before) return before
  const told = {
    query: (text: string, parameters: readonly unknown[]) =>
      client.query(text, [...parameters]).catch((error: unknown) => {
        if (isBroken(error)) unreachable(error)
        throw error
      }),
    release: () => client.release(),
  } as unknown as PostgresPoolClient
  known.set(client, told)
  return told
}

/** Shut down, or too long in a transaction: PostgreSQL has closed the connection. What is no answer of it is the network's. */
function isBroken(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(08|57P0|25P0[34])/.test(error.code ?? '')
  return error instanceof Error && ('syscall' in error || /connection|terminated|queryable/i.test(error.message))
}

function unreachable(error: unknown): never {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
  throw ledgerUnreachable(code ?? 'no answer')
}
