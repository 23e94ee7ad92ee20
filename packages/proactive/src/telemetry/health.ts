import type { Head, Jobs, Ledger, Standing } from '@vanzelf/ledger'
import { errorType } from './error-type.ts'

/** Whether all is well; whether it works and somebody should look; whether it does not work. */
export type HealthState = 'ok' | 'degraded' | 'failed'

/** How one part fares. */
export interface Part {
  readonly part: 'ledger' | 'batches' | 'deliveries' | 'jobs' | 'source'
  /** Of a channel or a source. */
  readonly name?: string
  readonly state: HealthState
  /** Why it is not `ok`: `late`, `refused`, `failed`, `read-only`, or the code of an error. */
  readonly code?: string
  /** Since when something waits, or is as it is: an ISO date and time. */
  readonly since?: string
  /** How many batches are open, deliveries are due or were refused, or jobs failed for good. */
  readonly count?: number
}

export interface Health {
  /** The worst of its parts. */
  readonly state: HealthState
  /** Whether this process can go on: where it cannot, starting it again helps. */
  readonly live: boolean
  /** Whether it can be given work. */
  readonly ready: boolean
  readonly head?: Head
  readonly parts: readonly Part[]
}

export interface HealthOptions {
  readonly ledger: Pick<Ledger, 'standing'>
  /** The jobs of the ledger, where workers do them. */
  readonly jobs?: Pick<Jobs, 'failed'>
  /** Asks each source whether it is there: what rejects is not. */
  readonly sources?: { readonly [source: string]: (signal?: AbortSignal) => Promise<unknown> }
  /** After how many milliseconds a delivery that is due is late; an hour unless told. */
  readonly lateAfter?: number
  readonly now?: () => Date
  readonly signal?: AbortSignal
}

/**
 * How a city's program fares: whether its ledger can be read and written, what waits to be delivered and since when, what was
 * refused for good, and which batches are open. It tells numbers, codes and instants, and nothing of anybody.
 * @returns what it found; what cannot be reached is part of that, and nothing is thrown
 * @example
 * ```ts
 * import { openLedger } from '@vanzelf/ledger'
 *
 * const ledger = await openLedger({})
 * const sources = { welfare: async () => { throw Object.assign(new Error('no answer'), { code: 'ECONNREFUSED' }) } }
 * const { state, ready, parts } = await health({ ledger, sources })
 * state // => 'degraded'
 * ready // => true
 * parts.at(-1) // => { part: 'source', name: 'welfare', state: 'degraded', code: 'ECONNREFUSED' }
 * await ledger.close()
 * ```
 */
export async function health({
  ledger,
  jobs,
  sources = {},
  lateAfter = 3_600_000,
  now = () => new Date(),
  signal,
}: HealthOptions): Promise<Health> {
  const [standing, ...asked] = await Promise.all([
    ledger.standing().catch((error: unknown) => ({ code: errorType(error) })),
    ...(jobs ? [jobsPart(jobs)] : []),
    ...Object.entries(sources).map(([name, ask]) => sourcePart(name, () => ask(signal))),
  ])
  const late = new Date(now().getTime() - lateAfter).toISOString()
  const parts: readonly Part[] = [
    ...('code' in standing
      ? [{ part: 'ledger', state: 'failed', code: standing.code } as const]
      : ledgerParts(standing, late)),
    ...asked,
  ]
  const [ofLedger] = parts
  return {
    state: worst(parts),
    // The lock of a folder that was lost does not come back to who lost it.
    live: ofLedger?.code !== 'ledger-lost',
    ready: ofLedger?.state === 'ok',
    ...('head' in standing && { head: standing.head }),
    parts,
  }
}

function ledgerParts({ isWritable, batches, deliveries }: Standing, late: string): readonly Part[] {
  return [
    { part: 'ledger', ...(isWritable ? { state: 'ok' } : { state: 'failed', code: 'read-only' }) },
    { part: 'batches', state: 'ok', count: batches.open, ...(batches.since !== undefined && { since: batches.since }) },
    ...deliveries.flatMap(({ channel, due, refused }): readonly Part[] => [
      {
        ...{ part: 'deliveries', name: channel, count: due.count },
        ...(due.since !== undefined && { since: due.since }),
        ...(due.since !== undefined && due.since < late ? { state: 'degraded', code: 'late' } : { state: 'ok' }),
      },
      ...(refused.since === undefined
        ? []
        : [{ part: 'deliveries', name: channel, state: 'degraded', code: 'refused', ...refused } as const]),
    ]),
  ]
}

async function jobsPart(jobs: Pick<Jobs, 'failed'>): Promise<Part> {
  try {
    const failed = await jobs.failed()
    const [oldest] = failed
    return oldest
      ? { part: 'jobs', state: 'degraded', code: 'failed', since: oldest.at, count: failed.length }
      : { part: 'jobs', state: 'ok' }
  } catch (error) {
    return { part: 'jobs', state: 'failed', code: errorType(error) }
  }
}

async function sourcePart(name: string, ask: () => Promise<unknown>): Promise<Part> {
  try {
    await ask()
    return { part: 'source', name, state: 'ok' }
  } catch (error) {
    // What needs it waits, and is decided again: the rest goes on.
    return { part: 'source', name, state: 'degraded', code: errorType(error) }
  }
}

const worst = (parts: readonly Part[]): HealthState =>
  (['failed', 'degraded'] as const).find((one) => parts.some(({ state }) => state === one)) ?? 'ok'
