import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../database/database.ts'
import type { AppendOnly, Tables } from '../tables.ts'

/** What is written in one transaction: all of it, or nothing. */
export interface Entry {
  readonly tx: Transaction<Tables>
  /** Its place in the chain. */
  readonly seq: number
  readonly at: string
  /** Adds rows to an append-only table. */
  append(table: AppendOnly, rows: readonly object[]): Promise<void>
}

/**
 * Writes one entry: everything that `work` appends, in one transaction and with one place in the chain. Writers take
 * turns from here to the end of their transaction, so what one reads nobody changes before it has written.
 */
export type Write = <Result>(work: (entry: Entry) => Promise<Result>) => Promise<Result>

export const GENESIS = '0'.repeat(64)

/** Waits until it is this transaction's turn to write; the turn ends with it. */
export async function takeTurn(tx: Kysely<Tables>, schema: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${schema} chain`}, 0))`.execute(tx)
}

export function writer({ db, schema }: Database, now: () => Date): Write {
  const named = (name: string) => sql.id(schema, name)
  return (work) =>
    // INVARIANT: read committed, whatever the server's default: what is read after the turn has come is what others left.
    db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (tx) => {
        await takeTurn(tx, schema)
        const head = await tx
          .selectFrom('entry')
          .select(['seq', 'hash', 'at'])
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst()
        const seq = (head?.seq ?? 0) + 1
        // A clock that was put back does not put an entry before the one it follows.
        const time = now().toISOString()
        const at = head && head.at > time ? head.at : time
        let position = 0
        const result = await work({
          tx,
          seq,
          at,
          async append(table, rows) {
            if (rows.length === 0) return
            const placed = rows.map((row) => ({ ...row, entry: seq, position: position++ }))
            await sql`insert into ${named(table)} select * from jsonb_populate_recordset(null::${named(table)}, ${JSON.stringify(placed)}::jsonb)`.execute(
              tx,
            )
          },
        })
        if (position === 0) return result
        const previous = head?.hash ?? GENESIS
        await sql`insert into ${named('entry')} (seq, at, previous, digests, hash)
          select ${seq}::bigint, ${at}::timestamptz, ${previous}::text, d, ${named('hash_of')}(${seq}::bigint, ${at}::timestamptz, ${previous}::text, d)
          from (select ${named('digests_of')}(${seq}::bigint) as d) as digested`.execute(tx)
        return result
      })
}
