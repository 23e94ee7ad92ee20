import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { STEPS } from '../migrations.ts'
import { APPEND_ONLY } from '../tables.ts'
import { headOf } from './verify.ts'

/** The first line tells how to read the others; a later form has another number. */
export const FORMAT = 1

/** Few enough to be held at once, also where each entry has thousands of rows. */
const ENTRIES = 50
const BATCHES = 200

/**
 * Every row as a line of JSON: campaigns and their batches, then the chain, entry by entry. Campaigns come first, so that
 * what the chain tells is never behind them: a batch that is decided meanwhile is decided again after restoring, to the
 * same effect. What of deliveries is due follows from the chain.
 */
export async function* exported(database: Database): AsyncGenerator<string> {
  const { db, schema } = database
  const named = (table: string) => sql.id(schema, table)
  const line = (table: string, rank: number) => sql`
    select entry, ${rank}::int as rank, position, jsonb_build_object('table', ${table}::text, 'row', to_jsonb(t))::text as line
    from ${named(table)} t`
  yield JSON.stringify({ ledger: FORMAT, steps: STEPS })
  yield* await linesOf(sql<Line>`
    select jsonb_build_object('table', 'campaign', 'row', to_jsonb(t))::text as line from ${named('campaign')} t order by created, id`)
  let [campaign, number] = ['', 0]
  for (;;) {
    const { rows } = await sql<Line & { campaign: string; number: number }>`
      select campaign, number, jsonb_build_object('table', 'batch', 'row', to_jsonb(t))::text as line from ${named('batch')} t
      where (campaign, number) > (${campaign}, ${number}) order by campaign, number limit ${BATCHES}`.execute(db)
    yield* rows.map((row) => row.line)
    const last = rows.at(-1)
    if (last === undefined) break
    campaign = last.campaign
    number = last.number
  }
  const head = await headOf(database)
  for (let from = 1; from <= head.seq; from += ENTRIES) {
    const until = Math.min(from + ENTRIES - 1, head.seq)
    const between = sql`where entry between ${from} and ${until}`
    yield* await linesOf(sql<Line>`
      select line from (
        select seq as entry, 0 as rank, 0 as position, jsonb_build_object('table', 'entry', 'row', to_jsonb(t))::text as line
        from ${named('entry')} t where seq between ${from} and ${until}
        union all ${sql.join(
          APPEND_ONLY.map((table, index) => sql`(${line(table, index + 1)} ${between})`),
          sql` union all `,
        )}) as lines
      order by entry, rank, position`)
  }
  yield JSON.stringify({ head })

  async function linesOf(query: ReturnType<typeof sql<Line>>): Promise<readonly string[]> {
    return (await query.execute(db)).rows.map((row) => row.line)
  }
}

interface Line {
  readonly line: string
}
