import { DocumentError, type IsoDate } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { sql } from 'kysely'
import { appendAct } from './acts.ts'
import type { Entry, Write } from './chain/write.ts'
import type { Database } from './database/database.ts'

/** One run of a policy over a population. */
export interface Campaign {
  readonly id: string
  readonly policy: string
  readonly version: string
  readonly on: IsoDate
  /** `planning`: its population is being read · `to approve`: decided, and somebody must say that it takes effect */
  readonly state: 'planning' | 'running' | 'to approve' | 'stopped' | 'done'
  readonly created: string
  readonly options: object
}

export interface Batch {
  readonly number: number
  readonly subjects: readonly SubjectId[]
  /** `decided`: and waiting to take effect */
  readonly state: 'open' | 'decided' | 'done'
}

/** How many batches of a campaign are in each state, and how many subjects they hold. */
export interface Counts {
  readonly batches: { readonly [state in Batch['state']]: number }
  readonly subjects: number
}

export interface Progress extends Counts {
  readonly decided: number
  readonly outcomes: { readonly [outcome in 'eligible' | 'not eligible' | 'undetermined']: number }
}

export interface Campaigns {
  /** Begins one, or finds the one that goes by this id. */
  begin(campaign: Omit<Campaign, 'state' | 'created'>): Promise<Campaign>
  find(id: string): Promise<Campaign | undefined>
  all(): Promise<readonly Campaign[]>
  /**
   * Reads the population of one that is being planned, in batches; what an earlier reading left half done is read again.
   * Where another begins to read it meanwhile, this one stops; of one that is planned nothing changes.
   */
  plan(id: string, batches: AsyncIterable<readonly SubjectId[]>): Promise<void>
  /** The first batches in a state, in their order. */
  batches(id: string, state: Batch['state'], limit: number, after?: number): Promise<readonly Batch[]>
  counts(id: string): Promise<Counts>
  /** Its counts, and what it decided: reads every decision. */
  progress(id: string): Promise<Progress>
  /**
   * A person, or the program on its own account, takes it to another state.
   * @param from only where it is in this state now
   * @returns whether it was moved
   */
  move(
    id: string,
    state: Campaign['state'],
    act?: { readonly by: string; readonly reason?: string },
    from?: Campaign['state'],
  ): Promise<boolean>
  /** Who approved it, each once, in their order. */
  approvals(id: string): Promise<readonly string[]>
  approve(id: string, by: string, reason?: string): Promise<void>
}

const columns = ['id', 'policy', 'version', 'on', 'state', 'created', 'options'] as const

export function campaignsOf({ db, schema }: Database, write: Write, now: () => Date): Campaigns {
  const find = async (id: string): Promise<Campaign | undefined> => {
    return (await db.selectFrom('campaign').select(columns).where('id', '=', id).executeTakeFirst()) as
      | Campaign
      | undefined
  }
  const counts = async (id: string): Promise<Counts> => {
    const rows = await db
      .selectFrom('batch')
      .select([
        'state',
        sql<number>`count(*)::int`.as('count'),
        sql<number>`sum(cardinality(subjects))::int`.as('subjects'),
      ])
      .where('campaign', '=', id)
      .groupBy('state')
      .execute()
    const of = (state: Batch['state']) => rows.find((row) => row.state === state)?.count ?? 0
    return {
      batches: { open: of('open'), decided: of('decided'), done: of('done') },
      subjects: rows.reduce((sum, one) => sum + one.subjects, 0),
    }
  }
  return {
    find,
    all: async () =>
      (await db
        .selectFrom('campaign')
        .select(columns)
        .orderBy('created')
        .orderBy('id')
        .execute()) as readonly Campaign[],
    async begin({ id, policy, version, on, options }) {
      const row = {
        id,
        policy,
        version,
        on,
        state: 'planning',
        created: now().toISOString(),
        options: JSON.stringify(options),
      } as const
      await db
        .insertInto('campaign')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      const begun = await find(id)
      if (begun?.policy === policy && begun.version === version && begun.on === on) return begun
      throw new DocumentError({
        code: 'another-campaign',
        what: `campaign \`${id}\` decides ${begun?.policy === policy ? `\`${policy}\` in another version or on another day` : `\`${begun?.policy}\``}`,
        where: 'the ledger',
        todo: 'give this one an id of its own: a campaign is resumed with the policy and the day it began with',
      })
    },
    async plan(id, batches) {
      const campaign = sql.id(schema, 'campaign')
      // Each reading has a number, and writes only while it is the latest: two that overlap would mix their batches.
      const reading = await db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ reading: number }>`update ${campaign} set reading = reading + 1
          where id = ${id} and state = 'planning' returning reading`.execute(tx)
        if (rows[0]) await tx.deleteFrom('batch').where('campaign', '=', id).execute()
        return rows[0]?.reading
      })
      if (reading === undefined) return
      let number = 0
      for await (const subjects of batches) {
        number++
        const { numAffectedRows = 0n } = await sql`insert into ${sql.id(schema, 'batch')} (campaign, number, subjects)
          select id, ${number}, ${[...subjects]}::text[] from ${campaign}
          where id = ${id} and state = 'planning' and reading = ${reading} for share`.execute(db)
        if (numAffectedRows === 0n) return
      }
      await sql`update ${campaign} set state = 'running'
        where id = ${id} and state = 'planning' and reading = ${reading}`.execute(db)
    },
    async batches(id, state, limit, after = 0) {
      return db
        .selectFrom('batch')
        .select(['number', 'subjects', 'state'])
        .where('campaign', '=', id)
        .where('state', '=', state)
        .where('number', '>', after)
        .orderBy('number')
        .limit(limit)
        .execute()
    },
    counts,
    async progress(id) {
      const { rows } = await sql<{ outcome: keyof Progress['outcomes']; count: number }>`
        select outcome, count(*)::int as count from (select distinct on (subject) outcome from ${sql.id(schema, 'decision')}
          where campaign = ${id} order by subject, entry desc, position desc) as latest group by outcome`.execute(db)
      const outcomes = new Map(rows.map(({ outcome, count }) => [outcome, count]))
      const of = (outcome: keyof Progress['outcomes']) => outcomes.get(outcome) ?? 0
      return {
        ...(await counts(id)),
        decided: [...outcomes.values()].reduce((sum, one) => sum + one, 0),
        outcomes: { eligible: of('eligible'), 'not eligible': of('not eligible'), undetermined: of('undetermined') },
      }
    },
    move: (id, state, act, from) =>
      write(async (entry) => {
        const moved = await entry.tx
          .updateTable('campaign')
          .set({ state })
          .where('id', '=', id)
          .$if(from !== undefined, (query) => query.where('state', '=', from ?? state))
          .executeTakeFirst()
        if (moved.numUpdatedRows === 0n) return false
        if (act) await appendAct(entry, { kind: state, campaign: id, ...act })
        return true
      }),
    async approvals(id) {
      const acts = await db
        .selectFrom('act')
        .select('by')
        .where('kind', '=', 'approved')
        .where('campaign', '=', id)
        .orderBy('entry')
        .execute()
      return [...new Set(acts.map(({ by }) => by))]
    },
    approve: (id, by, reason) =>
      write((entry) =>
        appendAct(entry, { kind: 'approved', campaign: id, by, ...(reason !== undefined && { reason }) }),
      ),
  }
}

/** Takes a batch from one state to the next; false where another process did. */
export async function advance(
  { tx }: Entry,
  campaign: string,
  number: number,
  from: Batch['state'],
  to: Batch['state'],
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('batch')
    .set({ state: to })
    .where('campaign', '=', campaign)
    .where('number', '=', number)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
