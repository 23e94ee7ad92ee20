import { setMaxListeners } from 'node:events'
import type { SubjectId } from '@vanzelf/source'

/** Side by side, but what concerns one person in turn: else each would write back what the other replaced. */
export async function oneByOne<Item, Result>(
  batch: readonly Item[],
  whose: (item: Item) => SubjectId,
  act: (item: Item, signal: AbortSignal) => Promise<Result>,
  cancelled: AbortSignal | undefined,
): Promise<readonly Result[]> {
  const signal = AbortSignal.any(cancelled ? [cancelled] : [])
  // Every request of the batch listens to it: that is no leak.
  setMaxListeners(0, signal)
  const turns = new Map<SubjectId, Promise<unknown>>()
  return Promise.all(
    batch.map((item) => {
      const before = turns.get(whose(item))
      const turn = before ? before.then(() => act(item, signal)) : act(item, signal)
      turns.set(whose(item), turn)
      return turn
    }),
  )
}
