import type { Change } from '@vanzelf/source'
import { type RawBuilder, sql } from 'kysely'
import { appendAct } from './acts.ts'
import type { Entry, Write } from './chain/write.ts'
import type { Database } from './database/database.ts'

/** What of the changes a policy is being decided for: those up to an entry of the ledger. */
export interface Portion {
  readonly policy: string
  readonly until: number
  /** When it was begun. */
  readonly at: string
}

export interface TakenChanges {
  /** How many were new. */
  readonly taken: number
  /** How many had been taken before: they count once. */
  readonly before: number
}

/** What sources may answer otherwise since, as their feeds tell it, and for which of it each policy was decided again. */
export interface Changes {
  /**
   * Takes changes in, in whatever order they come and however often. Killed halfway, take the same again: it goes on.
   */
  take(changes: Iterable<Change> | AsyncIterable<Change>): Promise<TakenChanges>
  /** What a policy was not yet decided for, in the order in which it was taken, page by page. */
  pending(
    policy: string,
    options?: { readonly until?: number; readonly page?: number },
  ): AsyncGenerator<readonly Change[]>
  /**
   * Begins on what is pending for a policy. What was begun and is not done is begun again as it was, by whoever asks:
   * what came in since waits for the next time. Nothing where nothing is pending.
   */
  begin(policy: string, by: string): Promise<Portion | undefined>
  /** A policy was decided for all of a portion. */
  done(portion: Portion, by: string): Promise<void>
}

const BEGUN = 'changes begun'
const DONE = 'changes decided'

/** How many at once, so that nobody waits long for their turn to write. */
const TOGETHER = 1_000

export function changesOf({ db, schema }: Database, write: Write): Changes {
  const change = sql.id(schema, 'change')
  const act = sql.id(schema, 'act')

  /** The entry up to which a policy was decided for all. */
  const reached = (policy: string): RawBuilder<number> => sql<number>`
    (select coalesce(max((content->>'until')::bigint), 0) from ${act} where policy = ${policy} and kind = ${DONE})`

  async function add(entry: Entry, some: readonly Change[]): Promise<number> {
    const { rows } = await sql<Key>`
      select source, message, place from ${change} where (source, message, place) in (
        select source, message, place from jsonb_to_recordset(${JSON.stringify(some.map(keyOf))}::jsonb)
          as given (source text, message text, place integer))`.execute(entry.tx)
    const known = new Set(rows.map(textOf))
    const added = new Map(some.filter((one) => !known.has(textOf(one))).map((one) => [textOf(one), one]))
    await entry.append(
      'change',
      [...added.values()].map((one) => ({ ...one, cancels: one.kind === 'cancelled' ? one.cancels : null })),
    )
    return added.size
  }

  return {
    async take(changes) {
      let [taken, before] = [0, 0]
      let some: Change[] = []
      const put = async () => {
        if (some.length === 0) return
        const given = some
        const added = await write((entry) => add(entry, given))
        taken += added
        before += given.length - added
        some = []
      }
      for await (const one of changes) if (some.push(one) === TOGETHER) await put()
      await put()
      return { taken, before }
    },
    async *pending(policy, { until, page = TOGETHER } = {}) {
      // Read once: another process may be done with them before the last page is read.
      const start = await sql<{ done: number }>`select ${reached(policy)} as done`.execute(db)
      let after = { entry: (start.rows[0]?.done ?? 0) + 1, position: -1 }
      for (;;) {
        const { rows } = await sql<Row>`select * from ${change}
          where (entry, position) > (${after.entry}, ${after.position})
            and (${until ?? null}::bigint is null or entry <= ${until ?? null}::bigint)
          order by entry, position limit ${page}`.execute(db)
        const last = rows.at(-1)
        if (last === undefined) return
        after = last
        yield rows.map(told)
      }
    },
    begin: (policy, by) =>
      write(async (entry) => {
        const { rows } = await sql<{ last: number; until: number | null; at: string }>`
          select (select coalesce(max(entry), 0) from ${change} where entry > ${reached(policy)}) as last,
            begun.until, begun.at
          from (select) as one left join lateral (
            select (a.content->>'until')::bigint as until, e.at from ${act} a join ${sql.id(schema, 'entry')} e on e.seq = a.entry
            where a.policy = ${policy} and a.kind = ${BEGUN} and (a.content->>'until')::bigint > ${reached(policy)}
            limit 1) as begun on true`.execute(entry.tx)
        const [{ last, until, at } = { last: 0, until: null, at: '' }] = rows
        if (until !== null) return { policy, until, at }
        if (last === 0) return undefined
        await appendAct(entry, { kind: BEGUN, policy, by, content: { until: last } })
        return { policy, until: last, at: entry.at }
      }),
    done: ({ policy, until }, by) =>
      write(async (entry) => {
        const { rows } = await sql<{ done: number }>`select ${reached(policy)} as done`.execute(entry.tx)
        if ((rows[0]?.done ?? 0) < until) await appendAct(entry, { kind: DONE, policy, by, content: { until } })
      }),
  }
}

type Key = Pick<Change, 'source' | 'message' | 'place'>

const keyOf = ({ source, message, place }: Key): Key => ({ source, message, place })
const textOf = (key: Key) => JSON.stringify(Object.values(keyOf(key)))

interface Row extends Omit<Change, 'kind'> {
  readonly entry: number
  readonly position: number
  readonly kind: Change['kind']
  readonly cancels: string | null
}

function told({ source, message, place, subjects, facts, from, kind, cancels }: Row): Change {
  const change = { source, message, place, subjects, facts, from }
  return kind === 'changed' ? { ...change, kind } : { ...change, kind, cancels }
}
