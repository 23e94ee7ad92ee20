import type { DecisionRecord, OpenFact, QuotaOfDecision } from '@vanzelf/ledger'
import {
  type Expression,
  type Fact,
  type IsoDate,
  type Period,
  type Policy,
  type Reason,
  type SituationOf,
  type Those,
  type Unknown,
  unknown,
} from '@vanzelf/rules'
import { evaluate, type Result } from '@vanzelf/rules/evaluate'
import { nextStep } from '@vanzelf/rules/require'
import type { SubjectId } from '@vanzelf/source'
import type { Decided } from '../decide.ts'
import { idOf } from '../people.ts'
import type { CampaignOptions } from './options.ts'
import { versionOf } from './version.ts'

/** Makes of what was decided what the ledger keeps: the outcome, what is granted, what is open, and no fact. */
export function recorder<Asks extends Fact, About extends string>(
  policy: Policy<About, Asks>,
  { id, on, holders = {} }: Pick<CampaignOptions<Asks, About>, 'id' | 'on' | 'holders'>,
): (decided: Decided<About, Asks>) => DecisionRecord {
  const version = versionOf(policy)
  const { quota } = policy
  const within = quota?.within as unknown as Expression<Period, Asks, About> | undefined
  const counted = quota && quota.per !== policy.about ? holders[quota.per] : undefined

  return ({ subject, decision, missing, recipient, about, learnedFor }) => {
    // How much it would be is asked once it is certain that there is something.
    const open = missing.filter(({ neededFor }) => decision.outcome === 'eligible' || neededFor === 'eligibility')
    const record = {
      campaign: id,
      policy: policy.name,
      version,
      subject,
      on,
      outcome: decision.outcome,
      missing: [...new Map(open.map(told).map((one) => [JSON.stringify(one), one])).values()],
      about,
    }
    if (decision.outcome !== 'eligible') return record
    const ground = decision.ground === undefined ? {} : { ground: decision.ground }
    if (decision.open.length > 0 || recipient === undefined || decision.period === undefined)
      return { ...record, ...ground }
    const { from, until } = decision.period
    const grant = {
      benefit: decision.benefit,
      recipient,
      period: { from: from as IsoDate, until: until as IsoDate | null },
    }
    if (quota === undefined || within === undefined) return { ...record, ...ground, grant }
    const situation = learnedFor(policy)
    const counts = quotaIn(quota, evaluate(within, situation, on))
    const who = counted === undefined ? [subject] : holdersIn(counted, situation, on)
    // Somebody is eligible, and whether it was granted before cannot be told yet.
    if ('unknown' in counts) return { ...record, ...ground, missing: [openQuota(quota.per, counts.unknown)] }
    if ('unknown' in who) return { ...record, ...ground, missing: [openQuota(quota.per, who.unknown)] }
    return { ...record, ...ground, grant: { ...grant, quota: counts, holders: who } }
  }
}

const told = (missing: Decided['missing'][number]): OpenFact =>
  missing.kind === 'discretion'
    ? { name: missing.name, source: 'discretion', because: 'not decided', next: nextStep(missing) }
    : { name: missing.fact.name, source: missing.fact.source, because: missing.because, next: nextStep(missing) }

const openQuota = (per: string, because: Reason): OpenFact => ({
  name: per,
  source: 'quota',
  because,
  next: nextStep({ kind: 'fact', because }),
})

function quotaIn(
  { per, times }: { readonly per: string; readonly times: number },
  within: Result<Period>,
): QuotaOfDecision | Unknown {
  if (typeof within !== 'object' || within === null) return unknown('in doubt')
  if ('unknown' in within) return within
  if (!('from' in within) || typeof within.from !== 'string') return unknown('in doubt')
  const until = 'until' in within && typeof within.until === 'string' ? within.until : null
  return { per, times, from: within.from, until }
}

function holdersIn<Asks extends Fact, About extends string>(
  holders: Expression<Those<string>, Asks, About>,
  situation: SituationOf<Asks, About>,
  on: IsoDate,
): readonly SubjectId[] | Unknown {
  const found: readonly object[] | Unknown = evaluate(holders, situation, on)
  if ('unknown' in found) return found
  return [...new Set(found.map(idOf))].filter((one) => one !== undefined)
}
