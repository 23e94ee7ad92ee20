import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { check, lock } from 'proper-lockfile'
import { badSchema, ledgerInUse, ledgerLost } from '../errors.ts'
import type { Tables } from '../tables.ts'
import type { Database } from './database.ts'
import { dialectOf } from './pglite-dialect.ts'
import { DATE, INSTANT, LONG, readers } from './readers.ts'

/** A ledger in a folder of this machine, for one process at a time. */
export interface EmbeddedOptions {
  /** A folder that is made where it does not exist; none keeps the ledger in memory, and it goes with the process. */
  readonly folder?: string
  /** After how many milliseconds the lock of a process that was killed counts as left behind; 5,000 unless told. */
  readonly staleAfter?: number
}

/** @throws {RefusedError} `ledger-in-use` when it is open already */
export async function embedded({ folder, staleAfter = 5_000 }: EmbeddedOptions, schema: string): Promise<Database> {
  const lost = new AbortController()
  const release = folder === undefined ? undefined : await locked(folder, staleAfter, lost)
  try {
    const pglite = await PGlite.create({
      ...(folder !== undefined && { dataDir: await dataIn(folder) }),
      parsers: { [DATE]: readers[DATE], [INSTANT]: readers[INSTANT], [LONG]: readers[LONG] },
    })
    await pglite.exec(`set datestyle to 'ISO, YMD'; set timezone to 'UTC'`)
    await checkSchema(pglite, schema)
    return over(pglite, schema, lost.signal, release)
  } catch (error) {
    await release?.()
    throw error
  }
}

function over(pglite: PGlite, schema: string, lost: AbortSignal, release?: () => Promise<void>): Database {
  const allowed = () => {
    if (lost.aborted) throw ledgerLost()
  }
  // Closing writes to the folder: where it is no longer ours, the database is left as it is.
  const close = async () => {
    if (!lost.aborted) await pglite.close()
  }
  const db = new Kysely<Tables>({ dialect: dialectOf(pglite, allowed, close) }).withSchema(schema)
  const busy = new Set<string>()
  return {
    db,
    schema,
    async alone(what, work) {
      allowed()
      if (busy.has(what)) return undefined
      busy.add(what)
      try {
        return await work(lost)
      } finally {
        busy.delete(what)
      }
    },
    async close() {
      await db.destroy()
      if (!lost.aborted) await release?.()
    },
  }
}

/** Two processes that open one folder would both write to it. */
async function locked(folder: string, stale: number, lost: AbortController): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const where = { lockfilePath: `${folder}/lock`, stale }
  const retries = { retries: Math.ceil(stale / 250) + 4, factor: 1, minTimeout: 250, maxTimeout: 250 }
  try {
    return await lock(folder, { ...where, retries, onCompromised: () => lost.abort() })
  } catch (error) {
    if (!(await check(folder, where).catch(() => false))) throw error
    throw ledgerInUse()
  }
}

/** Where the files are. A process that is killed while it makes the first ones leaves nothing that counts. */
async function dataIn(folder: string): Promise<string> {
  const [data, half] = [`${folder}/data`, `${folder}/data.half`]
  if (!existsSync(data)) {
    rmSync(half, { recursive: true, force: true })
    const made = await PGlite.create({ dataDir: half })
    await made.close()
    renameSync(half, data)
  }
  return data
}

/** A folder holds one ledger: under another name of its schema one would silently begin anew. */
async function checkSchema(pglite: PGlite, schema: string): Promise<void> {
  const { rows } = await pglite.query<{ name: string }>(
    `select schemaname as name from pg_tables where tablename = 'kysely_migration'`,
  )
  const [other] = rows
  if (other === undefined || other.name === schema) return
  await pglite.close()
  throw badSchema(`this folder holds a ledger in schema \`${other.name}\``, 'open it with that schema')
}
