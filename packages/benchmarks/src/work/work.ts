import type { Code } from '../outcome.ts'

/** One piece of eligibility work: the records, the rule, and the fastest natural function that decides it. */
export interface Work<One> {
  readonly title: string
  population(count: number, unknownShare: number): readonly One[]
  /** The yardstick, written by hand: minds the unknown. */
  decide(record: One): Code
  /** The rule as the regulation says it, of a record in which everything is known. */
  plain(record: One): Code
  /** For each fact that is not a yes or no, values that reach every outcome: what `decide` is proved with. */
  readonly values: { readonly [fact: string]: readonly unknown[] }
}
