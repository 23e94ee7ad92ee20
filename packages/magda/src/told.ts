import { type IsoDate, type Period, type Unknown, unknown } from '@vanzelf/rules'
import type { At, Known } from '@vanzelf/source'
import { dayAfter, earliest, latest } from './day.ts'
import type { Stretch } from './whereabouts.ts'

/** A value and the days on which it surely is so. */
export interface Step<Value> extends Stretch {
  readonly value: Value
}

/**
 * Answers an ask from the days that are sure: on a date the value of that day, over a period the timeline of them.
 * @param otherwise why the other days are not known
 */
export function answerAt<Value>(
  at: At,
  steps: readonly Step<Value>[],
  otherwise: (day: IsoDate) => Unknown,
): Known<Value> | Known<{ readonly timeline: readonly Step<Value>[] }> | Unknown {
  if ('year' in at) return unknown('not asked')
  if ('on' in at) {
    const step = steps.find(({ from, until }) => from <= at.on && at.on < until)
    return step ? { value: step.value, validity: { from: step.from, until: step.until } } : otherwise(at.on)
  }
  const timeline = within(at.during, steps)
  return timeline.length > 0 ? { value: { timeline } } : otherwise(at.during.from)
}

/** The days of a period that lie behind us, today included; none of a period that is still to come. */
export function untilToday({ from, until }: Period, today: IsoDate): Stretch | undefined {
  const end = earliest(until ?? dayAfter(today), dayAfter(today))
  return from < end ? { from, until: end } : undefined
}

export const within = <Value>({ from, until }: Period, steps: readonly Step<Value>[]): readonly Step<Value>[] =>
  steps
    .map((step) => ({
      ...step,
      from: latest(step.from, from),
      until: until ? earliest(step.until, until) : step.until,
    }))
    .filter((step) => step.from < step.until)
    .sort((left, right) => (left.from < right.from ? -1 : 1))
