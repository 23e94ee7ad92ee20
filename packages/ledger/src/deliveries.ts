import type { Delivery, Outcome, WithdrawalOutcome } from '@vanzelf/delivery'
import { sql } from 'kysely'
import type { Entry, Write } from './chain/write.ts'
import type { Database } from './database/database.ts'

/** Something to be handed to a channel: a delivery, or the withdrawal of an earlier one. */
export interface ToHandOver {
  readonly id: string
  readonly grant: string
  readonly channel: string
  readonly action: 'deliver' | 'withdraw'
  /** What is to be delivered, or what was and is to be withdrawn. */
  readonly delivery: Delivery
}

/** What is due now, with the receipt of what is to be withdrawn. */
export interface Due extends ToHandOver {
  readonly attempts: number
  /** Of a withdrawal: undefined where it was never delivered, so that there is nothing to withdraw. */
  readonly receipt?: string
  /** Of a withdrawal: a person was to deliver it, and may have done so. */
  readonly prepared?: true
}

export interface Handed {
  readonly due: Due
  readonly outcome: Outcome | WithdrawalOutcome
}

/** Where the deliveries of a grant stand. */
export interface DeliveryState {
  readonly id: string
  readonly action: 'deliver' | 'withdraw'
  readonly channel: string
  readonly state: 'due' | 'done' | 'refused' | 'prepared'
  readonly attempts: number
  readonly outcome?: string
  readonly receipt?: string
  readonly why?: string
}

export interface Deliveries {
  /** What is due for a channel: of each grant the earliest that is not done, oldest first. */
  due(channel: string, limit: number): Promise<readonly Due[]>
  /** Records what became of it, before anything else of the same grant is due. */
  record(handed: readonly Handed[]): Promise<void>
  ofGrant(grant: string): Promise<readonly DeliveryState[]>
  /** How many there are in each state, by channel. */
  count(): Promise<readonly { readonly channel: string; readonly state: string; readonly count: number }[]>
}

export function deliveriesOf({ db, schema }: Database, write: Write, now: () => Date): Deliveries {
  const outbox = sql.id(schema, 'outbox')
  const handed = sql.id(schema, 'hand_over')
  const outcome = sql.id(schema, 'outcome')
  return {
    async due(channel, limit) {
      const { rows } = await sql<
        Omit<Due, 'delivery' | 'receipt' | 'prepared'> & {
          payload: Delivery
          receipt: string | null
          prepared: boolean
        }
      >`
        select o.id, o."grant", o.channel, h.action, h.payload, o.attempts,
          (select receipt from ${outcome} d where d.delivery = h.payload->>'id' and d.receipt is not null
            order by d.entry desc, d.position desc limit 1) as receipt,
          h.action = 'withdraw' and exists (select from ${outbox} p where p.id = h.payload->>'id' and p.state = 'prepared') as prepared
        from ${outbox} o join ${handed} h on h.id = o.id
        where o.channel = ${channel} and o.state = 'due' and (o.due is null or o.due <= ${now().toISOString()}::timestamptz)
          and not exists (select from ${outbox} b where b."grant" = o."grant" and b.state = 'due'
            and (b.entry, b.position) < (o.entry, o.position))
        order by o.entry, o.position limit ${limit}`.execute(db)
      return rows.map(({ payload, receipt, prepared, ...row }) => ({
        ...row,
        delivery: payload,
        ...(receipt !== null && { receipt }),
        ...(prepared && { prepared }),
      }))
    },
    record: (all) =>
      write(async ({ tx, append }) => {
        await append(
          'outcome',
          all.map(({ due, outcome: { outcome, ...more } }) => ({
            delivery: due.id,
            outcome,
            receipt: 'receipt' in more ? more.receipt : null,
            why: 'why' in more ? more.why : null,
          })),
        )
        const states = all.map(({ due, outcome }) => ({
          id: due.id,
          state: stateAfter(outcome),
          due: new Date(now().getTime() + waitAfter(outcome, due.attempts)).toISOString(),
        }))
        // What is done stays done, whatever somebody tells later who had taken it up before.
        await sql`update ${outbox} o set attempts = o.attempts + 1, due = s.due,
            state = case when o.state <> 'done' and (s.state <> 'due' or o.state = 'due') then s.state else o.state end
          from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as s(id text, state text, due timestamptz)
          where o.id = s.id`.execute(tx)
      }),
    async ofGrant(grant) {
      const { rows } = await sql<
        Omit<DeliveryState, 'outcome' | 'receipt' | 'why'> & { [key in 'outcome' | 'receipt' | 'why']: string | null }
      >`
        select o.id, h.action, o.channel, o.state, o.attempts, d.outcome, d.receipt, d.why
        from ${outbox} o join ${handed} h on h.id = o.id left join lateral (select * from ${outcome} d where d.delivery = o.id
          order by d.entry desc, d.position desc limit 1) as d on true
        where o."grant" = ${grant} order by o.entry, o.position`.execute(db)
      return rows.map(({ outcome, receipt, why, ...row }) => ({
        ...row,
        ...(outcome !== null && { outcome }),
        ...(receipt !== null && { receipt }),
        ...(why !== null && { why }),
      }))
    },
    count: () =>
      db
        .selectFrom('outbox')
        .select(['channel', 'state', sql<number>`count(*)::int`.as('count')])
        .groupBy(['channel', 'state'])
        .orderBy('channel')
        .orderBy('state')
        .execute(),
  }
}

/** What is to be handed over is part of the chain; how far it is, is not. */
export async function handOver({ tx, seq, append }: Entry, schema: string, all: readonly ToHandOver[]): Promise<void> {
  if (all.length === 0) return
  await append(
    'hand_over',
    all.map(({ delivery, ...one }) => ({ ...one, payload: delivery })),
  )
  await sql`insert into ${sql.id(schema, 'outbox')} (id, "grant", channel, state, attempts, entry, position)
    select id, "grant", channel, 'due', 0, entry, position from ${sql.id(schema, 'hand_over')}
    where entry = ${seq} and id = any(${all.map(({ id }) => id)}::text[])`.execute(tx)
}

function stateAfter({ outcome }: Outcome | WithdrawalOutcome): DeliveryState['state'] {
  switch (outcome) {
    case 'to retry':
      return 'due'
    case 'prepared':
    case 'refused':
      return outcome
    default:
      return 'done'
  }
}

/** Half a minute, then twice as long each time, up to six hours; longer where the executor asked for it. */
function waitAfter(outcome: Outcome | WithdrawalOutcome, attempts: number): number {
  if (outcome.outcome !== 'to retry') return 0
  return Math.max(outcome.after ?? 0, Math.min(30_000 * 2 ** attempts, 21_600_000))
}
