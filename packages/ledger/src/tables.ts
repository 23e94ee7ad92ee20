import type { Given } from '@vanzelf/rules/evaluate'
import type { At, SubjectId } from '@vanzelf/source'
import type { Generated, JSONColumnType } from 'kysely'
import type { OpenFact } from './open-fact.ts'

/** What was appended in one transaction, and its place in the chain. */
export interface EntryTable {
  seq: number
  at: string
  previous: string
  /** The digest of the rows of each table, by its name. */
  digests: JSONColumnType<{ readonly [table: string]: string }>
  hash: string
}

/** Of every append-only table: which entry a row belongs to, and its place in it. */
interface Appended {
  entry: number
  position: number
}

export interface AskTable extends Appended {
  policy: string
  basis: string
  asker: string
  source: string
  fact: string
  time: JSONColumnType<At>
  /** When it was asked; when it was recorded is its entry's. */
  asked: string
  subjects: readonly SubjectId[]
  results: readonly string[]
}

export interface DecisionTable extends Appended {
  campaign: string | null
  policy: string
  version: string
  subject: SubjectId
  on: string
  outcome: 'eligible' | 'not eligible' | 'undetermined'
  ground: string | null
  benefit: JSONColumnType<Given> | null
  recipient: SubjectId | null
  from: string | null
  until: string | null
  /** For whom a quota counts it; null where the policy has none. */
  holders: readonly SubjectId[] | null
  quota: JSONColumnType<QuotaOfDecision> | null
  missing: JSONColumnType<readonly OpenFact[]>
  /** Everybody of whom something was asked for it. */
  about: readonly SubjectId[]
}

export interface QuotaOfDecision {
  readonly per: string
  readonly times: number
  readonly from: string
  readonly until: string | null
}

export interface GrantTable extends Appended {
  id: string
  revision: number
  kind: 'started' | 'renewed' | 'changed' | 'suspended' | 'resumed' | 'ended' | 'corrected'
  state: 'in force' | 'suspended' | 'ended'
  policy: string
  subject: SubjectId
  recipient: SubjectId
  benefit: JSONColumnType<Given>
  from: string
  until: string | null
  /** The grant that it comes after. */
  follows: string | null
  /** Who did it: a campaign, or a role. */
  by: string
  reason: string | null
}

export interface ClaimTable extends Appended {
  policy: string
  per: string
  holder: SubjectId
  from: string
  ordinal: number
  grant: string
}

export interface OutcomeTable extends Appended {
  delivery: string
  outcome: string
  receipt: string | null
  why: string | null
}

/** What people did: opt out, object, review, approve. */
export interface ActTable extends Appended {
  kind: string
  policy: string | null
  subject: SubjectId | null
  campaign: string | null
  by: string
  reason: string | null
  content: JSONColumnType<object> | null
}

/** That a source may answer otherwise: of whom and which facts, never what. */
export interface ChangeTable extends Appended {
  source: string
  message: string
  place: number
  subjects: readonly SubjectId[]
  facts: readonly string[]
  from: string | null
  kind: 'changed' | 'cancelled'
  /** The message that is taken back, where one is named. */
  cancels: string | null
}

export interface CampaignTable {
  id: string
  policy: string
  version: string
  on: string
  state: 'planning' | 'running' | 'to approve' | 'stopped' | 'done'
  created: string
  options: JSONColumnType<object>
  /** How often reading its population was begun. */
  reading: Generated<number>
}

export interface BatchTable {
  campaign: string
  number: number
  subjects: readonly SubjectId[]
  state: Generated<'open' | 'decided' | 'done'>
}

/** What is to be handed to a channel: what concerns one grant in the order of these. */
export interface HandOverTable extends Appended {
  id: string
  grant: string
  channel: string
  action: 'deliver' | 'withdraw'
  payload: JSONColumnType<object>
}

/** How far handing over is. */
export interface OutboxTable extends Appended {
  id: string
  grant: string
  channel: string
  state: 'due' | 'done' | 'refused' | 'prepared'
  attempts: number
  /** Not before then; null is at once. */
  due: string | null
}

export interface Tables {
  entry: EntryTable
  ask: AskTable
  decision: DecisionTable
  grant_event: GrantTable
  claim: ClaimTable
  hand_over: HandOverTable
  outcome: OutcomeTable
  act: ActTable
  change: ChangeTable
  campaign: CampaignTable
  batch: BatchTable
  outbox: OutboxTable
}

/** The tables that are only ever added to. */
export const APPEND_ONLY = ['ask', 'decision', 'grant_event', 'claim', 'hand_over', 'outcome', 'act', 'change'] as const
export type AppendOnly = (typeof APPEND_ONLY)[number]
