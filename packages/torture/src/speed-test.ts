import { running } from './process.ts'
import type { Job } from './run-one.ts'

/** How long one process takes for a campaign of which the source is the limit, and how long two take for it together. */
export async function speed(job: (workers: number) => Job): Promise<readonly [one: number, two: number]> {
  const seconds: number[] = []
  for (const workers of [1, 2]) {
    // From the first process that is there to the last batch: starting one, and waiting for more, is no part of it. From
    // the first batch on it would flatter two, of whom more batches come at the same time.
    let began = 0
    let last = 0
    const said = Array.from(
      { length: workers },
      () =>
        running({ ...job(workers), works: 'together', late: 150 }, ({ opened, done }) => {
          if (opened !== undefined && began === 0) began = Date.now()
          if (done !== undefined) last = Date.now()
        }).ended,
    )
    for (const { code, errors } of await Promise.all(said)) if (code !== 0) throw new Error(errors)
    seconds.push((last - began) / 1000)
  }
  return [seconds[0] ?? 0, seconds[1] ?? 0]
}
