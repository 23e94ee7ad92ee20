import { CompiledQuery, type Kysely } from 'kysely'
import type PgBoss from 'pg-boss'
import { badSchema } from '../errors.ts'
import type { Tables } from '../tables.ts'

/** Where the jobs of a ledger are: beside its own schema, for pg-boss makes and changes its tables itself. */
export const jobsSchema = (schema: string): string => `${schema}_jobs`

/** The longest name of a schema that pg-boss takes. */
const LONGEST = 50
const YEAR = 365 * 24 * 3_600

/**
 * pg-boss over one connection, a pool or a transaction. It has no timers here, which would keep a process alive and fail
 * where nobody hears it: who finds nothing to do tidies up.
 *
 * A job that fails is tried again after 2 to 4 seconds, and then after twice as long each time: ten tries take about an
 * hour. What failed for good is kept for a year. None that waits is ever thrown away: a campaign may be stopped for months.
 * @throws {DefinitionError} `bad-schema`
 */
export async function bossOver(db: Kysely<Tables>, schema: string): Promise<PgBoss> {
  if (jobsSchema(schema).length > LONGEST)
    throw badSchema(
      `the jobs of a ledger stand in a schema of its name and \`_jobs\`, together longer than ${LONGEST} letters`,
      'open the ledger with a shorter schema',
    )
  // Loaded where it is used: most ledgers send no jobs.
  const { default: Boss } = await import('pg-boss')
  return new Boss({
    schema: jobsSchema(schema),
    db: { executeSql: (text, values = []) => executed(db, text, values) },
    supervise: false,
    schedule: false,
    retryLimit: 10,
    retryDelay: 2,
    retryBackoff: true,
    retentionDays: 10 * 365,
    archiveFailedAfterSeconds: YEAR,
    // The longest that pg-boss takes: a job comes back when the lock of who does it is let go, not after some time.
    expireInSeconds: 24 * 3_600 - 1,
  })
}

/** Several statements at once begin and commit by themselves; where one fails, the connection goes back as it was lent. */
async function executed(db: Kysely<Tables>, text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> {
  const query = CompiledQuery.raw(text, [...values])
  if (!text.includes('BEGIN;')) return db.executeQuery(query)
  return db.connection().execute(async (connection) => {
    try {
      return await connection.executeQuery(query)
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
      throw error
    }
  })
}
