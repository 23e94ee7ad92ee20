import { sql } from 'kysely'
import { type Head, headOf } from './chain/verify.ts'
import type { Database } from './database/database.ts'
import { checkNotNewer } from './migrate.ts'

/** How many there are, and since when the oldest of them waits or is as it is. */
export interface Waiting {
  readonly count: number
  readonly since?: string
}

/** How a ledger stands: what waits, and since when. */
export interface Standing {
  readonly head: Head
  /** Whether its server takes what is written: a copy that follows another does not. */
  readonly isWritable: boolean
  /** Batches of campaigns that run, and when the oldest of these campaigns began. */
  readonly batches: { readonly open: number; readonly since?: string }
  readonly deliveries: readonly {
    readonly channel: string
    readonly due: Waiting
    /** Refused for good, and nothing about the same grant was handed over since. */
    readonly refused: Waiting
  }[]
}

/**
 * @throws {DocumentError} `ledger-newer`, `ledger-unreachable`
 * @throws {RefusedError} `ledger-lost`
 */
export async function standingOf(database: Database): Promise<Standing> {
  const { db, schema } = database
  const named = (name: string) => sql.id(schema, name)
  await checkNotNewer(database)
  const { rows: settings } = await sql<{ writable: boolean }>`
    select current_setting('transaction_read_only') = 'off' as writable`.execute(db)
  const { rows: open } = await sql<{ open: number; since: string | null }>`
    select count(*)::int as open, min(c.created) as since from ${named('batch')} b join ${named('campaign')} c on c.id = b.campaign
    where c.state in ('planning', 'running') and b.state = 'open'`.execute(db)
  const { rows: channels } = await sql<{
    channel: string
    due: number
    dueSince: string | null
    refused: number
    refusedSince: string | null
  }>`
    select o.channel, count(*) filter (where o.state = 'due')::int as due, min(e.at) filter (where o.state = 'due') as "dueSince",
      count(*) filter (where o.state = 'refused')::int as refused, min(r.at) filter (where o.state = 'refused') as "refusedSince"
    from ${named('outbox')} o join ${named('entry')} e on e.seq = o.entry
      left join lateral (select l.at from ${named('outcome')} d join ${named('entry')} l on l.seq = d.entry
        where o.state = 'refused' and d.delivery = o.id order by d.entry desc, d.position desc limit 1) as r on true
    where o.state = 'due' or (o.state = 'refused' and not exists (select from ${named('outbox')} n
      where n."grant" = o."grant" and (n.entry, n.position) > (o.entry, o.position)))
    group by o.channel order by o.channel`.execute(db)
  return {
    head: await headOf(database),
    isWritable: settings[0]?.writable ?? false,
    batches: { open: open[0]?.open ?? 0, ...since(open[0]?.since) },
    deliveries: channels.map(({ channel, due, dueSince, refused, refusedSince }) => ({
      channel,
      due: { count: due, ...since(dueSince) },
      refused: { count: refused, ...since(refusedSince) },
    })),
  }
}

const since = (instant: string | null | undefined) => (instant ? { since: instant } : {})
