import type { IsoDate } from '@vanzelf/rules'
import type { Given } from '@vanzelf/rules/evaluate'
import type { SubjectId } from '@vanzelf/source'
import { sql } from 'kysely'
import type { Entry } from './chain/write.ts'
import type { Database } from './database/database.ts'
import { everyNameOf } from './known-as.ts'
import type { OpenFact } from './open-fact.ts'
import type { QuotaOfDecision } from './tables.ts'

/** A half-open period. */
export interface Days {
  readonly from: IsoDate
  readonly until: IsoDate | null
}

/** What was decided of one subject. */
export interface DecisionRecord {
  readonly campaign?: string
  readonly policy: string
  /** Which text of the policy decided: another text is another version. */
  readonly version: string
  readonly subject: SubjectId
  readonly on: IsoDate
  readonly outcome: 'eligible' | 'not eligible' | 'undetermined'
  readonly ground?: string
  /** What is granted; left out where that is not settled yet. */
  readonly grant?: {
    readonly benefit: Given
    readonly recipient: SubjectId
    readonly period: Days
    readonly quota?: QuotaOfDecision
    /** For whom the quota counts it. */
    readonly holders?: readonly SubjectId[]
  }
  readonly missing: readonly OpenFact[]
  /** Everybody of whom something was asked for it. */
  readonly about: readonly SubjectId[]
}

/** A decision as the ledger tells it. */
export interface Recorded extends DecisionRecord {
  /** When it was recorded. */
  readonly at: string
}

export interface Decisions {
  /** The latest decision of each subject under a policy, of those who have one. */
  latest(policy: string, subjects: readonly SubjectId[], knownAt?: string): Promise<ReadonlyMap<SubjectId, Recorded>>
  /** Every decision of one campaign, page by page in the order of their subjects. */
  of(campaign: string, options?: { readonly page?: number }): AsyncGenerator<readonly Recorded[]>
  /**
   * Whose decision under a policy rested on what was asked of one of these, under whichever of their pseudonyms, and under
   * each of their own: by which of these they are decided next, a population says.
   */
  restingOn(policy: string, subjects: readonly SubjectId[]): Promise<readonly SubjectId[]>
  /** The other way around: on whom the decisions about these rested, whom they were about included. */
  restedOn(policy: string, subjects: readonly SubjectId[]): Promise<readonly SubjectId[]>
}

export const appendDecisions = ({ append }: Entry, decisions: readonly DecisionRecord[]): Promise<void> =>
  append(
    'decision',
    decisions.map(({ grant, campaign, ground, ...decision }) => ({
      ...decision,
      campaign: campaign ?? null,
      ground: ground ?? null,
      benefit: grant?.benefit ?? null,
      recipient: grant?.recipient ?? null,
      from: grant?.period.from ?? null,
      until: grant?.period.until ?? null,
      quota: grant?.quota ?? null,
      holders: grant?.holders ?? null,
    })),
  )

interface Row extends Omit<DecisionRecord, 'grant' | 'campaign' | 'ground'> {
  readonly at: string
  readonly campaign: string | null
  readonly ground: string | null
  readonly benefit: Given | null
  readonly recipient: SubjectId | null
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  readonly quota: QuotaOfDecision | null
  readonly holders: readonly SubjectId[] | null
}

export function recorded(row: Row): Recorded {
  const { campaign, ground, benefit, recipient, from, until, quota, holders, policy, version, subject, on, outcome } =
    row
  return {
    ...{ policy, version, subject, on, outcome, missing: row.missing, about: row.about, at: row.at },
    ...(campaign !== null && { campaign }),
    ...(ground !== null && { ground }),
    ...(benefit !== null &&
      recipient !== null &&
      from !== null && {
        grant: { benefit, recipient, period: { from, until }, ...(quota && { quota }), ...(holders && { holders }) },
      }),
  }
}

export function decisionsOf({ db, schema }: Pick<Database, 'db' | 'schema'>): Decisions {
  const decision = sql.id(schema, 'decision')
  const entry = sql.id(schema, 'entry')
  return {
    async latest(policy, subjects, knownAt) {
      const { rows } = await sql<Row>`
        select distinct on (d.subject) d.*, e.at from ${decision} d join ${entry} e on e.seq = d.entry
        where d.policy = ${policy} and d.subject = any(${[...subjects]}::text[])
          and (${knownAt ?? null}::timestamptz is null or e.at <= ${knownAt ?? null}::timestamptz)
        order by d.subject, d.entry desc, d.position desc`.execute(db)
      return new Map(rows.map((row) => [row.subject, recorded(row)]))
    },
    async *of(campaign, { page = 1_000 } = {}) {
      let after: SubjectId | undefined
      for (;;) {
        const { rows } = await sql<Row>`
          select distinct on (d.subject) d.*, e.at from ${decision} d join ${entry} e on e.seq = d.entry
          where d.campaign = ${campaign} and (${after ?? null}::text is null or d.subject > ${after ?? null}::text)
          order by d.subject, d.entry desc, d.position desc limit ${page}`.execute(db)
        if (rows.length === 0) return
        after = rows.at(-1)?.subject
        yield rows.map(recorded)
      }
    },
    async restingOn(policy, subjects) {
      const { rows } = await sql<{ subject: SubjectId }>`
        select distinct subject from ${decision}
        where policy = ${policy} and about && ${await everyNameOf(db, schema, subjects)}::text[]`.execute(db)
      const found = await everyNameOf(
        db,
        schema,
        rows.map(({ subject }) => subject),
      )
      return found.toSorted()
    },
    async restedOn(policy, subjects) {
      const { rows } = await sql<{ id: SubjectId }>`
        select distinct unnest(about) as id from ${decision}
        where policy = ${policy} and subject = any(${await everyNameOf(db, schema, subjects)}::text[]) order by id`.execute(
        db,
      )
      return rows.map(({ id }) => id)
    },
  }
}
