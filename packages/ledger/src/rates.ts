import { sql } from 'kysely'
import type { Database } from './database/database.ts'

/** Limits that hold for all processes together that share a ledger. */
export interface Rates {
  /**
   * Takes of what may be done in one second, by the clock of the database: two seconds that follow each other may so have it
   * close together.
   * @returns how many of those that are wanted may be done now; with 0, ask again in the next second
   */
  take(what: string, wanted: number, perSecond: number): Promise<number>
}

export const ratesOf = ({ db, schema }: Database): Rates => ({
  async take(what, wanted, perSecond) {
    const rate = sql.id(schema, 'rate')
    await sql`insert into ${rate} (what, second, taken, got) values (${what}, 0, 0, 0) on conflict do nothing`.execute(
      db,
    )
    // The row is locked before it is read again, so that of two who take at once the second sees what the first took.
    const { rows } = await sql<{ got: number }>`
      update ${rate} r set second = n.now, taken = n.used + n.got, got = n.got
      from (select l.what, c.now, l.used, least(${wanted}::integer, greatest(${perSecond}::integer - l.used, 0)) as got
        from (select extract(epoch from clock_timestamp())::bigint as now) as c cross join lateral
          (select what, case when second = c.now then taken else 0 end as used
            from ${rate} where what = ${what} for update) as l) as n
      where r.what = n.what returning r.got`.execute(db)
    return rows[0]?.got ?? 0
  },
})
