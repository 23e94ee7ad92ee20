import { RefusedError } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { sql } from 'kysely'
import { appendAct } from './acts.ts'
import type { Write } from './chain/write.ts'
import type { Database } from './database/database.ts'

/** What was decided on an objection. */
export interface ObjectionAnswer {
  readonly outcome: 'upheld' | 'dismissed'
  readonly by: string
  readonly reason: string
  readonly at: string
}

/** That somebody does not agree with a decision or a grant, and what was decided on it. */
export interface Objection {
  readonly subject: SubjectId
  readonly policy: string
  /** By which way, or which desk, it came in. */
  readonly by: string
  readonly reason?: string
  readonly at: string
  /** Left out while it is open. */
  readonly answer?: ObjectionAnswer
}

export interface Objections {
  /** Somebody objects to a decision or a grant. */
  object(
    subject: SubjectId,
    act: { readonly policy: string; readonly by: string; readonly reason?: string },
  ): Promise<void>
  /**
   * The decision on everything that somebody has objected to under a policy and that is still open. It changes no grant.
   * @throws {RefusedError} `nothing-to-answer`, `no-reason`
   */
  answered(
    subject: SubjectId,
    act: {
      readonly policy: string
      readonly by: string
      readonly outcome: ObjectionAnswer['outcome']
      readonly reason: string
    },
  ): Promise<void>
  /** Objections, oldest first; 100 unless told. */
  objections(
    state: 'open' | 'answered',
    options?: { readonly policy?: string; readonly limit?: number },
  ): Promise<readonly Objection[]>
}

export function objectionsOf({ db, schema }: Database, write: Write): Objections {
  const act = sql.id(schema, 'act')
  const entry = sql.id(schema, 'entry')
  return {
    object: (subject, said) => write((into) => appendAct(into, { kind: 'objected', subject, ...said })),
    answered: (subject, { outcome, ...said }) =>
      write(async (into) => {
        checkReason(said.reason, 'the decision on an objection')
        const { rows } = await sql<{ kind: string }>`
          select kind from ${act} where kind in ('objected', 'answered') and subject = ${subject} and policy = ${said.policy}
          order by entry desc, position desc limit 1`.execute(into.tx)
        if (rows[0]?.kind !== 'objected')
          throw new RefusedError({
            code: 'nothing-to-answer',
            what: `nobody's objection under \`${said.policy}\` is open for this subject`,
            where: 'the decision on an objection',
            todo: 'take one from `objections`',
          })
        await appendAct(into, { kind: 'answered', subject, ...said, content: { outcome } })
      }),
    async objections(state, { policy, limit = 100 } = {}) {
      const { rows } = await sql<Row>`
        select o.subject, o.policy, o.by, o.reason, e.at, answer.outcome, answer.by as answerer, answer.reason as why, answer.at as "when"
        from ${act} o join ${entry} e on e.seq = o.entry left join lateral (
          select a.content->>'outcome' as outcome, a.by, a.reason, f.at from ${act} a join ${entry} f on f.seq = a.entry
          where a.kind = 'answered' and a.subject = o.subject and a.policy = o.policy
            and (a.entry, a.position) > (o.entry, o.position)
          order by a.entry, a.position limit 1) as answer on true
        where o.kind = 'objected' and (${policy ?? null}::text is null or o.policy = ${policy ?? null}::text)
          and (answer.outcome is null) = ${state === 'open'}
        order by o.entry, o.position limit ${limit}`.execute(db)
      return rows.map(({ subject, policy: under, by, reason, at, outcome, answerer, why, when }) => ({
        ...{ subject, policy: under, by, at },
        ...(reason !== null && { reason }),
        ...(outcome !== null && { answer: { outcome, by: answerer, reason: why, at: when } }),
      }))
    },
  }
}

interface Row extends Omit<Objection, 'reason' | 'answer'> {
  readonly reason: string | null
  readonly outcome: ObjectionAnswer['outcome'] | null
  readonly answerer: string
  readonly why: string
  readonly when: string
}

/** Whoever decides about somebody says why. */
export function checkReason(reason: string, where: string): void {
  if (reason.trim() !== '') return
  throw new RefusedError({
    code: 'no-reason',
    what: 'no reason is given',
    where,
    todo: 'say why, in words the person may read',
  })
}
