import { type Fact, type IsoDate, type Step, type Timeline, unknown } from '@vanzelf/rules'
import { plusDays } from '@vanzelf/rules/tree'
import type { Answer, At, SubjectId } from '@vanzelf/source'
import { fitting } from './fits.ts'
import type { People, Person } from './people.ts'

/** Puts an answer where the rules will find it: on the day, the period or the year for which it was asked. */
export type Remember = (person: Person, answer: Answer) => void

/**
 * How the answers to one batch are remembered.
 * @param onOneDate whether the fact is read on this date only: then its value needs no date beside it
 */
export function rememberer(fact: Fact, at: At, { person }: People, onOneDate: boolean): Remember {
  const value = toldBy(fact, person)
  const { name } = fact
  if (onOneDate) {
    return (somebody, answer) => {
      somebody[name] = 'unknown' in answer ? answer : value(answer.value)
    }
  }
  if ('year' in at) {
    const { year } = at
    return (somebody, answer) => {
      const known = somebody[name] as object | undefined
      somebody[name] = { ...known, [year]: 'unknown' in answer ? answer : value(answer.value) }
    }
  }
  if ('on' in at) {
    const [from, until] = [at.on, plusDays(at.on, 1) as IsoDate]
    return (somebody, answer) => {
      const step = { from, until, value: 'unknown' in answer ? answer : value(answer.value) }
      somebody[name] = extended(somebody[name] as Timeline<unknown> | undefined, [step])
    }
  }
  const { from, until } = at.during
  return (somebody, answer) => {
    const steps =
      'unknown' in answer || !isTimeline(answer.value)
        ? [{ from, until: until ?? null, value: 'unknown' in answer ? answer : MISFIT }]
        : filled(answer.value, from, until ?? null, value)
    somebody[name] = extended(somebody[name] as Timeline<unknown> | undefined, steps)
  }
}

/** What a value becomes: a relation is told as people; what does not fit its fact is in doubt, and never read. */
function toldBy(fact: Fact, person: People['person']): (value: unknown) => unknown {
  const { value: type } = fact
  const fits = fitting(fact)
  const read: (value: unknown) => unknown =
    type.type === 'one'
      ? (value) => (value === null ? null : person(type.to, value as SubjectId))
      : type.type === 'those'
        ? (value) => (value as readonly SubjectId[]).map((subject) => person(type.to, subject))
        : (value) => value
  return (value) => (fits(value) ? read(value) : MISFIT)
}
const MISFIT = unknown('in doubt', 'misfit')

const isTimeline = (value: unknown): value is Timeline<unknown> =>
  typeof value === 'object' && value !== null && 'timeline' in value

/** The steps of a period; days of which the source said nothing were asked and not found. */
function filled(
  { timeline }: Timeline<unknown>,
  from: IsoDate,
  until: IsoDate | null,
  value: (value: unknown) => unknown,
): readonly Step<unknown>[] {
  const steps: Step<unknown>[] = []
  let day: IsoDate | null = from
  for (const step of timeline) {
    if (day === null || (step.until && step.until <= day)) continue
    const start: IsoDate = step.from && step.from > day ? step.from : day
    if (until !== null && start >= until) break
    if (start > day) steps.push({ from: day, until: start, value: NOT_FOUND })
    const end: IsoDate | null = step.until && (until === null || step.until < until) ? step.until : until
    steps.push({ from: start, until: end, value: value(step.value) })
    day = end === until ? null : end
  }
  if (day !== null) steps.push({ from: day, until, value: NOT_FOUND })
  return steps
}
const NOT_FOUND = unknown('not found')

/** A timeline with some more steps, which replace what was known of their days. */
function extended(known: Timeline<unknown> | undefined, steps: readonly Step<unknown>[]): Timeline<unknown> {
  if (known === undefined) return { timeline: steps }
  const [first, last] = [steps[0], steps.at(-1)]
  const from = first?.from ?? ''
  const until = last?.until ?? null
  const outside = known.timeline.flatMap((step): readonly Step<unknown>[] => {
    const before =
      (step.from ?? '') < from
        ? [{ ...step, until: step.until && step.until < from ? step.until : (from as IsoDate) }]
        : []
    const after =
      until !== null && (!step.until || step.until > until)
        ? [{ ...step, from: step.from && step.from > until ? step.from : until }]
        : []
    return [...before, ...after]
  })
  return { timeline: [...outside, ...steps].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)) }
}
