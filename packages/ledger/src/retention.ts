import { sql } from 'kysely'
import { appendAct } from './acts.ts'
import type { Write } from './chain/write.ts'
import type { Database } from './database/database.ts'
import type { AppendOnly } from './tables.ts'

/** What is kept for a limited time. Grants, claims and their deliveries stay as long as the ledger. */
export type Prunable = Extract<AppendOnly, 'ask' | 'decision'>

export interface Pruned {
  readonly rows: number
}

/** How many entries at once, so that nobody waits long for their turn to write. */
const TOGETHER = 200

/**
 * Removes what was recorded before an instant and may be kept no longer. The chain stays whole: the digest of what is
 * gone remains, and that it was removed, until which entry and by whom is an entry of its own.
 */
export async function prune(
  { db, schema }: Database,
  write: Write,
  { what, before, by }: { readonly what: Prunable; readonly before: string; readonly by: string },
): Promise<Pruned> {
  const table = sql.id(schema, what)
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select min(t.entry) as first, max(t.entry) as last from ${table} t
    join ${sql.id(schema, 'entry')} e on e.seq = t.entry where e.at < ${before}::timestamptz`.execute(db)
  const { first = null, last = null } = rows[0] ?? {}
  if (first === null || last === null) return { rows: 0 }
  let removed = 0
  for (let from = first; from <= last; from += TOGETHER) {
    const until = Math.min(from + TOGETHER, last + 1)
    removed += await write(async (entry) => {
      await sql`select set_config('vanzelf.prunes', ${what}, true)`.execute(entry.tx)
      const { numAffectedRows = 0n } = await sql`delete from ${table} where entry < ${until}`.execute(entry.tx)
      await sql`select set_config('vanzelf.prunes', '', true)`.execute(entry.tx)
      if (numAffectedRows > 0n) await appendAct(entry, { kind: 'pruned', by, content: { table: what, before: until } })
      return Number(numAffectedRows)
    })
  }
  return { rows: removed }
}
