import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { APPEND_ONLY } from '../tables.ts'
import { GENESIS } from './write.ts'

/** The last entry of a chain: keep it elsewhere, and a ledger that was cut short or rewritten can be told. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** What does not fit, at the first entry where it does not. */
export interface Broken {
  readonly seq: number
  /**
   * `entry changed`: its hash is another's · `entry missing`: one before it is not there · `rows changed`: what belongs
   * to it was changed, removed or added to · `cut short`: the head that was kept is no longer there or another
   */
  readonly what: 'entry changed' | 'entry missing' | 'rows changed' | 'cut short'
  /** In which table, where it is of rows. */
  readonly table?: string
}

export interface Verified {
  readonly head: Head
  /** How many entries were read and computed again. */
  readonly entries: number
  readonly broken?: Broken
}

/** Few enough that an embedded database answers before its process seems to stand still. */
const PAGE = 20

export async function headOf({ db }: Pick<Database, 'db'>): Promise<Head> {
  const head = await db.selectFrom('entry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return head ?? { seq: 0, hash: GENESIS }
}

/** Reads all that was ever written, and computes its chain again. Rows that were pruned are vouched for by their digest. */
export async function verify(database: Pick<Database, 'db' | 'schema'>, kept?: Head): Promise<Verified> {
  const { db, schema } = database
  const named = (name: string) => sql.id(schema, name)
  const head = await headOf(database)
  let entries = 0
  const result = (broken?: Broken): Verified => ({ head, entries, ...(broken && { broken }) })
  let previous: Head = { seq: 0, hash: GENESIS }
  let pruned: Pruned = new Map()
  for (;;) {
    const { rows } = await sql<Read>`
      select seq, hash, previous, ${named('hash_of')}(seq, at, previous, digests) as computed, digests, ${named('digests_of')}(seq) as found
      from ${named('entry')} where seq > ${previous.seq} and seq <= ${head.seq} order by seq limit ${PAGE}`.execute(db)
    if (rows.length === 0) break
    for (const row of rows) {
      let broken = brokenIn(row, previous, pruned)
      if (broken?.what === 'rows changed') {
        // What is gone may have been pruned, also since this began.
        pruned = await prunedIn(database)
        broken = brokenIn(row, previous, pruned)
      }
      if (broken) return result(broken)
      if (kept?.seq === row.seq && kept.hash !== row.hash) return result({ seq: row.seq, what: 'cut short' })
      previous = row
      entries++
    }
  }
  return result(
    kept && kept.seq > previous.seq ? { seq: kept.seq, what: 'cut short' } : await strayIn(database, previous.seq),
  )
}

interface Read extends Head {
  readonly previous: string
  readonly computed: string
  readonly digests: { readonly [table: string]: string }
  readonly found: { readonly [table: string]: string }
}

/** Before which entry each table was pruned. */
type Pruned = ReadonlyMap<string, number>

async function prunedIn({ db, schema }: Pick<Database, 'db' | 'schema'>): Promise<Pruned> {
  const { rows } = await sql<{ table: string; before: number }>`
    select content->>'table' as "table", max((content->>'before')::bigint) as before
    from ${sql.id(schema, 'act')} where kind = 'pruned' group by 1`.execute(db)
  return new Map(rows.map(({ table, before }) => [table, before]))
}

function brokenIn(row: Read, before: Head, pruned: Pruned): Broken | undefined {
  const { seq } = row
  if (seq !== before.seq + 1) return { seq, what: 'entry missing' }
  if (row.previous !== before.hash || row.hash !== row.computed) return { seq, what: 'entry changed' }
  for (const table of new Set([...Object.keys(row.digests), ...Object.keys(row.found)])) {
    if (row.digests[table] === row.found[table]) continue
    const isPruned = row.found[table] === undefined && seq < (pruned.get(table) ?? 0)
    if (!isPruned) return { seq, what: 'rows changed', table }
  }
  return undefined
}

/** Rows of an entry that is not there: left behind when it was removed, or put there beside the chain, whose entries up to `last` are. */
async function strayIn({ db, schema }: Pick<Database, 'db' | 'schema'>, last: number): Promise<Broken | undefined> {
  for (const table of APPEND_ONLY) {
    const { rows } = await sql<{ seq: number }>`
      select t.entry as seq from ${sql.id(schema, table)} t
      where (t.entry < 1 or t.entry > ${last})
        and not exists (select from ${sql.id(schema, 'entry')} e where e.seq = t.entry) order by 1 limit 1`.execute(db)
    const [stray] = rows
    if (stray)
      return stray.seq > last ? { seq: stray.seq, what: 'entry missing' } : { ...stray, what: 'rows changed', table }
  }
  return undefined
}
