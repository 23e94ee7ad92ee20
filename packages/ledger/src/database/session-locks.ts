import type pg from 'pg'
import type { Database } from './database.ts'

/**
 * Locks of PostgreSQL that belong to a session: the server lets go of them when the process dies. All are held by one
 * connection, so that as much as one likes may be done alone without using up the connections that the work itself needs.
 */
export function sessionLocks(
  schema: string,
  connect: () => Promise<pg.Client>,
): Pick<Database, 'alone'> & { end(): Promise<void> } {
  const busy = new Set<string>()
  const taken = new Map<string, AbortController>()
  let session: pg.Client | undefined
  let last: Promise<unknown> = Promise.resolve()

  /** A connection answers one question at a time. */
  function inTurn<Result>(ask: () => Promise<Result>): Promise<Result> {
    const answer = last.then(ask)
    last = answer.catch(() => {})
    return answer
  }
  function lost(client: pg.Client): void {
    if (session !== client) return
    session = undefined
    for (const controller of taken.values()) controller.abort()
    taken.clear()
  }
  async function opened(): Promise<pg.Client> {
    if (session) return session
    const client = await connect()
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    session = client
    return client
  }
  // The chain has a lock of its own kind: no name of work can be it.
  const key = (what: string) => [`${schema} alone ${what}`]
  async function take(what: string, controller: AbortController): Promise<boolean> {
    const client = await opened()
    try {
      const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', key(what))
      if (rows[0].got) taken.set(what, controller)
      return rows[0].got
    } catch (error) {
      lost(client)
      await client.end().catch(() => {})
      throw error
    }
  }
  async function letGo(what: string): Promise<void> {
    const client = session
    if (client === undefined || !taken.delete(what)) return
    try {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', key(what))
    } catch {
      // Closing the connection lets go of its locks, whatever happened.
      lost(client)
      await client.end().catch(() => {})
    }
  }
  return {
    async alone(what, work) {
      // The same session would get the same lock again.
      if (busy.has(what)) return undefined
      busy.add(what)
      try {
        const controller = new AbortController()
        if (!(await inTurn(() => take(what, controller)))) return undefined
        try {
          return await work(controller.signal)
        } finally {
          if (!controller.signal.aborted) await inTurn(() => letGo(what))
        }
      } finally {
        busy.delete(what)
      }
    },
    end: () =>
      inTurn(async () => {
        const client = session
        session = undefined
        await client?.end()
      }),
  }
}
