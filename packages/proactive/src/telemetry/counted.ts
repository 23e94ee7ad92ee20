/** How many there are of each. */
export function counted<Word extends string>(words: Iterable<Word>): ReadonlyMap<Word, number> {
  const counts = new Map<Word, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
