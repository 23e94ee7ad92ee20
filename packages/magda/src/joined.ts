import { setMaxListeners } from 'node:events'

/** One of several asks that are answered together. */
interface Waiting<Ask, Answer> {
  readonly ask: Ask
  readonly signal: AbortSignal | undefined
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Asks of one turn of the event loop that share a key are answered together. Who cancels leaves the others alone: the
 * work stops when all have cancelled.
 */
export function joined<Ask, Answer>(
  keyOf: (ask: Ask) => string,
  answerAll: (asks: readonly Ask[], signal: AbortSignal) => Promise<readonly Answer[]>,
): (ask: Ask, signal?: AbortSignal) => Promise<Answer> {
  const groups = new Map<string, Waiting<Ask, Answer>[]>()
  return (ask, signal) =>
    new Promise((resolve, reject) => {
      const key = keyOf(ask)
      const group = groups.get(key)
      if (group) {
        group.push({ ask, signal, resolve, reject })
        return
      }
      const started = [{ ask, signal, resolve, reject }]
      groups.set(key, started)
      // Later than all promises that are settled by now: wrappers around an answerer may wait for one.
      setImmediate(() => {
        groups.delete(key)
        void settle(started, answerAll)
      })
    })
}

async function settle<Ask, Answer>(
  group: readonly Waiting<Ask, Answer>[],
  answerAll: (asks: readonly Ask[], signal: AbortSignal) => Promise<readonly Answer[]>,
): Promise<void> {
  const all = new AbortController()
  const cancelled = () => {
    for (const { signal, reject } of group) if (signal?.aborted) reject(signal.reason)
    if (group.every(({ signal }) => signal?.aborted)) all.abort(group[0]?.signal?.reason)
  }
  for (const { signal } of group) {
    if (!signal) continue
    // One signal may cancel a batch of thousands, each of which listens to it.
    setMaxListeners(0, signal)
    signal.addEventListener('abort', cancelled)
  }
  try {
    cancelled()
    all.signal.throwIfAborted()
    const answers = await answerAll(
      group.map(({ ask }) => ask),
      all.signal,
    )
    // One for one: `answerAll` answers each ask in its place.
    for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer)
  } catch (error) {
    for (const { reject } of group) reject(error)
  } finally {
    for (const { signal } of group) signal?.removeEventListener('abort', cancelled)
  }
}
