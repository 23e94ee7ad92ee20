/** A seeded draw of numbers: the same seed, the same city. */
export interface Draw {
  /** A number from 0 up to 1. */
  next(): number
  /** Whether something falls within a share. */
  within(share: number): boolean
  /** A whole number from 0 up to a limit, not included. */
  below(limit: number): number
  /** One of the rows of a table, by their shares. */
  from<Row extends { readonly share: number }>(rows: readonly Row[]): Row
}

/** Mulberry32: 5 ns a number, and a city needs a few million of them. Not for secrets. */
export function drawFrom(seed: number): Draw {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  return {
    next,
    within: (share) => next() < share,
    below: (limit) => Math.floor(next() * limit),
    from(rows) {
      let left = next() * rows.reduce((total, { share }) => total + share, 0)
      for (const row of rows) {
        left -= row.share
        if (left < 0) return row
      }
      const last = rows.at(-1)
      if (last === undefined) throw new RangeError('a table to draw from has at least one row')
      return last
    },
  }
}
