import type { Campaign, Ledger, Progress } from '@vanzelf/ledger'
import { UsageError } from '../errors.ts'
import { approvalsNeeded, type NamedCampaign, typed } from './campaign-named.ts'
import { centsIn } from './cents-in.ts'

/** What a campaign came to by all its runs, as the ledger tells it: nobody stands in it. */
export interface WholeReport extends Progress {
  readonly campaign: string
  readonly policy: string
  readonly version: string
  readonly on: string
  readonly state: Campaign['state']
  readonly created: string
  /** Steps in the life of grants, by their kind; and how often somebody keeps it, a person must decide, or it was granted before. */
  readonly effects: { readonly [kind: string]: number }
  /** Cents of what it started or renewed. */
  readonly granted: number
  /** Cents of what it decided, whether granted by now or not: what is approved. */
  readonly toGrant: number
  readonly undeterminedFor: { readonly [source: string]: number }
  readonly undeterminedOnlyFor: { readonly [source: string]: number }
  readonly approvals: { readonly needed: number; readonly by: readonly string[] }
}

/** @throws {UsageError} `not-begun` */
export async function begun(ledger: Ledger, { name }: NamedCampaign): Promise<Campaign> {
  const found = await ledger.campaigns.find(name)
  if (found !== undefined) return found
  throw new UsageError({
    code: 'not-begun',
    what: `campaign \`${name}\` is not in the ledger`,
    where: 'the ledger',
    todo: `begin it: vanzelf campaign run ${typed(name)}`,
  })
}

/** What changes no grant is recorded as an act. */
const WITHOUT_STEP = [
  ['kept', 'kept'],
  ['review asked', 'to review'],
  ['granted before', 'granted before'],
] as const

/** Reads every decision and every step of a campaign, page by page. */
export async function reportOf(ledger: Ledger, named: NamedCampaign): Promise<WholeReport> {
  const { id, policy, version, on, state, created } = await begun(ledger, named)
  const effects: { [kind: string]: number } = {}
  let granted = 0
  for await (const page of ledger.grants.steps(id))
    for (const { now } of page) {
      effects[now.kind] = (effects[now.kind] ?? 0) + 1
      if (now.kind === 'started' || now.kind === 'renewed') granted += centsIn(now.benefit)
    }
  for (const [kind, effect] of WITHOUT_STEP)
    for await (const page of ledger.acts.of(id, kind)) effects[effect] = (effects[effect] ?? 0) + page.length
  const undeterminedFor: { [source: string]: number } = {}
  const undeterminedOnlyFor: { [source: string]: number } = {}
  let toGrant = 0
  for await (const page of ledger.decisions.of(id))
    for (const { outcome, missing, grant } of page) {
      if (grant) toGrant += centsIn(grant.benefit)
      if (outcome !== 'undetermined') continue
      const sources = [...new Set(missing.map(({ source }) => source))]
      for (const source of sources) undeterminedFor[source] = (undeterminedFor[source] ?? 0) + 1
      const [only, ...others] = sources
      if (only !== undefined && others.length === 0) undeterminedOnlyFor[only] = (undeterminedOnlyFor[only] ?? 0) + 1
    }
  return {
    ...{ campaign: id, policy, version, on, state, created },
    ...(await ledger.campaigns.progress(id)),
    ...{ effects, granted, toGrant, undeterminedFor, undeterminedOnlyFor },
    approvals: { needed: approvalsNeeded(named.campaign), by: await ledger.campaigns.approvals(id) },
  }
}
