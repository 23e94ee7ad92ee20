import type { SubjectId } from '@vanzelf/source'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Under which other pseudonyms people are known, before and after their national number was replaced; only those who are.
 * Who was replaced by somebody is that somebody, whichever of both is asked about, over any number of replacements: a
 * register that still goes by the former number speaks of the same person.
 */
export async function knownAs(
  db: Kysely<Tables>,
  schema: string,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, readonly SubjectId[]>> {
  const act = sql.id(schema, 'act')
  const { rows } = await sql<{ asked: SubjectId; id: SubjectId }>`
    with recursive same (asked, id) as (
      select one, one from unnest(${[...new Set(subjects)]}::text[]) as one
      union
      select same.asked, other.id from same cross join lateral (
        select content->>'former' as id from ${act} where kind = 'replaced' and subject = same.id
        union all
        select subject from ${act} where kind = 'replaced' and content->>'former' = same.id) as other)
    select asked, id from same where id <> asked order by asked, id`.execute(db)
  const found = new Map<SubjectId, SubjectId[]>()
  for (const { asked, id } of rows) {
    const others = found.get(asked)
    if (others) others.push(id)
    else found.set(asked, [id])
  }
  return found
}

/** Somebody under each of their pseudonyms. */
export async function everyNameOf(
  db: Kysely<Tables>,
  schema: string,
  subjects: readonly SubjectId[],
): Promise<readonly SubjectId[]> {
  return [...new Set([...subjects, ...[...(await knownAs(db, schema, subjects)).values()].flat()])]
}
