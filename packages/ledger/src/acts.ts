import type { SubjectId } from '@vanzelf/source'
import { type Kysely, sql } from 'kysely'
import type { Entry } from './chain/write.ts'
import type { Database } from './database/database.ts'
import { everyNameOf } from './known-as.ts'
import type { Tables } from './tables.ts'

/** Something that a person did, and why. `by` is a role or a staff number, never a national number. */
export interface Act {
  readonly kind: string
  readonly policy?: string
  readonly subject?: SubjectId
  readonly campaign?: string
  readonly by: string
  readonly reason?: string
  readonly content?: object
}

export interface RecordedAct extends Act {
  readonly at: string
}

export interface Acts {
  /**
   * What one campaign recorded of one kind, page by page in the order of the subjects.
   * @param options `repeats: 'left out'` for what nobody had said before: the same about the same subject is told once,
   * by the campaign that said it first
   */
  of(
    campaign: string,
    kind: string,
    options?: { readonly repeats?: 'told' | 'left out'; readonly page?: number },
  ): AsyncGenerator<readonly RecordedAct[]>
}

export type ActRow = { readonly [key in keyof RecordedAct]-?: NonNullable<RecordedAct[key]> | null }

/** A row without what is not there: the very shape of an act. */
export const actIn = (row: ActRow): RecordedAct =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as RecordedAct

export function actsOf({ db, schema }: Database): Acts {
  const act = sql.id(schema, 'act')
  return {
    async *of(campaign, kind, { repeats = 'told', page = 1_000 } = {}) {
      const isNews = sql`not exists (select from ${act} b where b.kind = a.kind and b.subject = a.subject
        and b.policy = a.policy and b.content = a.content and (b.entry, b.position) < (a.entry, a.position))`
      let after: { readonly subject: SubjectId; readonly entry: number; readonly position: number } | undefined
      for (;;) {
        const { subject = '', entry = 0, position = 0 } = after ?? {}
        const { rows } = await sql<ActRow & { subject: SubjectId; entry: number; position: number }>`
          select a.kind, a.policy, a.subject, a.campaign, a.by, a.reason, a.content, e.at, a.entry, a.position
          from ${act} a join ${sql.id(schema, 'entry')} e on e.seq = a.entry
          where a.campaign = ${campaign} and a.kind = ${kind}
            and (a.subject, a.entry, a.position) > (${subject}::text, ${entry}::bigint, ${position}::integer)
            and ${repeats === 'told' ? sql`true` : isNews}
          order by a.subject, a.entry, a.position limit ${page}`.execute(db)
        after = rows.at(-1)
        if (after === undefined) return
        yield rows.map(({ entry: _, position: __, ...row }) => actIn(row))
      }
    },
  }
}

/** What was done of one kind about each of these under a policy, under whichever of their pseudonyms, oldest first. */
export async function actsAbout(
  tx: Kysely<Tables>,
  schema: string,
  { kind, policy, subject }: { readonly kind: string; readonly policy: string; readonly subject: SubjectId },
): Promise<readonly RecordedAct[]> {
  const { rows } = await sql<ActRow>`
    select a.kind, a.policy, a.subject, a.campaign, a.by, a.reason, a.content, e.at
    from ${sql.id(schema, 'act')} a join ${sql.id(schema, 'entry')} e on e.seq = a.entry
    where a.kind = ${kind} and a.policy = ${policy} and a.subject = any(${await everyNameOf(tx, schema, [subject])}::text[])
    order by a.entry, a.position`.execute(tx)
  return rows.map(actIn)
}

export const appendAct = (
  { append }: Entry,
  { policy, subject, campaign, reason, content, ...act }: Act,
): Promise<void> =>
  append('act', [
    {
      ...act,
      policy: policy ?? null,
      subject: subject ?? null,
      campaign: campaign ?? null,
      reason: reason ?? null,
      content: content ?? null,
    },
  ])
