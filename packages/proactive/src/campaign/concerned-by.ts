import type { Ledger } from '@vanzelf/ledger'
import type { Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'

/**
 * Whom changes may concern: those of whom a fact changed, and everybody whose decision under a policy rested on what was
 * asked of one of them. A campaign over these ends as one over everybody would. Of a change of household both the old
 * members and the new have changed.
 * @param changed of whom a fact changed, as a register's feed tells it; a message that is cancelled is a change as well
 * @param among whether the policy is run for somebody at all; everybody unless told
 */
export async function concernedBy(
  ledger: Ledger,
  { name }: Policy,
  changed: readonly SubjectId[],
  among: (subject: SubjectId) => boolean = () => true,
): Promise<readonly SubjectId[]> {
  const resting = await ledger.decisions.restingOn(name, changed)
  return [...new Set([...changed, ...resting])].filter(among)
}
