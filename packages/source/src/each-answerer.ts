import type { Answerer } from './connector.ts'

/** Any connector, seen as no more than answerers by name. */
export type AnyConnector<C> = {
  readonly [name in keyof C]: (batch: never, signal?: AbortSignal) => Promise<readonly unknown[]>
}

/** The same connector with each of its answerers wrapped. */
export function eachAnswerer<C extends AnyConnector<C>>(connector: C, wrap: (answerer: Answerer) => Answerer): C {
  // A wrapper passes facts through untouched: an answerer of a fact stays one of that fact, which `map` cannot say.
  const wrapped = Object.entries(connector as object).map(([name, answerer]) => [name, wrap(answerer as Answerer)])
  return Object.freeze(Object.fromEntries(wrapped)) as C
}
