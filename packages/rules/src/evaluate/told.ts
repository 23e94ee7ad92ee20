import { ENDLESS } from '../calendar.ts'
import type { Between, Reason, Step, Timeline, Unknown } from '../situation.ts'

/** What a situation tells where it does not simply tell a value. */
export const isUnknown = (told: unknown): told is Unknown =>
  typeof told === 'object' && told !== null && 'unknown' in told
export const isTimeline = (told: unknown): told is Timeline<unknown> =>
  typeof told === 'object' && told !== null && 'timeline' in told
export const isBetween = (told: unknown): told is Between<never> =>
  typeof told === 'object' && told !== null && 'least' in told && 'most' in told

export const reasonOf = (told: unknown): Reason =>
  isUnknown(told) ? told.unknown : told === undefined ? 'not asked' : 'in doubt'

const NOT_TOLD = undefined

/** What a timeline tells of one day; `undefined` where no step covers it. */
export function toldOn({ timeline }: Timeline<unknown>, day: string): unknown {
  for (const step of timeline) if (covers(step, day)) return step.value
  return NOT_TOLD
}

/** Everything that a timeline tells between two days, both included; a gap counts as not told. */
export function toldBetween({ timeline }: Timeline<unknown>, first: string, last: string): readonly unknown[] {
  const told: unknown[] = []
  let covered = first
  for (const step of timeline) {
    const [from, until] = [step.from ?? '', step.until ?? ENDLESS]
    if (until <= covered || from > last) continue
    if (from > covered) told.push(NOT_TOLD)
    told.push(step.value)
    covered = until
  }
  if (covered <= last && covered !== ENDLESS) told.push(NOT_TOLD)
  return told
}

/** The first day after `day` on which a timeline may tell something else. */
export function nextChange({ timeline }: Timeline<unknown>, day: string): string {
  let next = ENDLESS
  for (const { from, until } of timeline) {
    if (from && from > day && from < next) next = from
    if (until && until > day && until < next) next = until
  }
  return next
}

const covers = ({ from, until }: Step<unknown>, day: string) => (!from || from <= day) && (!until || day < until)
