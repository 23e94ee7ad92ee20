/** Acts that may have been carried out and that a register does not show yet, by a key of each: not to be done again. */
export interface Unconfirmed {
  /** Whether it may still come to show. */
  has(key: string): boolean
  /** It goes out now. */
  begun(key: string): void
  /** It was carried out, as was answered. */
  done(key: string): void
  /** It shows, or surely was not carried out. */
  settled(key: string): void
}

/** Kept in memory: another process knows nothing of them. */
export function unconfirmed(now: () => Date): Unconfirmed {
  const until = new Map<string, number>()
  return {
    has: (key) => now().getTime() < (until.get(key) ?? 0),
    begun: (key) => void until.set(key, now().getTime() + A_DAY),
    done: (key) => void until.set(key, Number.POSITIVE_INFINITY),
    settled: (key) => void until.delete(key),
  }
}

/** How long a register takes to show what it has is not documented. What it has not shown by then, it never got. */
const A_DAY = 24 * 60 * 60 * 1000
