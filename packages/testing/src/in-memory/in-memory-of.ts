import {
  type Fact,
  type FactWhen,
  type IsoDate,
  type Period,
  type Step,
  type Timeline,
  type Unknown,
  unknown,
} from '@vanzelf/rules'
import type { Answer, Answerer, At, Connector, FactsOf, Source, SubjectId, Value } from '@vanzelf/source'
import { type Disturbance, disturbed } from './disturbance.ts'

/** What is written down of a subject: facts by their names, those that are told per year by year. */
export type RecordOf<Facts extends Fact> = {
  readonly [F in Facts as F['name']]?: 'year' extends FactWhen<F>
    ? { readonly [year: number]: Value<F> | Unknown } | Unknown
    : Value<F> | Unknown
}

/** Connectors for sources, by their names. */
export type ConnectorsOf<Sources extends readonly Source[]> = {
  readonly [S in Sources[number] as S['name']]: Connector<FactsOf<S>>
}

/**
 * Connectors over records written by hand, for a test: subjects by their ids. Who is not among them is not found, and
 * neither is a fact a record leaves out.
 * @param records a value (the same on every day), a timeline, or why it is unknown
 * @example
 * ```ts
 * import { during, unknown } from '@vanzelf/rules'
 * import { livingWage, socialSecurity } from '@vanzelf/source-social-security'
 *
 * const connectors = inMemoryOf([socialSecurity], {
 *   anna: { livingWage: during({ from: '2025-06-01' }) },
 *   bram: { livingWage: unknown('unavailable') },
 * })
 * const purpose = { policy: 'example', basis: 'example', asker: 'example' }
 * const batch = { fact: livingWage, at: { on: '2026-01-01' }, subjects: ['anna', 'bram', 'cleo'], purpose } as const
 * await connectors['social-security'].livingWage(batch)
 * // => [
 * //   { value: true },
 * //   { unknown: 'unavailable' },
 * //   { unknown: 'not found' },
 * // ]
 * ```
 */
export function inMemoryOf<const Sources extends readonly Source[]>(
  sources: Sources,
  records: { readonly [id in SubjectId]: RecordOf<FactsOf<Sources[number]>> },
  disturbance?: Disturbance,
): ConnectorsOf<Sources> {
  const written = new Map<SubjectId, { readonly [fact: string]: unknown }>(Object.entries(records))
  const connectors = sources.map(({ name, facts }) => [
    name,
    Object.freeze(Object.fromEntries(Object.keys(facts).map((fact) => [fact, answererOf(written, fact)]))),
  ])
  // Each source's facts have an answerer by their names: what the type says, and `map` cannot.
  return disturbed(Object.fromEntries(connectors), disturbance) as ConnectorsOf<Sources>
}

type Written = ReadonlyMap<SubjectId, { readonly [fact: string]: unknown }>

const answererOf =
  (written: Written, fact: string): Answerer =>
  async ({ at, subjects }, signal) => {
    signal?.throwIfAborted()
    return subjects.map((subject) => answerOf(written.get(subject)?.[fact], at))
  }

function answerOf(value: unknown, at: At): Answer {
  if (value === undefined) return unknown('not found')
  if (isUnknown(value)) return value
  if ('year' in at) return inYear(value, at.year)
  if (isTimeline(value)) return 'on' in at ? onDay(value, at.on) : told(within(value, at.during))
  return told('on' in at ? value : { timeline: [{ ...at.during, value }] })
}

/** The records are typed by their facts; here a value is whatever was written. */
const told = (value: unknown) => ({ value }) as Answer

const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value
const isTimeline = (value: unknown): value is Timeline<unknown> =>
  typeof value === 'object' && value !== null && 'timeline' in value

function inYear(value: unknown, year: number): Answer {
  const inThatYear = (value as { readonly [year: number]: unknown })[year]
  return inThatYear === undefined ? unknown('not found') : isUnknown(inThatYear) ? inThatYear : told(inThatYear)
}

function onDay({ timeline }: Timeline<unknown>, day: IsoDate): Answer {
  const step = timeline.find(({ from, until }) => (!from || from <= day) && (!until || day < until))
  return step ? told(step.value) : unknown('not found')
}

/** The part of a timeline that lies within a period. */
function within({ timeline }: Timeline<unknown>, period: Period): Timeline<unknown> {
  const steps = timeline.flatMap((step): readonly Step<unknown>[] => {
    const from = step.from && step.from > period.from ? step.from : period.from
    const ends = [step.until, period.until].filter((end) => typeof end === 'string').sort()
    const [until] = ends
    return until === undefined || from < until ? [{ from, ...(until && { until }), value: step.value }] : []
  })
  return { timeline: steps }
}
