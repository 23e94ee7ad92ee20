import { mix, mixText } from './mix.ts'

/**
 * A number from 0 up to 1 for each index, by seed and name. What is mixed so, and not drawn in turn, takes no memory,
 * and a new one changes nothing of what a city was before.
 */
export function streamOf(seed: number, name: string): (index: number) => number {
  const own = mixText(seed, name)
  return (index) => mix(own, index) / 0x1_0000_0000
}

/** The row of a table on which a number from 0 up to 1 falls, by their shares. */
export function rowAt<Row extends { readonly share: number }>(rows: readonly [Row, ...Row[]], number: number): Row {
  let left = number * rows.reduce((total, { share }) => total + share, 0)
  let [found] = rows
  for (const row of rows) {
    found = row
    left -= row.share
    if (left < 0) break
  }
  return found
}
