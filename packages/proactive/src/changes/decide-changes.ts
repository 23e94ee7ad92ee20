import type { Ledger, Portion } from '@vanzelf/ledger'
import type { Fact, Policy } from '@vanzelf/rules'
import type { SubjectId } from '@vanzelf/source'
import { concernedBy } from '../campaign/concerned-by.ts'
import type { CampaignOptions } from '../campaign/options.ts'
import type { Report } from '../campaign/report.ts'
import { runCampaign } from '../campaign/run-campaign.ts'
import { chunks } from '../chunks.ts'
import { changedSince, firstOf } from './changed-since.ts'
import { only } from './only.ts'

/** How changes are decided: as a campaign over the same population is, by the name that its campaigns begin with. */
export type DecideChangesOptions<Asks extends Fact = Fact, About extends string = string> = Omit<
  CampaignOptions<Asks, About>,
  'corrects'
>

/**
 * Decides a policy again for exactly those of a population whom changes concern that sources told since the last time: see
 * `ledger.changes`. It ends as a campaign over everybody would. Who was decided on a day that a change reaches back to is
 * decided by a campaign that `corrects`; others by one that does not. Both go by `id`, the last change and the day.
 *
 * What was decided is done for all of the policy: run it for the whole population on one day, or changes of whoever is not
 * in it are lost to them. The first call for a policy decides all that was ever taken in. Killed at any moment, call it again with the same day: it
 * goes on with what it began, and what came in meanwhile waits for the next call. What needs approval is begun still until
 * it has that. Several processes may do it at once.
 * @returns what each campaign came to: none where nothing concerns the policy
 * @throws as `runCampaign` does
 */
export async function decideChanges<About extends string, Asks extends Fact>(
  policy: Policy<About, Asks>,
  options: DecideChangesOptions<Asks, About>,
): Promise<readonly Report[]> {
  const { ledger, id, on, population } = options
  const portion = await ledger.changes.begin(policy.name, id)
  if (portion === undefined) return []
  const concerned = await concernedByPortion(ledger, policy, portion)
  const named = `${id}, changes ${portion.until} on ${on}`
  const runs = [
    { id: `${named}, corrections`, subjects: concerned.corrected, corrects: true },
    { id: named, subjects: concerned.others, corrects: false },
  ]
  const reports: Report[] = []
  for (const { id: campaign, subjects, corrects } of runs) {
    // What was begun is finished, whoever it concerns by now.
    if (subjects.size === 0 && (await ledger.campaigns.find(campaign)) === undefined) continue
    const some = () => only(population(), (all) => all.filter((one) => subjects.has(one)))
    reports.push(await runCampaign(policy, { ...options, id: campaign, population: some, corrects }))
  }
  if (reports.every(({ state }) => state === 'done')) await ledger.changes.done(portion, id)
  return reports
}

interface Concerned {
  /** Who was decided on a day that a change reaches back to. */
  readonly corrected: ReadonlySet<SubjectId>
  readonly others: ReadonlySet<SubjectId>
}

async function concernedByPortion(ledger: Ledger, policy: Policy, portion: Portion): Promise<Concerned> {
  const since = await changedSince(ledger, policy, ledger.changes.pending(policy.name, portion))
  const [corrected, others] = [new Set<SubjectId>(), new Set<SubjectId>()]
  for await (const some of chunks(await concernedBy(ledger, policy, since.keys()), 1_000)) {
    // INVARIANT: as known when it was begun. What is decided meanwhile takes nobody from one campaign to the other, where
    // that one was planned before.
    const latest = await ledger.decisions.latest(policy.name, some, portion.at)
    for (const one of some) {
      const before = latest.get(one)
      const from = before && firstOf(since, [one, ...before.about])
      const reachesBack = from === null || (from !== undefined && before !== undefined && from <= before.on)
      if (reachesBack) corrected.add(one)
      else others.add(one)
    }
  }
  return { corrected, others }
}
