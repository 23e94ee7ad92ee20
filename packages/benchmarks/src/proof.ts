import { completions, isComplete } from './completions.ts'
import { AMOUNT_OPEN, type Code, NOT_ELIGIBLE, UNDETERMINED } from './outcome.ts'
import type { Work } from './work/work.ts'

/** A decision is settled when every way of filling in the unknown decides the same. */
export function settledBy<One>({ plain, values }: Work<One>, record: One): Code {
  const amounts = completions(record, values).map((complete) => plain(complete))
  const least = Math.min(...amounts)
  if (least === Math.max(...amounts)) return least
  return least > NOT_ELIGIBLE ? AMOUNT_OPEN : UNDETERMINED
}

export interface Proof {
  /** Records on which the hand-written function and the completions disagree: none, or the yardstick is wrong. */
  readonly disagreements: number
  /** Of all records, those with something unknown. */
  readonly unknownShare: number
  /** How many records had each outcome. */
  readonly outcomes: ReadonlyMap<Code, number>
}

/** Holds the hand-written function against the plain rule on every completion of made-up records. */
export function prove<One>(work: Work<One>, count: number, unknownShare: number): Proof {
  const outcomes = new Map<Code, number>()
  let disagreements = 0
  let incomplete = 0
  for (const record of work.population(count, unknownShare)) {
    const code = work.decide(record)
    if (code !== settledBy(work, record)) disagreements++
    if (!isComplete(record)) incomplete++
    outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
  }
  return { disagreements, unknownShare: incomplete / count, outcomes }
}
