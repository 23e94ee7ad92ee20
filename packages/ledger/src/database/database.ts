import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/** Where a ledger lives. */
export interface Database {
  readonly db: Kysely<Tables>
  readonly schema: string
  /**
   * Runs work that only one process may do at a time, or not at all where another does it: `undefined`. Who dies lets go.
   * The signal tells that the lock was lost meanwhile, so that another may have begun.
   */
  alone<Result>(what: string, work: (lost: AbortSignal) => Promise<Result>): Promise<Result | undefined>
  close(): Promise<void>
}
