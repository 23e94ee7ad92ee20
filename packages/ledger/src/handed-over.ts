import { type Kysely, sql } from 'kysely'
import type { ToHandOver } from './deliveries.ts'
import type { Tables } from './tables.ts'

/** What was handed over last of each of these grants, by grant; nothing of one that no channel carries. */
export async function handedOver(
  tx: Kysely<Tables>,
  schema: string,
  grants: readonly string[],
): Promise<ReadonlyMap<string, ToHandOver>> {
  if (grants.length === 0) return new Map()
  const { rows } = await sql<Omit<ToHandOver, 'delivery'> & { payload: ToHandOver['delivery'] }>`
    select distinct on (o."grant") o."grant", o.id, o.channel, h.action, h.payload
    from ${sql.id(schema, 'outbox')} o join ${sql.id(schema, 'hand_over')} h on h.id = o.id
    where o."grant" = any(${[...grants]}::text[])
    order by o."grant", o.entry desc, o.position desc`.execute(tx)
  return new Map(rows.map(({ payload, ...row }) => [row.grant, { ...row, delivery: payload }]))
}
