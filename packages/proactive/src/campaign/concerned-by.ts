import type { Ledger } from '@vanzelf/ledger'
import type { Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { chunks } from '../chunks.ts'

/** Few enough for one question to the ledger. */
const TOGETHER = 1_000

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
  changed: Iterable<SubjectId>,
  among: (subject: SubjectId) => boolean = () => true,
): Promise<readonly SubjectId[]> {
  const concerned = new Set<SubjectId>()
  for await (const some of chunks(changed, TOGETHER))
    for (const one of [...some, ...(await ledger.decisions.restingOn(name, some))]) if (among(one)) concerned.add(one)
  return [...concerned]
}
