import type { SubjectId } from '@vanzelf/source'
import { sql } from 'kysely'
import { type Act, type ActRow, actIn, appendAct, type RecordedAct } from './acts.ts'
import type { Write } from './chain/write.ts'
import type { Database } from './database/database.ts'
import { everyNameOf, knownAs } from './known-as.ts'
import { type Objections, objectionsOf } from './objections.ts'

/** What concerns somebody, and what people said and decided about it. */
export interface People extends Objections {
  /** Somebody wants no right by itself, of one policy or of any: no register is read for them. */
  optOut(
    subject: SubjectId,
    act: { readonly policy?: string; readonly by: string; readonly reason?: string },
  ): Promise<void>
  /** They changed their mind: what was said last of a policy, or of all of them, counts. */
  optIn(
    subject: SubjectId,
    act: { readonly policy?: string; readonly by: string; readonly reason?: string },
  ): Promise<void>
  /** Which of these opted out of a policy, or of all, under whichever of their pseudonyms. */
  optedOut(policy: string, subjects: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>>
  /**
   * A national number was replaced: who goes by `current` was known as `former`, and both are one person from now on. A
   * number that two people shared by mistake is no replacement.
   */
  replaced(former: SubjectId, current: SubjectId, by: string): Promise<void>
  /** Everything that was done about somebody, under whichever of their pseudonyms, oldest first. */
  acts(subject: SubjectId): Promise<readonly RecordedAct[]>
}

export function peopleOf(database: Database, write: Write): People {
  const { db, schema } = database
  const record = (act: Act) => write((entry) => appendAct(entry, act))
  return {
    optOut: (subject, act) => record({ kind: 'opted out', subject, ...act }),
    optIn: (subject, act) => record({ kind: 'opted in', subject, ...act }),
    async optedOut(policy, subjects) {
      const others = await knownAs(db, schema, subjects)
      const everyone = [...new Set([...subjects, ...[...others.values()].flat()])]
      const { rows } = await sql<{ subject: SubjectId; out: boolean }>`
        select subject, kind = 'opted out' as out from ${sql.id(schema, 'act')}
        where kind in ('opted out', 'opted in') and subject = any(${everyone}::text[])
          and (policy is null or policy = ${policy})
        order by entry, position`.execute(db)
      const saidLast = (subject: SubjectId) => {
        const names = new Set([subject, ...(others.get(subject) ?? [])])
        return rows.findLast((row) => names.has(row.subject))
      }
      return new Set(subjects.filter((subject) => saidLast(subject)?.out))
    },
    replaced: (former, current, by) => record({ kind: 'replaced', subject: current, by, content: { former } }),
    ...objectionsOf(database, write),
    async acts(subject) {
      const { rows } = await sql<ActRow>`
        select a.kind, a.policy, a.subject, a.campaign, a.by, a.reason, a.content, e.at
        from ${sql.id(schema, 'act')} a join ${sql.id(schema, 'entry')} e on e.seq = a.entry
        where a.subject = any(${await everyNameOf(db, schema, [subject])}::text[]) order by a.entry, a.position`.execute(
        db,
      )
      return rows.map(actIn)
    },
  }
}
