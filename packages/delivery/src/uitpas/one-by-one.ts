import { setMaxListeners } from 'node:events'
import type { SubjectId } from '@vanzelf/source'

/** Acts on a batch: one result for each, in their order. */
export type OneByOne = <Item, Result>(
  batch: readonly Item[],
  whose: (item: Item) => SubjectId,
  act: (item: Item, signal: AbortSignal) => Promise<Result>,
  cancelled: AbortSignal | undefined,
) => Promise<readonly Result[]>

/**
 * Side by side, but what concerns one person in turn, in whichever call: else each would write back what the other
 * replaced.
 */
export function oneByOne(): OneByOne {
  const turns = new Map<SubjectId, Promise<unknown>>()
  return (batch, whose, act, cancelled) => {
    const signal = AbortSignal.any(cancelled ? [cancelled] : [])
    // Every request of the batch listens to it: that is no leak.
    setMaxListeners(0, signal)
    return Promise.all(
      batch.map((item) => {
        const person = whose(item)
        const begin = async () => {
          signal.throwIfAborted()
          return act(item, signal)
        }
        const before = turns.get(person)
        // Whatever became of the turn before: it may be of a call that was cancelled.
        const turn = before ? before.then(begin, begin) : begin()
        const last = () => {
          if (turns.get(person) === turn) turns.delete(person)
        }
        turns.set(person, turn)
        turn.then(last, last)
        return turn
      }),
    )
  }
}
