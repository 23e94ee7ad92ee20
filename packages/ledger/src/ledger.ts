import type { SubjectId } from '@vanzelf/source'
import { type Act, appendAct } from './acts.ts'
import { type Asks, asksOf } from './asks.ts'
import { advance, type Batch, type Campaigns, campaignsOf } from './campaigns.ts'
import { exported } from './chain/export.ts'
import { restored } from './chain/restore.ts'
import { type Head, headOf, type Verified, verify } from './chain/verify.ts'
import { writer } from './chain/write.ts'
import type { Database } from './database/database.ts'
import { appendDecisions, type DecisionRecord, type Decisions, decisionsOf } from './decisions.ts'
import { type Deliveries, deliveriesOf, handOver, type ToHandOver } from './deliveries.ts'
import { appendGrants, type Grant, type Grants, grantsOf, grantsTo, type RecordedGrant } from './grants.ts'
import { type People, peopleOf } from './people.ts'
import { type Claim, claim } from './quota.ts'
import { type Rates, ratesOf } from './rates.ts'
import { type Prunable, type Pruned, prune } from './retention.ts'
import { type Reviews, reviewsOf } from './reviews.ts'

/** What is written together: all of it or nothing, and nobody else writes meanwhile. */
export interface Writing {
  /** When it is written, an ISO date and time. */
  readonly at: string
  decided(decisions: readonly DecisionRecord[]): Promise<void>
  /** Every grant each subject ever had under a policy, as it stands: also one that was taken back, a period without days. */
  grantsTo(policy: string, subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, readonly RecordedGrant[]>>
  /** Takes places of a quota, one after another: the grant that has taken it before, or undefined where it was free. */
  claim(claims: readonly Claim[]): Promise<readonly (string | undefined)[]>
  /** Steps in the life of grants. */
  granted(grants: readonly Grant[]): Promise<void>
  handOver(deliveries: readonly ToHandOver[]): Promise<void>
  act(act: Act): Promise<void>
  /** Takes a batch from one state to the next; false where another process did so before. */
  advance(campaign: string, batch: number, from: Batch['state'], to: Batch['state']): Promise<boolean>
}

/** The durable memory of what was asked, decided, granted and delivered. */
export interface Ledger {
  readonly asks: Asks
  readonly campaigns: Campaigns
  readonly decisions: Decisions
  readonly grants: Grants
  readonly deliveries: Deliveries
  readonly people: People
  readonly reviews: Reviews
  readonly rates: Rates
  /** Writes several things in one transaction: when this resolves they are kept, and when it rejects none is. */
  write<Result>(work: (writing: Writing) => Promise<Result>): Promise<Result>
  /**
   * Runs work that one process may do at a time, or gives `undefined` where another does it. A process that dies lets go.
   * @param what a name of the work
   * @param work is given a signal that tells that the lock was lost meanwhile, so that another may have begun
   */
  alone<Result>(what: string, work: (lost: AbortSignal) => Promise<Result>): Promise<Result | undefined>
  /** The last entry of the chain: keep it where nobody who can write the ledger can change it. */
  head(): Promise<Head>
  /** Reads everything and tells the first place where it was tampered with; with a head that was kept, also a cut. */
  verify(kept?: Head): Promise<Verified>
  /** Removes asks or decisions that were recorded before an instant; the chain stays whole, and tells who removed them. */
  prune(what: Prunable, before: string, by: string): Promise<Pruned>
  /** Everything that it holds, as lines of JSON: to keep elsewhere, or to restore. Others may write meanwhile. */
  export(): AsyncGenerator<string>
  /**
   * Puts what was exported into this ledger, which must be empty: all of it or nothing.
   * @returns the head of the ledger that was exported
   * @throws {RefusedError} `ledger-not-empty`
   * @throws {DocumentError} `bad-export`, `ledger-newer`
   */
  restore(lines: AsyncIterable<string> | Iterable<string>): Promise<Head>
  /** Finishes what is being written, and closes. */
  close(): Promise<void>
}

export function ledgerOf(database: Database, now: () => Date): Ledger {
  const { schema } = database
  const write = writer(database, now)
  return Object.freeze({
    asks: asksOf(database, write),
    campaigns: campaignsOf(database, write, now),
    decisions: decisionsOf(database),
    grants: grantsOf(database),
    deliveries: deliveriesOf(database, write, now),
    people: peopleOf(database, write),
    reviews: reviewsOf(database, write),
    rates: ratesOf(database),
    write: <Result>(work: (writing: Writing) => Promise<Result>) =>
      write((entry) =>
        work({
          at: entry.at,
          decided: (decisions) => appendDecisions(entry, decisions),
          grantsTo: (policy, subjects) => grantsTo(entry.tx, schema, policy, subjects),
          claim: (claims) => claim(entry, schema, claims),
          granted: (grants) => appendGrants(entry, grants),
          handOver: (deliveries) => handOver(entry, schema, deliveries),
          act: (act) => appendAct(entry, act),
          advance: (campaign, batch, from, to) => advance(entry, campaign, batch, from, to),
        }),
      ),
    alone: <Result>(what: string, work: (lost: AbortSignal) => Promise<Result>) => database.alone(what, work),
    head: () => headOf(database),
    verify: (kept?: Head) => verify(database, kept),
    prune: (what: Prunable, before: string, by: string) => prune(database, write, { what, before, by }),
    export: () => exported(database),
    restore: (lines: AsyncIterable<string> | Iterable<string>) => restored(database, lines),
    close: () => database.close(),
  })
}
