import type { Given } from '@vanzelf/rules/evaluate'
import type { SubjectId } from '@vanzelf/source'
import { type Kysely, sql } from 'kysely'
import type { Entry } from './chain/write.ts'
import type { Database } from './database/database.ts'
import type { Days } from './decisions.ts'
import { everyNameOf, knownAs } from './known-as.ts'
import type { Tables } from './tables.ts'

/** How a grant stands after one step of its life: each step is a revision that tells all of it. */
export interface Grant {
  readonly id: string
  /** 1 when it starts; each step adds one. */
  readonly revision: number
  readonly kind: 'started' | 'renewed' | 'changed' | 'suspended' | 'resumed' | 'ended' | 'corrected'
  readonly state: 'in force' | 'suspended' | 'ended'
  readonly policy: string
  readonly subject: SubjectId
  readonly recipient: SubjectId
  readonly benefit: Given
  /** Of one that was granted and should not have been, a period without days. */
  readonly period: Days
  /** The grant that it comes after. */
  readonly follows?: string
  /** Which campaign, or who in which role. */
  readonly by: string
  readonly reason?: string
}

/** A grant as the ledger tells it. */
export interface RecordedGrant extends Grant {
  /** When this step was recorded. */
  readonly at: string
}

/** What was valid when, and as we knew it when. */
export interface AsOf {
  /** Grants of which this day is one: of one that ended the days before, of one that is suspended none. */
  readonly validOn?: string
  /** What had been recorded by this instant. */
  readonly knownAt?: string
}

/** One step in the life of a grant, and how it stood before. */
export interface GrantStep {
  readonly now: RecordedGrant
  readonly before?: RecordedGrant
}

export interface Grants {
  /** The grants of somebody, as subject or recipient, also under a number that was replaced: as they stand, or stood. */
  of(subject: SubjectId, asOf?: AsOf): Promise<readonly RecordedGrant[]>
  /** Every step of one grant, oldest first. */
  history(id: string): Promise<readonly RecordedGrant[]>
  /** How grants stood at one of their revisions, of those that are there; in any order. */
  at(revisions: readonly Pick<Grant, 'id' | 'revision'>[]): Promise<readonly RecordedGrant[]>
  /** Every step that a campaign or somebody took, with how the grant stood before: page by page, in the order of ids. */
  steps(by: string, options?: { readonly page?: number }): AsyncGenerator<readonly GrantStep[]>
  /** All grants under a policy as they stand, page by page in the order of their ids. */
  under(policy: string, options?: { readonly page?: number }): AsyncGenerator<readonly RecordedGrant[]>
}

interface Row extends Omit<Grant, 'period' | 'follows' | 'reason'> {
  readonly from: Days['from']
  readonly until: Days['until']
  readonly follows: string | null
  readonly reason: string | null
  readonly at: string
}

const told = (row: Row): RecordedGrant => ({
  id: row.id,
  revision: row.revision,
  kind: row.kind,
  state: row.state,
  policy: row.policy,
  subject: row.subject,
  recipient: row.recipient,
  benefit: row.benefit,
  period: { from: row.from, until: row.until },
  ...(row.follows !== null && { follows: row.follows }),
  by: row.by,
  ...(row.reason !== null && { reason: row.reason }),
  at: row.at,
})

export function grantsOf({ db, schema }: Database): Grants {
  const event = sql.id(schema, 'grant_event')
  const entry = sql.id(schema, 'entry')
  const at: Grants['at'] = async (revisions) => {
    const wanted = JSON.stringify(revisions.map(({ id, revision }) => ({ id, revision })))
    const { rows } = await sql<Row>`
      select g.*, e.at from ${event} g join ${entry} e on e.seq = g.entry
      join jsonb_to_recordset(${wanted}::jsonb) as w(id text, revision integer) on w.id = g.id and w.revision = g.revision`.execute(
      db,
    )
    return rows.map(told)
  }
  return {
    at,
    async of(subject, { validOn, knownAt } = {}) {
      const known = await everyNameOf(db, schema, [subject])
      const { rows } = await sql<Row>`
        select * from (
          select distinct on (g.id) g.*, e.at from ${event} g join ${entry} e on e.seq = g.entry
          where (g.subject = any(${known}::text[]) or g.recipient = any(${known}::text[]))
            and (${knownAt ?? null}::timestamptz is null or e.at <= ${knownAt ?? null}::timestamptz)
          order by g.id, g.revision desc) as latest
        where ${validOn ?? null}::date is null
          or (state <> 'suspended' and "from" <= ${validOn ?? null}::date and (until is null or until > ${validOn ?? null}::date))
        order by "from", id`.execute(db)
      return rows.map(told)
    },
    async history(id) {
      const { rows } = await sql<Row>`
        select g.*, e.at from ${event} g join ${entry} e on e.seq = g.entry where g.id = ${id} order by g.revision`.execute(
        db,
      )
      return rows.map(told)
    },
    async *steps(by, { page = 1_000 } = {}) {
      let after: readonly [id: string, revision: number] = ['', 0]
      for (;;) {
        const [id, revision] = after
        const { rows } = await sql<Row>`
          select g.*, e.at from ${event} g join ${entry} e on e.seq = g.entry
          where g.by = ${by} and (g.id, g.revision) > (${id}, ${revision}::integer)
          order by g.id, g.revision limit ${page}`.execute(db)
        const last = rows.at(-1)
        if (last === undefined) return
        after = [last.id, last.revision]
        const earlier = await at(rows.map((row) => ({ id: row.id, revision: row.revision - 1 })))
        const before = new Map(earlier.map((grant) => [grant.id + grant.revision, grant]))
        yield rows.map((row) => {
          const was = before.get(row.id + (row.revision - 1))
          return { now: told(row), ...(was && { before: was }) }
        })
      }
    },
    async *under(policy, { page = 1_000 } = {}) {
      let after: string | undefined
      for (;;) {
        const { rows } = await sql<Row>`
          select distinct on (g.id) g.*, e.at from ${event} g join ${entry} e on e.seq = g.entry
          where g.policy = ${policy} and (${after ?? null}::text is null or g.id > ${after ?? null}::text)
          order by g.id, g.revision desc limit ${page}`.execute(db)
        if (rows.length === 0) return
        after = rows.at(-1)?.id
        yield rows.map(told)
      }
    },
  }
}

/** One grant as it stands. */
export async function grantAs(tx: Kysely<Tables>, schema: string, id: string): Promise<RecordedGrant | undefined> {
  const { rows } = await sql<Row>`
    select g.*, e.at from ${sql.id(schema, 'grant_event')} g join ${sql.id(schema, 'entry')} e on e.seq = g.entry
    where g.id = ${id} order by g.revision desc limit 1`.execute(tx)
  return rows[0] && told(rows[0])
}

/** Every grant each subject ever had under a policy, as it stands, also under numbers that were replaced. */
export async function grantsTo(
  tx: Kysely<Tables>,
  schema: string,
  policy: string,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, readonly RecordedGrant[]>> {
  const others = await knownAs(tx, schema, subjects)
  const asked = new Map<SubjectId, SubjectId[]>()
  for (const one of new Set(subjects))
    for (const name of [one, ...(others.get(one) ?? [])]) asked.set(name, [...(asked.get(name) ?? []), one])
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (g.id) g.*, e.at from ${sql.id(schema, 'grant_event')} g
      join ${sql.id(schema, 'entry')} e on e.seq = g.entry
      where g.policy = ${policy} and g.subject = any(${[...asked.keys()]}::text[])
      order by g.id, g.revision desc) as latest
    order by "from", id`.execute(tx)
  const found = new Map<SubjectId, RecordedGrant[]>()
  for (const row of rows)
    for (const subject of asked.get(row.subject) ?? []) found.set(subject, [...(found.get(subject) ?? []), told(row)])
  return found
}

export const appendGrants = ({ append }: Entry, grants: readonly Grant[]): Promise<void> =>
  append(
    'grant_event',
    grants.map(({ period, follows, reason, ...grant }) => ({
      ...grant,
      ...period,
      follows: follows ?? null,
      reason: reason ?? null,
    })),
  )
