import { DefinitionError } from '@vanzelf/rules'
import { type Pace, pace, type ServiceLimits } from './pace.ts'

/** The pace that options ask for. */
export interface PaceWanted {
  readonly concurrency: number
  readonly retry?: { readonly attempts?: number; readonly delay?: number }
  readonly limits?: { readonly [service: string]: ServiceLimits }
  readonly breaker?: { readonly failures?: number; readonly pause?: number } | false
}

/** @throws {DefinitionError} `bad-option` for a number out of its range */
export function paceOf({ concurrency, retry = {}, limits = {}, breaker = {} }: PaceWanted): Pace {
  for (const [service, { concurrency: most, perSecond }] of Object.entries(limits)) {
    whole(`limits.${service}.concurrency`, most ?? 1)
    whole(`limits.${service}.perSecond`, perSecond ?? 1)
  }
  return pace({
    concurrency,
    limits,
    attempts: whole('retry.attempts', retry.attempts ?? 4),
    delay: whole('retry.delay', retry.delay ?? 500),
    breaker: breaker && {
      failures: whole('breaker.failures', breaker.failures ?? 20),
      pause: whole('breaker.pause', breaker.pause ?? 30_000),
    },
  })
}

/** @throws {DefinitionError} `bad-option` where it is not */
export function whole(option: string, value: number): number {
  if (Number.isInteger(value) && value >= 1) return value
  throw new DefinitionError({
    code: 'bad-option',
    what: `\`${option}\` is not a whole number above zero`,
    where: 'options of `magda`',
    todo: 'leave it out, or give a whole number',
  })
}
