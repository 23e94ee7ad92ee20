import type { CityRun } from './city.ts'

/**
 * Measures work over a city that stands already, and prints one line of JSON.
 * @param work is given what to call after each batch; resolves to how many households it decided
 */
export async function measured(work: (tick: () => void) => Promise<number>): Promise<void> {
  const before = process.memoryUsage().rss
  let peak = before
  const start = performance.now()
  const households = await work(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  })
  const seconds = (performance.now() - start) / 1000
  console.log(
    JSON.stringify({
      households,
      perSecond: Math.round(households / seconds),
      megabytes: Math.round((peak - before) / 1e6),
    } satisfies CityRun),
  )
}
