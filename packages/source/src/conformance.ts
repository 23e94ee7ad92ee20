import type { Fact, IsoDate, Period, When } from '@vanzelf/rules'
import type { SubjectId } from './answer.ts'
import type { Answerer, At, Connector } from './connector.ts'
import { type Ask, answering, failing, type Promised, telling } from './promises.ts'
import type { Purpose } from './purpose.ts'
import type { FactsOf, Source } from './source.ts'

/** One promise of a connector, to run in any test runner: `it(check.name, check.run)`. */
export interface Check {
  readonly name: string
  /** Rejects, with what was promised and what came instead, when the promise is broken. */
  run(): Promise<void>
}

/** With what a connector is tried out. */
export interface Trial<S extends Source> {
  /** Two or more subjects the connector knows, such that of each fact something is known of one of them. */
  readonly subjects: readonly SubjectId[]
  /** A subject nobody knows, yet of the right shape. */
  readonly unknownSubject: SubjectId
  /** The date to ask about. */
  readonly on: IsoDate
  /** The period to ask about; without it the year of that date. */
  readonly during?: Period
  /** For whom it is asked, where the connector minds. */
  readonly purpose?: Purpose
  /** The same connector while its system is down; without it, that promise is not tried. */
  readonly failing?: Connector<FactsOf<S>>
}

/**
 * What a connector promises, as checks it runs against itself. They are plain values: leave one out by its name.
 * @param connector any of its facts may be asked, at every time the fact allows
 * @example
 * ```ts
 * import { fact, unknown } from '@vanzelf/rules'
 * import { type Batch, source } from '@vanzelf/source'
 *
 * const livingWage = fact({ source: 'welfare', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const welfare = source({ name: 'welfare', authority: { nl: 'OCMW', en: 'welfare centre' }, facts: { livingWage } })
 * const paid = new Map([['p1', true], ['p2', false]])
 * const answerOf = (id: string) => (paid.has(id) ? { value: paid.get(id) === true } : unknown('not found'))
 * const connector = {
 *   livingWage: async ({ subjects }: Batch, signal?: AbortSignal) => {
 *     signal?.throwIfAborted()
 *     return subjects.map(answerOf)
 *   },
 * }
 * const checks = conformance(welfare, connector, { subjects: ['p1', 'p2'], unknownSubject: 'p3', on: '2026-01-01' })
 * for (const { run } of checks) await run()
 * checks[0]?.name // => 'livingWage on a date: answers come one for one, in the order asked'
 * ```
 */
export function conformance<S extends Source>(
  source: S,
  connector: Connector<FactsOf<S>>,
  trial: Trial<NoInfer<S>>,
): readonly Check[] {
  return Object.values(source.facts).flatMap((fact) =>
    timesOf(fact, trial).flatMap(([time, at]) => {
      const purpose = trial.purpose ?? { policy: 'conformance', basis: 'conformance', asker: 'conformance' }
      // Frozen: who changes a batch it was handed fails here.
      const asking =
        (answerer: Answerer): Ask =>
        (subjects, signal) =>
          answerer(Object.freeze({ fact, at, subjects: Object.freeze([...subjects]), purpose }), signal)
      const promises: readonly Promised[] = [
        ...answering(asking(answererOf(connector, fact)), trial),
        ...telling(asking(answererOf(connector, fact)), fact, at, trial),
        ...(trial.failing ? [failing(asking(answererOf(trial.failing, fact)), trial)] : []),
      ]
      return promises.map(([promise, run]) => ({ name: `${fact.name} ${time}: ${promise}`, run }))
    }),
  )
}

// By its type the connector answers every fact of the source; the loop above has lost which is which.
const answererOf = (connector: object, { name }: Fact) =>
  (connector as { readonly [name: string]: Answerer })[name] as Answerer

function timesOf({ when }: Fact, { on, during }: Trial<Source>): readonly (readonly [string, At])[] {
  const year = Number(on.slice(0, 4))
  const untilThen: Period = { from: `${year}-01-01` as IsoDate, until: `${year + 1}-01-01` as IsoDate }
  const times: { readonly [at in When]: readonly [string, At] } = {
    date: ['on a date', { on }],
    period: ['in a period', { during: during ?? untilThen }],
    year: ['for a year', { year }],
  }
  return when.map((at) => times[at])
}
