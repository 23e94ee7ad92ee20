/** The word that somebody who wrote `word` most likely meant, where one is near. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined
  // A third of the letters may be wrong: more is another word.
  let distance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const other of words) {
    const found = distanceBetween(word.toLowerCase(), other.toLowerCase())
    if (found < distance) [best, distance] = [other, found]
  }
  return best
}

/** "did you mean" where a word is near, else which words there are. */
export function suggestion(word: string, words: readonly string[]): string {
  const near = nearest(word, words)
  return near === undefined
    ? `there ${words.length === 1 ? 'is' : 'are'} ${quoted(words)}`
    : `did you mean \`${near}\`?`
}

/** Words as an error shows them. */
export const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ') || 'none'

/** How many letters are wrong, missing, too many or swapped with the next. */
function distanceBetween(a: string, b: string): number {
  let before: readonly number[] = []
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
