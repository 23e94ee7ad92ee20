import type { GrantPeriod } from '@vanzelf/rules/evaluate'

/** The last day that belongs to a period, as people write it; empty where it has no end. */
export function lastDayOf({ until }: GrantPeriod): string {
  if (until === null) return ''
  const day = new Date(`${until}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}
