import type { GrantPeriod } from '@vanzelf/rules/evaluate'
import { plusDays } from '@vanzelf/rules/tree'

/** The last day that belongs to a period, as people write it; empty where it has no end. */
export const lastDayOf = ({ until }: GrantPeriod): string => (until === null ? '' : plusDays(until, -1))
