import type { Cases } from '../cases.ts'
import type { Kind } from '../tree.ts'
import type { Found, Step } from './step.ts'

/** Which steps below a step decided it. */
export type Prune = (found: Found, steps: readonly Step[]) => readonly Step[]

const isNo = ({ found }: Step) => 'truth' in found && found.truth === 'no'
const isYes = ({ found }: Step) => 'truth' in found && found.truth === 'yes'
const isOpen = ({ found }: Step) =>
  ('truth' in found && found.truth === 'unknown') || 'unknown' in found || 'between' in found
const truthOf = (found: Found) => ('truth' in found ? found.truth : 'unknown')

const everything: Prune = (_, steps) => steps

/** A no is decided by the first no, a yes by all; what is open, by what is open. */
const least: Prune = (found, steps) => {
  const truth = truthOf(found)
  return truth === 'no' ? steps.filter(isNo).slice(0, 1) : truth === 'yes' ? steps : steps.filter(isOpen)
}
/** A yes is decided by the first yes, a no by all. */
const most: Prune = (found, steps) => {
  const truth = truthOf(found)
  return truth === 'yes' ? steps.filter(isYes).slice(0, 1) : truth === 'no' ? steps : steps.filter(isOpen)
}

/**
 * Over the members of a relation: where one of them settled it, the steps about that one; it was the last to be asked.
 * What leads to the relation, such as the date on which it is read, stays.
 * @param settled the outcome that one member settles
 */
const members =
  (settled: 'yes' | 'no'): Prune =>
  (found, steps) => {
    const relation = steps.findIndex((step) => 'members' in step.found)
    const [ahead, each] = [steps.slice(0, relation + 1), steps.slice(relation + 1)]
    const last = each.at(-1)
    if (relation < 0 || last === undefined) return steps
    if (truthOf(found) === settled) return [...ahead, ...each.filter(({ subject }) => subject === last.subject)]
    if (truthOf(found) !== 'unknown') return steps
    const open = new Set(each.filter(isOpen).map(({ subject }) => subject))
    return [...ahead, ...each.filter(({ subject }) => open.has(subject))]
  }

/** How a proof is pruned, per kind of expression; most need all their parts. */
export const pruning: Cases<Kind, undefined, Prune> = {
  fact: () => everything,
  parameter: () => everything,
  constant: () => everything,
  applicant: () => everything,
  self: () => everything,
  discretion: () => everything,
  all: () => least,
  any: () => most,
  not: () => everything,
  howMany: () => everything,
  below: () => everything,
  atMost: () => everything,
  above: () => everything,
  atLeast: () => everything,
  is: () => everything,
  oneOf: () => everything,
  plus: () => everything,
  minus: () => everything,
  times: () => everything,
  dividedBy: () => everything,
  percentOf: () => everything,
  round: () => everything,
  lowest: () => everything,
  highest: () => everything,
  when: () => everything,
  bracket: () => everything,
  keyed: () => everything,
  isPresent: () => everything,
  ifAbsent: () => everything,
  of: () => everything,
  some: () => members('yes'),
  every: () => members('no'),
  none: () => members('no'),
  count: () => everything,
  sum: () => everything,
  filter: () => everything,
  smallest: () => everything,
  largest: () => everything,
  thisDay: () => everything,
  referenceDate: () => everything,
  on: () => everything,
  inYear: () => everything,
  throughout: () => everything,
  atSomeTimeIn: () => everything,
  daysIn: () => everything,
  later: () => everything,
  earlier: () => everything,
  lastDay: () => everything,
  nextDay: () => everything,
  dayIn: () => everything,
  startOfMonth: () => everything,
  yearOf: () => everything,
  monthOf: () => everything,
  completedYears: () => everything,
  completedMonths: () => everything,
  daysBetween: () => everything,
  period: () => everything,
  startOf: () => everything,
  endOf: () => everything,
  covers: () => everything,
  note: () => everything,
  money: () => everything,
  share: () => everything,
  inKind: () => everything,
  status: () => everything,
  composite: () => everything,
  alternative: () => everything,
  nothing: () => everything,
}
