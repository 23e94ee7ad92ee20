import { covers, type Expression, type Period, thisDay } from '@vanzelf/rules'
import type { GrantUnder } from './grant-under.ts'

/**
 * Whether a person has a grant under a policy that is in force on the date at hand. Who has none, has not; an unknown
 * grant stays unknown.
 * @param grant a fact made by `grantUnder`
 * @example
 * ```ts
 * import { unknown } from '@vanzelf/rules'
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * const label = { nl: 'toegekende kansenpas', en: 'opportunity pass granted' }
 * const hasPass = isEntitledUnder(grantUnder({ policy: 'exampleville/pass', name: 'passGrant', label }))
 * evaluate(hasPass, { passGrant: { from: '2026-01-01', until: '2027-01-01' } }, '2026-12-31') // => true
 * evaluate(hasPass, { passGrant: null }, '2026-12-31') // => false
 * evaluate(hasPass, { passGrant: unknown('unavailable') }, '2026-12-31') // => { unknown: 'unavailable' }
 * ```
 */
export function isEntitledUnder<Name extends string>(
  grant: Expression<Period | null, GrantUnder<Name>, 'person'>,
): Expression<boolean, GrantUnder<Name>, 'person'> {
  return covers(grant, thisDay)
}
