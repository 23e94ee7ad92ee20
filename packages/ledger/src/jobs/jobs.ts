import { sql } from 'kysely'
import type PgBoss from 'pg-boss'
import type { Database } from '../database/database.ts'
import { bossOver, jobsSchema } from './boss.ts'
import { makeQueue, type Queue, queueOf } from './queue.ts'

/** A job that was tried as often as it may be. */
export interface FailedJob {
  readonly queue: string
  readonly job: object
  /** The code of what was thrown last, or the name of its kind; `left-behind` where the process died. */
  readonly code: string
  /** Since when. */
  readonly at: string
}

/** Work that is shared by all processes that share the ledger, kept in its own database. */
export interface Jobs {
  /**
   * The queue of this name, which is made where there is none. What it holds was sent by whoever knows the same name: the
   * type of its jobs is theirs to keep.
   * @throws {DefinitionError} `bad-schema` where the schema of the ledger leaves no room for that of its jobs
   */
  queue<Job extends object>(name: string): Promise<Queue<Job>>
  /** What failed for good in the last year, oldest first: of each key the first time, until a job of that key is done. */
  failed(): Promise<readonly FailedJob[]>
}

export function jobsOf(database: Database): Jobs {
  const { db, schema } = database
  let started: Promise<PgBoss> | undefined
  const queues = new Map<string, Promise<Queue>>()

  function boss(): Promise<PgBoss> {
    started ??= startOn(database)
    return forgotten(started, () => {
      started = undefined
    })
  }
  async function made(name: string): Promise<Queue> {
    const running = await boss()
    await makeQueue(database, name)
    return queueOf(database, running, name)
  }
  return {
    queue<Job extends object>(name: string) {
      const queue = queues.get(name) ?? made(name)
      queues.set(name, queue)
      // What comes out of a queue is what went in: only who sends to it knows its type.
      return forgotten(queue, () => queues.delete(name)) as Promise<Queue<object>> as Promise<Queue<Job>>
    },
    async failed() {
      await boss()
      const { rows } = await sql<FailedJob>`
        select queue, job, code, at from (
          select distinct on (name, singleton_key) name as queue, data as job, output->>'code' as code, completed_on as at, id
          from ${sql.id(jobsSchema(schema), 'job')} where state = 'failed' order by name, singleton_key, completed_on) as first
        order by at, id`.execute(db)
      return rows
    },
  }
}

/** Makes the tables of pg-boss where there are none, or updates them: one process at a time, or two would make them both. */
async function startOn({ db, schema }: Database): Promise<PgBoss> {
  await db.connection().execute(async (connection) => {
    const turn = sql`hashtextextended(${`${schema} jobs`}, 0)`
    await sql`select pg_advisory_lock(${turn})`.execute(connection)
    try {
      await (await bossOver(connection, schema)).start()
    } finally {
      await sql`select pg_advisory_unlock(${turn})`.execute(connection)
    }
  })
  return bossOver(db, schema)
}

/** What could not be made, because the server was away, is made again when it is asked for again. */
async function forgotten<Made>(made: Promise<Made>, forget: () => void): Promise<Made> {
  try {
    return await made
  } catch (error) {
    forget()
    throw error
  }
}
