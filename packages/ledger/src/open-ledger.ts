import { type EmbeddedOptions, embedded } from './database/embedded.ts'
import { type ServerOptions, server } from './database/server.ts'
import { badSchema } from './errors.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { migrate } from './migrate.ts'

/** Where a ledger is kept: embedded in a folder of this machine or in memory, or on a server. */
export type LedgerOptions = (EmbeddedOptions | ServerOptions) & {
  /** The schema that holds its tables; `vanzelf` unless told. */
  readonly schema?: string
  readonly now?: () => Date
}

/**
 * Opens a ledger, and makes or updates its tables where that is needed.
 *
 * Embedded it needs no set-up and is for one process at a time. It is safe against a process that is killed, and **not
 * against a power cut**: what takes effect for citizens belongs on a server.
 * @throws {RefusedError} `ledger-in-use` when the folder is open already; later, from whatever is called, `ledger-lost`
 * @throws {DefinitionError} `bad-schema` when the schema is no plain name, or the folder holds a ledger in another one
 * @throws {DocumentError} `ledger-newer` when a later version made its tables; `ledger-unreachable`, also later
 * @example
 * ```ts
 * const ledger = await openLedger({})
 * await ledger.people.optOut('p1', { by: 'counter' })
 * await ledger.people.optedOut('exampleville/pass', ['p1', 'p2']) // => new Set(['p1'])
 * await ledger.verify() // => { entries: 1, … }
 * await ledger.close()
 * ```
 */
export async function openLedger({
  schema = 'vanzelf',
  now = () => new Date(),
  ...where
}: LedgerOptions): Promise<Ledger> {
  if (!/^(?!pg_)[a-z][a-z0-9_]{0,62}$/.test(schema))
    throw badSchema(
      'the schema is no plain name of small letters, digits and underscores, or one of PostgreSQL itself',
      'name it as in `vanzelf`',
    )
  const database = 'connectionString' in where ? server(where, schema) : await embedded(where, schema)
  try {
    await migrate(database)
    return ledgerOf(database, now)
  } catch (error) {
    await database.close()
    throw error
  }
}
