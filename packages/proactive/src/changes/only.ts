import type { SubjectId } from '@vanzelf/source'
import { chunks } from '../chunks.ts'

/** Some of a population, in its order: what is kept of each thousand of it. */
export async function* only(
  population: Iterable<SubjectId> | AsyncIterable<SubjectId>,
  keep: (some: readonly SubjectId[]) => readonly SubjectId[] | Promise<readonly SubjectId[]>,
): AsyncGenerator<SubjectId> {
  for await (const some of chunks(population, 1_000)) yield* await keep(some)
}
