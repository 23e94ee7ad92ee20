import { RefusedError } from '@vanzelf/rules'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { badExport, ledgerNewer } from '../errors.ts'
import { STEPS } from '../migrations.ts'
import { APPEND_ONLY, type Tables } from '../tables.ts'
import { FORMAT } from './export.ts'
import { type Head, headOf, verify } from './verify.ts'
import { takeTurn } from './write.ts'

const TABLES: ReadonlySet<string> = new Set(['campaign', 'batch', 'entry', ...APPEND_ONLY])
const TOGETHER = 1_000

/**
 * Puts what was exported into an empty ledger, all of it or nothing, and computes its chain again.
 * @returns the head, the same as of the ledger that was exported
 */
export async function restored(
  { db, schema }: Database,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<Head> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (tx) => {
      await takeTurn(tx, schema)
      await checkEmpty(tx)
      const end = await putAll(tx, schema, lines)
      const { head, broken } = await verify({ db: tx, schema })
      if (broken) throw badExport(`what it holds does not fit: ${broken.what} at entry ${broken.seq}`)
      if (head.seq !== end.seq || head.hash !== end.hash)
        throw badExport('its head is another than its last line tells')
      await putOutbox(tx, schema)
      return head
    })
}

async function checkEmpty(tx: Kysely<Tables>): Promise<void> {
  const campaign = await tx.selectFrom('campaign').select('id').limit(1).executeTakeFirst()
  if ((await headOf({ db: tx })).seq === 0 && campaign === undefined) return
  throw new RefusedError({
    code: 'ledger-not-empty',
    what: 'this ledger holds something already',
    where: 'restoring a ledger',
    todo: 'restore into a new one: two chains cannot be made one',
  })
}

/** @returns the head that its last line tells */
async function putAll(
  tx: Kysely<Tables>,
  schema: string,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<Head> {
  let number = 0
  let end: Head | undefined
  let some: { readonly table: string; readonly lines: string[] } | undefined
  const put = async () => {
    if (some === undefined) return
    const table = sql.id(schema, some.table)
    await sql`insert into ${table} select r.* from unnest(${some.lines}::text[]) as l (line),
      jsonb_populate_record(null::${table}, l.line::jsonb->'row') as r`.execute(tx)
    some = undefined
  }
  for await (const line of lines) {
    number++
    if (line.trim() === '') continue
    if (end) throw badExport('something comes after its last line', number)
    const read = parsed(line, number)
    if (number === 1) {
      checkForm(read)
      continue
    }
    if ('head' in read) {
      end = read['head'] as Head
      continue
    }
    const table = String(read['table'])
    if (!TABLES.has(table)) throw badExport(`no table \`${table.slice(0, 40)}\` belongs to a ledger`, number)
    if (some && (some.table !== table || some.lines.length >= TOGETHER)) await put()
    if (some) some.lines.push(line)
    else some = { table, lines: [line] }
  }
  await put()
  if (end === undefined) throw badExport('it was cut short: its last line, with the head, is missing')
  return end
}

function parsed(line: string, number: number): { readonly [key: string]: unknown } {
  try {
    const read: unknown = JSON.parse(line)
    if (typeof read === 'object' && read !== null) return read as { readonly [key: string]: unknown }
  } catch {
    // Told below, without the text of the line.
  }
  throw badExport('no JSON object', number)
}

function checkForm({ ledger, steps }: { readonly [key: string]: unknown }): void {
  if (ledger !== FORMAT || !Array.isArray(steps)) throw badExport('its first line is not that of an exported ledger', 1)
  const unknown = steps.map(String).filter((step) => !STEPS.includes(step))
  if (unknown.length > 0) throw ledgerNewer(unknown)
}

/** How far each delivery is follows from its outcomes, as when they were recorded; what is to be retried is due at once. */
async function putOutbox(tx: Kysely<Tables>, schema: string): Promise<void> {
  await sql`insert into ${sql.id(schema, 'outbox')} (id, "grant", channel, state, attempts, entry, position)
    select h.id, h."grant", h.channel,
      case when became.done then 'done' else coalesce(became.stopped, 'due') end, became.attempts, h.entry, h.position
    from ${sql.id(schema, 'hand_over')} h, lateral (
      select count(*)::int as attempts,
        coalesce(bool_or(o.outcome not in ('to retry', 'prepared', 'refused')), false) as done,
        (array_agg(o.outcome order by o.entry desc, o.position desc) filter (where o.outcome in ('prepared', 'refused')))[1] as stopped
      from ${sql.id(schema, 'outcome')} o where o.delivery = h.id) as became`.execute(tx)
}
