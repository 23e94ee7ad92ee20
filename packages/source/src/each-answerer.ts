import type { Answerer } from './connector.ts'

/** Any connector, seen as no more than answerers by name. */
export type AnyConnector<C> = {
  readonly [name in keyof C]: (batch: never, signal?: AbortSignal) => Promise<readonly unknown[]>
}

/**
 * The same connector with each of its answerers wrapped: how a limit, a record or a cache is put around one.
 * @example
 * ```ts
 * let asked = 0
 * const connector = { livingWage: async (_: Batch) => [{ value: true }] }
 * const counting = eachAnswerer(connector, (answerer) => (batch, signal) => {
 *   asked += batch.subjects.length
 *   return answerer(batch, signal)
 * })
 * await counting.livingWage({ subjects: ['p1'] } as never)
 * asked // => 1
 * ```
 */
export function eachAnswerer<C extends AnyConnector<C>>(connector: C, wrap: (answerer: Answerer) => Answerer): C {
  // A wrapper passes facts through untouched: an answerer of a fact stays one of that fact, which `map` cannot say.
  const wrapped = Object.entries(connector as object).map(([name, answerer]) => [name, wrap(answerer as Answerer)])
  return Object.freeze(Object.fromEntries(wrapped)) as C
}
