import { createHash } from 'node:crypto'
import { RefusedError } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { type Kysely, sql } from 'kysely'
import { appendAct } from './acts.ts'
import type { Entry, Write } from './chain/write.ts'
import type { Database } from './database/database.ts'
import { decisionsOf, type Recorded } from './decisions.ts'
import { checkReason } from './objections.ts'
import type { OpenFact } from './open-fact.ts'
import type { Tables } from './tables.ts'

/** What somebody said who reviewed. */
export interface Opinion {
  readonly by: string
  readonly outcome: 'grant' | 'refuse'
  readonly reason: string
  readonly at: string
}

/** Somebody about whom a person must decide. */
export interface Review {
  readonly subject: SubjectId
  readonly policy: string
  /** The latest decision about them: what is missing in it may be what a person must judge. */
  readonly decision?: Recorded
  /** Who asked for a review, and why; empty where the decision itself does. */
  readonly asked: readonly { readonly by: string; readonly reason: string; readonly at: string }[]
  /** What was said so far, where more than one person must agree. */
  readonly said: readonly Opinion[]
}

/** What one person decides about somebody. */
export interface ReviewDecision {
  readonly subject: SubjectId
  readonly policy: string
  readonly by: string
  readonly outcome: Opinion['outcome']
  readonly reason: string
  /** How many must say the same. */
  readonly people: 1 | 2
}

/** What came of what one person decided, and the review as that person found it. */
export interface Reviewed {
  readonly state: 'settled' | 'another person'
  readonly review: Review
}

/** What people decided, and about which decision. */
export interface Settled extends Opinion {
  /** Of the decision that was reviewed. */
  readonly on?: string
  readonly version?: string
}

export interface Reviews {
  /** Asks that a person looks at somebody. */
  ask(review: {
    readonly subject: SubjectId
    readonly policy: string
    readonly by: string
    readonly reason: string
  }): Promise<void>
  /**
   * Who waits for a person under a policy, longest first; 50 unless told: where the latest decision lacks what a person must
   * judge, and where a review was asked. What was settled comes back only with a decision that differs in its day, its
   * version of the policy or what is missing.
   */
  open(
    policy: string,
    options?: { readonly limit?: number /** Of this one only. */; readonly subject?: SubjectId },
  ): Promise<readonly Review[]>
  /**
   * Records what one person decides. With two people it is settled when two different ones said the same; where they do
   * not agree, a third decides. It puts nothing into effect: `decideReview` of `@vanzelf/proactive` does.
   * @throws {RefusedError} `nothing-to-review`, `no-reason`, and `another-person-needed` from who has spoken before
   */
  decide(review: ReviewDecision): Promise<Reviewed['state']>
  /** What was settled last of each of these, where anything was. */
  settled(policy: string, subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, Settled>>
}

/** The decision that is reviewed: an opinion on another one does not count. */
interface About {
  readonly on: string
  readonly version: string
  readonly missing: readonly OpenFact[]
  /** The digest of its outcome and of what it gives: what people said is kept longer than a decision may be. */
  readonly decided: string
}

export function reviewsOf({ db, schema }: Database, write: Write): Reviews {
  const act = sql.id(schema, 'act')
  const entry = sql.id(schema, 'entry')
  return {
    ask: ({ reason, ...asked }) =>
      write(async (into) => {
        checkReason(reason, 'a review that is asked')
        await appendAct(into, { kind: 'review asked', reason, ...asked })
      }),
    async open(policy, { limit = 50, subject } = {}) {
      const subjects = await waiting(db, schema, policy, { limit, ...(subject !== undefined && { subject }) })
      return detailed(db, schema, policy, subjects)
    },
    decide: (review) => write(async (into) => (await reviewed(into, schema, review)).state),
    async settled(policy, subjects) {
      const { rows } = await sql<Omit<Opinion, 'outcome'> & { subject: SubjectId; content: Said }>`
        select distinct on (a.subject) a.subject, a.by, a.reason, a.content, e.at
        from ${act} a join ${entry} e on e.seq = a.entry
        where a.kind = 'review settled' and a.policy = ${policy} and a.subject = any(${[...subjects]}::text[])
        order by a.subject, a.entry desc, a.position desc`.execute(db)
      return new Map(
        rows.map(({ subject, content: { outcome, about }, ...row }) => [
          subject,
          { ...row, outcome, ...(about && { on: about.on, version: about.version }) },
        ]),
      )
    },
  }
}

/** Records what one person decides, within what else is written with it. */
export async function reviewed(
  into: Entry,
  schema: string,
  { subject, policy, by, outcome, reason, people }: ReviewDecision,
): Promise<Reviewed> {
  const where = 'a review'
  checkReason(reason, where)
  const waits = await waiting(into.tx, schema, policy, { subject, limit: 1 })
  const [review] = await detailed(into.tx, schema, policy, waits)
  if (review === undefined)
    throw new RefusedError({
      code: 'nothing-to-review',
      what: `nothing about this subject waits for a person under \`${policy}\``,
      where,
      todo: 'take one from `reviews.open`, or ask for a review first',
    })
  if (review.said.some((one) => one.by === by))
    throw new RefusedError({
      code: 'another-person-needed',
      what: 'who has decided already is counted once',
      where,
      todo: 'let somebody else decide',
    })
  const about = aboutOf(review.decision)
  // Nobody who comes second makes one person enough.
  const needed = Math.max(people, ...review.said.map((one) => one.people))
  const agree = review.said.filter((one) => one.outcome === outcome).length + 1
  const common = { policy, subject, by, reason }
  await appendAct(into, { kind: 'reviewed', ...common, content: { outcome, people, about } })
  if (agree < needed) return { state: 'another person', review }
  await appendAct(into, { kind: 'review settled', ...common, content: { outcome, about } })
  return { state: 'settled', review }
}

interface Said {
  readonly outcome: Opinion['outcome']
  readonly people: number
  readonly about: About | null
}

/** Who waits, longest first: by a decision that was not settled as it is, or by a request that nothing was settled after. */
async function waiting(
  db: Kysely<Tables>,
  schema: string,
  policy: string,
  { subject, limit }: { readonly subject?: SubjectId; readonly limit: number },
): Promise<readonly SubjectId[]> {
  const decision = sql.id(schema, 'decision')
  const act = sql.id(schema, 'act')
  const one = (column: string) => (subject === undefined ? sql`true` : sql`${sql.ref(column)} = ${subject}`)
  const { rows } = await sql<{ subject: SubjectId }>`
    select subject from (
      select d.subject, d.entry from ${decision} d
      where d.policy = ${policy} and ${one('d.subject')} and d.missing @> '[{"next": "needs a person"}]'
        and d.outcome <> 'not eligible' and d.benefit is null
        and not exists (select from ${decision} l where l.policy = d.policy and l.subject = d.subject
          and (l.entry, l.position) > (d.entry, d.position))
        and not exists (select from ${act} s where s.kind = 'review settled' and s.policy = d.policy and s.subject = d.subject
          and s.content->'about' @> jsonb_build_object('on', d."on", 'version', d.version) and s.content->'about'->'missing' = d.missing)
      union all
      select a.subject, a.entry from ${act} a
      where a.kind = 'review asked' and a.policy = ${policy} and ${one('a.subject')}
        and not exists (select from ${act} s where s.kind = 'review settled' and s.policy = a.policy and s.subject = a.subject
          and (s.entry, s.position) > (a.entry, a.position))) as waits
    group by subject order by min(entry), subject limit ${limit}`.execute(db)
  return rows.map((row) => row.subject)
}

type Detailed = Omit<Review, 'said'> & { readonly said: readonly (Opinion & { readonly people: number })[] }

async function detailed(
  db: Kysely<Tables>,
  schema: string,
  policy: string,
  subjects: readonly SubjectId[],
): Promise<readonly Detailed[]> {
  const latest = await decisionsOf({ db, schema }).latest(policy, subjects)
  const { rows } = await sql<{
    kind: string
    subject: SubjectId
    by: string
    reason: string | null
    content: Said
    at: string
  }>`
    select a.kind, a.subject, a.by, a.reason, a.content, e.at
    from ${sql.id(schema, 'act')} a join ${sql.id(schema, 'entry')} e on e.seq = a.entry
    where a.kind in ('review asked', 'reviewed', 'review settled') and a.policy = ${policy}
      and a.subject = any(${[...subjects]}::text[])
    order by a.entry, a.position`.execute(db)
  return subjects.map((subject) => {
    const decision = latest.get(subject)
    const about = keyOf(aboutOf(decision))
    const mine = rows.filter((row) => row.subject === subject)
    const since = mine.slice(mine.findLastIndex(({ kind }) => kind === 'review settled') + 1)
    return {
      subject,
      policy,
      ...(decision && { decision }),
      asked: since.flatMap(({ kind, by, reason, at }) =>
        kind === 'review asked' ? [{ by, reason: reason ?? '', at }] : [],
      ),
      said: since.flatMap(({ kind, by, reason, at, content }) =>
        kind === 'reviewed' && keyOf(content.about) === about
          ? [{ by, outcome: content.outcome, reason: reason ?? '', at, people: content.people }]
          : [],
      ),
    }
  })
}

function aboutOf(decision: Recorded | undefined): About | null {
  if (decision === undefined) return null
  const { on, version, missing, outcome, grant } = decision
  const decided = createHash('sha256')
    .update(JSON.stringify([outcome, grant]))
    .digest('hex')
  return { on, version, missing, decided }
}

const keyOf = (about: About | null) => JSON.stringify(about && [about.on, about.version, about.missing, about.decided])
