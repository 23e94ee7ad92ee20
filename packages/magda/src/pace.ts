import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
  type IPolicy,
  retry,
} from 'cockatiel'
import PQueue from 'p-queue'
import { type Refusal, refusal } from './exceptions.ts'

/** How hard one service may be pressed. */
export interface ServiceLimits {
  /** How many of its requests may be under way at once. */
  readonly concurrency?: number
  /** How many of its requests may begin in a second. */
  readonly perSecond?: number
}

export interface PaceOptions {
  /** How many requests may be under way at once, of all services together. */
  readonly concurrency: number
  readonly limits: { readonly [service: string]: ServiceLimits }
  readonly attempts: number
  readonly delay: number
  /** After how many failures in a row a service is left alone, and for how many milliseconds; `false` where never. */
  readonly breaker: { readonly failures: number; readonly pause: number } | false
}

/**
 * Makes attempts at one request until it no longer helps: at most so many at once and in a second, again only after what
 * passes, none at a service that fails on and on. It rejects only when cancelled, or when an attempt does.
 */
export type Pace = <Reply>(
  service: string,
  attempt: (count: number) => Promise<Reply | Refusal>,
  signal: AbortSignal,
) => Promise<Reply | Refusal>

export function pace({ concurrency, limits, attempts, delay, breaker }: PaceOptions): Pace {
  const all = new PQueue({ concurrency })
  const services = new Map<string, { readonly queue: PQueue; readonly circuit: IPolicy | undefined }>()
  const again = retry(passing, {
    maxAttempts: attempts - 1,
    backoff: new ExponentialBackoff({ initialDelay: delay, maxDelay: delay * 16 }),
  })
  return async (service, attempt, signal) => {
    const { queue, circuit } = careOf(service)
    // A wait between attempts takes no place in a queue.
    const reply = await again.execute(
      (tried) =>
        queue.add(() => all.add(() => guarded(circuit, () => attempt(tried.attempt + 1)), { signal }), { signal }),
      signal,
    )
    signal.throwIfAborted()
    return reply
  }

  function careOf(service: string) {
    const known = services.get(service)
    if (known) return known
    const { concurrency: most = concurrency, perSecond } = limits[service] ?? {}
    const care = {
      queue: new PQueue({
        concurrency: most,
        // In any second, not in any second of the clock: a burst at its turn would be twice as many.
        ...(perSecond !== undefined && { interval: 1000, intervalCap: perSecond, strict: true }),
      }),
      circuit: breaker
        ? circuitBreaker(passing, {
            halfOpenAfter: breaker.pause,
            breaker: new ConsecutiveBreaker(breaker.failures),
          })
        : undefined,
    }
    services.set(service, care)
    return care
  }
}

const passing = handleWhenResult(
  (reply) => typeof reply === 'object' && reply !== null && 'passing' in reply && reply.passing === true,
)

async function guarded<Reply>(
  circuit: IPolicy | undefined,
  attempt: () => Promise<Reply | Refusal>,
): Promise<Reply | Refusal> {
  try {
    return await (circuit ? circuit.execute(attempt) : attempt())
  } catch (error) {
    if (error instanceof BrokenCircuitError) return refusal('unavailable', LEFT_ALONE)
    throw error
  }
}

/** The code of what was not sent, since the service failed on and on. */
const LEFT_ALONE = 'CircuitOpen'
