import type { SubjectId } from '@vanzelf/source'

export type Population = () => Iterable<SubjectId> | AsyncIterable<SubjectId>

const OFTEN = 1_000

/** A population of which it is told how many were read, and which is no longer read once the signal says so. */
export const counted = (
  population: Population,
  read: (count: number) => void,
  signal: AbortSignal,
): (() => AsyncGenerator<SubjectId>) =>
  async function* () {
    let count = 0
    for await (const subject of population()) {
      if (count % OFTEN === 0) {
        signal.throwIfAborted()
        read(count)
      }
      count++
      yield subject
    }
    read(count)
  }

/** Reads a population for the sake of its pseudonyms: only the process that made one can reveal it to a register. */
export async function meetAgain(population: () => AsyncGenerator<SubjectId>): Promise<void> {
  for await (const _ of population());
}
