/** How often each clerk may look somebody up. */
export interface LookUpLimit {
  /** Counts one look-up of a clerk. @returns 0, or in how many seconds there is room for the next one */
  readonly take: (clerk: string) => number
}

const MINUTE = 60_000

/**
 * A limit on the look-ups of each clerk in any minute, kept by the server: whoever signs in again does not start anew.
 * @example
 * ```ts
 * const limit = lookUpLimit({ perMinute: 1, now: () => new Date('2026-03-10T09:00:00Z') })
 * limit.take('clerk-1') // => 0
 * limit.take('clerk-1') // => 60
 * limit.take('clerk-2') // => 0
 * ```
 */
export function lookUpLimit({ perMinute, now }: { readonly perMinute: number; readonly now: () => Date }): LookUpLimit {
  const taken = new Map<string, readonly number[]>()
  return {
    take: (clerk) => {
      const time = now().getTime()
      const recent = (taken.get(clerk) ?? []).filter((then) => then > time - MINUTE)
      const [oldest = time] = recent
      if (recent.length >= perMinute) return Math.max(1, Math.ceil((oldest + MINUTE - time) / 1_000))
      taken.set(clerk, [...recent, time])
      return 0
    },
  }
}
