import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type PgBoss from 'pg-boss'
import type { Database } from '../database/database.ts'
import type { Tables } from '../tables.ts'
import { bossOver, jobsSchema } from './boss.ts'

/** A job to be sent. */
export interface ToSend<Job extends object = object> {
  /** By ids: of a campaign, a batch, a channel. Nothing about a subject stands in it. */
  readonly job: Job
  /** What makes it one job: another that waits under the same key is left to wait, and this one is not sent. */
  readonly once?: string
  /** In how many seconds, at the earliest. */
  readonly after?: number
}

/** How many jobs of a queue there are. */
export interface JobCounts {
  /** To be done now, or within as many seconds as were asked; or again after a try that failed. */
  readonly due: number
  readonly working: number
  /** To be done at a later time. */
  readonly later: number
  readonly failed: number
}

/**
 * Jobs that any process may do which shares the ledger, oldest first, and those that were sent together in any order. Each
 * is done at least once.
 */
export interface Queue<Job extends object = object> {
  readonly name: string
  send(jobs: readonly ToSend<Job>[]): Promise<void>
  /**
   * Does the next job that is due. It is done when `act` resolves; when it rejects, or the process dies meanwhile, it is
   * tried again later, and after ten tries it has failed.
   * @param act is given a signal that tells that another may have begun the same job
   * @returns whether there was one; what `act` throws is recorded by its code, and not thrown
   */
  work(act: (job: Job, lost: AbortSignal) => Promise<void>): Promise<boolean>
  /** @param options `within` how many seconds a job counts as due; 0 unless told */
  counts(options?: { readonly within?: number }): Promise<JobCounts>
}

/** How long a process may take from taking a job until it holds its lock. */
const GRACE = '5 seconds'
const HOUR = 3_600_000

export function queueOf<Job extends object>(database: Database, boss: PgBoss, name: string): Queue<Job> {
  const { db, schema } = database
  const table = sql.id(jobsSchema(schema), 'job')
  const lockOf = (id: string) => `job ${id}`
  let tidied = performance.now()

  async function next(): Promise<PgBoss.Job<Job> | undefined> {
    let failure: unknown
    // pg-boss takes a query that fails for a queue that is empty.
    const told: PgBoss.Db = {
      executeSql: (text, values) =>
        boss
          .getDb()
          .executeSql(text, values)
          .catch((error: unknown) => {
            failure = error
            throw error
          }),
    }
    const [job] = await boss.fetch<Job>(name, { db: told })
    if (failure !== undefined) throw failure
    return job
  }

  /** Who does a job holds its lock until the end: one whose lock is free was left behind by a process that died. */
  async function takeBack(): Promise<void> {
    const { rows } = await sql<{ id: string }>`select id from ${table}
      where name = ${name} and state = 'active' and started_on < now() - ${GRACE}::interval`.execute(db)
    for (const { id } of rows) await database.alone(lockOf(id), () => boss.fail(name, id, { code: 'left-behind' }))
  }

  /** What failed for good, and is done now under the same key, is nothing that somebody must look at any more. */
  async function forgetFailed(done: string): Promise<void> {
    await sql`delete from ${table} f using ${table} d where d.name = ${name} and d.id = ${done}::uuid
      and f.name = d.name and f.singleton_key = d.singleton_key and f.state = 'failed'`.execute(db)
  }

  async function tidy(): Promise<void> {
    if (performance.now() - tidied < HOUR) return
    tidied = performance.now()
    await boss.maintain()
  }

  return Object.freeze({
    name,
    send: (jobs: readonly ToSend<Job>[]) => sendTo(boss, name, jobs),
    async work(act: (job: Job, lost: AbortSignal) => Promise<void>) {
      const job = await next()
      if (job === undefined) {
        await takeBack()
        await tidy()
        return false
      }
      await database.alone(lockOf(job.id), async (lost) => {
        try {
          await act(job.data, lost)
        } catch (error) {
          await boss.fail(name, job.id, { code: codeOf(error) })
          return
        }
        await boss.complete(name, job.id)
        await forgetFailed(job.id)
      })
      return true
    },
    async counts({ within = 0 }: { readonly within?: number } = {}) {
      const soon = sql`now() + ${within} * interval '1 second'`
      const { rows } = await sql<JobCounts>`select
        count(*) filter (where state = 'retry' or state = 'created' and start_after <= ${soon})::int as due,
        count(*) filter (where state = 'active')::int as working,
        count(*) filter (where state = 'created' and start_after > ${soon})::int as later,
        count(*) filter (where state = 'failed')::int as failed
        from ${table} where name = ${name}`.execute(db)
      return rows[0] ?? { due: 0, working: 0, later: 0, failed: 0 }
    },
  })
}

/** Makes a queue where there is none. Two that are made at once would wait for each other's locks, so they take turns. */
export async function makeQueue({ db, schema }: Database, name: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${schema} queues`}, 0))`.execute(tx)
    const boss = await bossOver(tx, schema)
    // `short`: of one key, one job waits at most.
    await boss.createQueue(name, { name, policy: 'short' })
  })
}

/** Sends jobs as part of a transaction: they are kept or lost with it. */
export async function sendWithin(
  tx: Kysely<Tables>,
  schema: string,
  name: string,
  jobs: readonly ToSend[],
): Promise<void> {
  await sendTo(await bossOver(tx, schema), name, jobs)
}

async function sendTo(boss: PgBoss, name: string, jobs: readonly ToSend[]): Promise<void> {
  if (jobs.length === 0) return
  await boss.insert(
    jobs.map(({ job, once, after }) => ({
      name,
      data: job,
      // Without a key all would count as one.
      singletonKey: once ?? randomUUID(),
      ...(after !== undefined && { startAfter: `${after}` }),
    })),
  )
}

/** Not its message, which may tell what a source said of somebody; nor a code or a name that is no plain word, which may too. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? error.code : undefined
  return [code, error.name].find(isPlainWord) ?? 'unknown'
}

/** Eleven digits may be a national number. */
const isPlainWord = (text: unknown): text is string =>
  typeof text === 'string' && /^[\w.-]{1,60}$/.test(text) && text.replaceAll(/\D/g, '').length < 11
