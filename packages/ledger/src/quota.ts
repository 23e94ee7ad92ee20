import type { SubjectId } from '@vanzelf/source'
import { sql } from 'kysely'
import type { Entry } from './chain/write.ts'
import { knownAs } from './known-as.ts'

/** A grant that a quota counts. */
export interface Claim {
  readonly policy: string
  readonly per: string
  readonly times: number
  /** The first day of the period within which it is counted. */
  readonly from: string
  /** Each of them counts it: the members of a household, so that none of them is counted again wherever they live next. */
  readonly holders: readonly SubjectId[]
  readonly grant: string
}

/**
 * Claims one after another: the grant that already takes a place, where there is none left, and else undefined.
 * A grant without days, taken back as if it had never been, takes no place. To claim again for the same grant is no
 * second claim: do so before one that was taken back is given again.
 */
export async function claim(
  { tx, append }: Entry,
  schema: string,
  claims: readonly Claim[],
): Promise<readonly (string | undefined)[]> {
  if (claims.length === 0) return []
  const holders = [...new Set(claims.flatMap((one) => one.holders))]
  const others = await knownAs(tx, schema, holders)
  const everyone = [...new Set([...holders, ...[...others.values()].flat()])]
  const policies = [...new Set(claims.map(({ policy }) => policy))]
  const { rows } = await sql<Held>`
    select c.policy, c.per, c.holder, c."from", c.ordinal, c."grant", exists (
      select from ${sql.id(schema, 'grant_event')} g where g.id = c."grant" and g.until = g."from"
        and not exists (select from ${sql.id(schema, 'grant_event')} l where l.id = g.id and l.revision > g.revision)) as void
    from ${sql.id(schema, 'claim')} c
    where c.policy = any(${policies}::text[]) and c.holder = any(${everyone}::text[])
    order by c.entry, c.position`.execute(tx)
  const held = new Map<string, Held[]>()
  const hold = (row: Held) => {
    const before = held.get(key(row))
    if (before) before.push(row)
    else held.set(key(row), [row])
  }
  for (const row of rows) hold(row)
  const added: Held[] = []
  const results = claims.map((one) => {
    const placesOf = (holder: SubjectId) =>
      [holder, ...(others.get(holder) ?? [])].flatMap((id) => held.get(key({ ...one, holder: id })) ?? [])
    for (const holder of one.holders) {
      // A grant counts once for somebody, also where they hold it under two of their pseudonyms.
      const taken = new Set(
        placesOf(holder).flatMap(({ grant, void: isVoid }) => (isVoid || grant === one.grant ? [] : [grant])),
      )
      const [first] = taken
      if (first !== undefined && taken.size >= one.times) return first
    }
    for (const holder of one.holders) {
      if (placesOf(holder).some(({ grant }) => grant === one.grant)) continue
      const { policy, per, from, grant } = one
      const ordinal = (held.get(key({ ...one, holder })) ?? []).length + 1
      const row = { policy, per, holder, from, ordinal, grant, void: false }
      hold(row)
      added.push(row)
    }
    return undefined
  })
  await append(
    'claim',
    added.map(({ void: _, ...row }) => row),
  )
  return results
}

interface Held {
  readonly policy: string
  readonly per: string
  readonly holder: SubjectId
  readonly from: string
  readonly ordinal: number
  readonly grant: string
  readonly void: boolean
}

const key = ({ policy, per, holder, from }: Pick<Held, 'policy' | 'per' | 'holder' | 'from'>) =>
  JSON.stringify([policy, per, holder, from])
