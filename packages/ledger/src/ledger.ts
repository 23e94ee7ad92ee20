import type { SubjectId } from '@vanzelf/source'
import { type Act, type Acts, actsAbout, actsOf, appendAct, type RecordedAct } from './acts.ts'
import { type Asks, asksOf } from './asks.ts'
import { advance, type Batch, type Campaigns, campaignsOf } from './campaigns.ts'
import { exported } from './chain/export.ts'
import { restored } from './chain/restore.ts'
import { type Head, headOf, type Verified, verify } from './chain/verify.ts'
import { writer } from './chain/write.ts'
import { type Changes, changesOf } from './changes.ts'
import type { Database } from './database/database.ts'
import { appendDecisions, type DecisionRecord, type Decisions, decisionsOf } from './decisions.ts'
import { type Deliveries, deliveriesOf, handOver, type ToHandOver } from './deliveries.ts'
import { appendGrants, type Grant, type Grants, grantAs, grantsOf, grantsTo, type RecordedGrant } from './grants.ts'
import { handedOver } from './handed-over.ts'
import { type Jobs, jobsOf } from './jobs/jobs.ts'
import { type Queue, sendWithin, type ToSend } from './jobs/queue.ts'
import { knownAs } from './known-as.ts'
import { type People, peopleOf } from './people.ts'
import { type Claim, claim } from './quota.ts'
import { type Rates, ratesOf } from './rates.ts'
import { type Prunable, type Pruned, prune } from './retention.ts'
import { type ReviewDecision, type Reviewed, type Reviews, reviewed, reviewsOf } from './reviews.ts'
import { type Standing, standingOf } from './standing.ts'

/** What is written together: all of it or nothing, and nobody else writes meanwhile. */
export interface Writing {
  /** When it is written, an ISO date and time. */
  readonly at: string
  decided(decisions: readonly DecisionRecord[]): Promise<void>
  /** Every grant each subject ever had under a policy, as it stands: also one that was taken back, a period without days. */
  grantsTo(policy: string, subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, readonly RecordedGrant[]>>
  /** Under which other pseudonyms these people are known; only those who are. */
  knownAs(subjects: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, readonly SubjectId[]>>
  /** One grant as it stands. */
  grant(id: string): Promise<RecordedGrant | undefined>
  /** Takes places of a quota, one after another: the grant that has taken it before, or undefined where it was free. */
  claim(claims: readonly Claim[]): Promise<readonly (string | undefined)[]>
  /** Steps in the life of grants. */
  granted(grants: readonly Grant[]): Promise<void>
  handOver(deliveries: readonly ToHandOver[]): Promise<void>
  /** What was handed over last of each of these grants, by grant. */
  handedOver(grants: readonly string[]): Promise<ReadonlyMap<string, ToHandOver>>
  act(act: Act): Promise<void>
  /** What was done of one kind about somebody under a policy, under whichever of their pseudonyms, oldest first. */
  actsAbout(about: {
    readonly kind: string
    readonly policy: string
    readonly subject: SubjectId
  }): Promise<readonly RecordedAct[]>
  /** What one person decides about somebody who waits for one, as `reviews.decide` records it. */
  reviewed(review: ReviewDecision): Promise<Reviewed>
  /** Takes a batch from one state to the next; false where another process did so before. */
  advance(campaign: string, batch: number, from: Batch['state'], to: Batch['state']): Promise<boolean>
  /** Sends jobs to a queue of this ledger: they are there once all of it is kept, and never where it is not. */
  send<Job extends object>(queue: Queue<Job>, jobs: readonly ToSend<Job>[]): Promise<void>
}

/** The durable memory of what was asked, decided, granted and delivered. */
export interface Ledger {
  readonly asks: Asks
  readonly campaigns: Campaigns
  readonly changes: Changes
  readonly decisions: Decisions
  readonly grants: Grants
  readonly deliveries: Deliveries
  readonly people: People
  readonly acts: Acts
  readonly reviews: Reviews
  readonly rates: Rates
  readonly jobs: Jobs
  /** Writes several things in one transaction: when this resolves they are kept, and when it rejects none is. */
  write<Result>(work: (writing: Writing) => Promise<Result>): Promise<Result>
  /**
   * Runs work that one process may do at a time, or gives `undefined` where another does it. A process that dies lets go.
   * @param what a name of the work
   * @param work is given a signal that tells that the lock was lost meanwhile, so that another may have begun
   */
  alone<Result>(what: string, work: (lost: AbortSignal) => Promise<Result>): Promise<Result | undefined>
  /** What waits and since when, and whether it can be written: for who watches over it. */
  standing(): Promise<Standing>
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
    changes: changesOf(database, write),
    decisions: decisionsOf(database),
    grants: grantsOf(database),
    deliveries: deliveriesOf(database, write, now),
    people: peopleOf(database, write),
    acts: actsOf(database),
    reviews: reviewsOf(database, write),
    rates: ratesOf(database),
    jobs: jobsOf(database),
    write: <Result>(work: (writing: Writing) => Promise<Result>) =>
      write((entry) =>
        work({
          at: entry.at,
          decided: (decisions) => appendDecisions(entry, decisions),
          grantsTo: (policy, subjects) => grantsTo(entry.tx, schema, policy, subjects),
          knownAs: (subjects) => knownAs(entry.tx, schema, subjects),
          grant: (id) => grantAs(entry.tx, schema, id),
          claim: (claims) => claim(entry, schema, claims),
          granted: (grants) => appendGrants(entry, grants),
          handOver: (deliveries) => handOver(entry, schema, deliveries),
          handedOver: (grants) => handedOver(entry.tx, schema, grants),
          act: (act) => appendAct(entry, act),
          actsAbout: (about) => actsAbout(entry.tx, schema, about),
          reviewed: (review) => reviewed(entry, schema, review),
          advance: (campaign, batch, from, to) => advance(entry, campaign, batch, from, to),
          send: ({ name }, jobs) => sendWithin(entry.tx, schema, name, jobs),
        }),
      ),
    alone: <Result>(what: string, work: (lost: AbortSignal) => Promise<Result>) => database.alone(what, work),
    standing: () => standingOf(database),
    head: () => headOf(database),
    verify: (kept?: Head) => verify(database, kept),
    prune: (what: Prunable, before: string, by: string) => prune(database, write, { what, before, by }),
    export: () => exported(database),
    restore: (lines: AsyncIterable<string> | Iterable<string>) => restored(database, lines),
    close: () => database.close(),
  })
}
