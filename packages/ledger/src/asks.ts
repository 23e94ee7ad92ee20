import type { Asked, At, SubjectId } from '@vanzelf/source'
import { sql } from 'kysely'
import type { Write } from './chain/write.ts'
import type { Database } from './database/database.ts'
import { everyNameOf } from './known-as.ts'

/** One question about somebody, as it is told to them: who asked what, for what, when. Never the answer. */
export interface AskedAbout {
  readonly policy: string
  readonly basis: string
  readonly asker: string
  readonly source: string
  readonly fact: string
  /** The time that was asked about. */
  readonly at: At
  /** When it was asked. */
  readonly when: string
  readonly result: string
}

export interface Asks {
  /** Records the questions of a batch: give it to `audited` of `@vanzelf/source`. */
  record(asks: readonly Asked[]): Promise<void>
  /** Every question about somebody, under whichever of their pseudonyms, oldest first. */
  about(subject: SubjectId): Promise<readonly AskedAbout[]>
}

export function asksOf({ db, schema }: Database, write: Write): Asks {
  return {
    record: (asks) => write(({ append }) => append('ask', together(asks))),
    async about(subject) {
      const names = await everyNameOf(db, schema, [subject])
      const { rows } = await sql<AskedAbout & { subjects: readonly string[]; results: readonly string[] }>`
        select policy, basis, asker, source, fact, time as at, asked as "when", subjects, results
        from ${sql.id(schema, 'ask')} where subjects && ${names}::text[] order by entry, position`.execute(db)
      return rows.flatMap(({ subjects, results, ...ask }) =>
        subjects.flatMap((one, index) => (names.includes(one) ? [{ ...ask, result: results[index] ?? '' }] : [])),
      )
    },
  }
}

/** One row for all who were asked the same at once. */
function together(asks: readonly Asked[]): readonly object[] {
  const rows = new Map<string, { readonly subjects: SubjectId[]; readonly results: string[] }>()
  for (const { subject, result, purpose, source, fact, at, when } of asks) {
    const { policy, basis, asker } = purpose
    const row = { policy, basis, asker, source, fact, time: at, asked: when }
    const key = JSON.stringify(row)
    const known = rows.get(key) ?? { ...row, subjects: [], results: [] }
    known.subjects.push(subject)
    known.results.push(result)
    rows.set(key, known)
  }
  return [...rows.values()]
}
