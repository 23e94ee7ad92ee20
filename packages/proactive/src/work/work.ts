import { setTimeout as pause } from 'node:timers/promises'
import type { Ledger } from '@vanzelf/ledger'
import { errorType } from '../telemetry/error-type.ts'
import type { Pauses } from './campaign-place.ts'
import type { KnownCampaign } from './known-campaign.ts'
import type { JobTold, Place } from './place.ts'

/** How a process works. */
export interface WorkOptions {
  /** Ends the work: a batch that is begun is finished, and a population or those who wait are left to be read again. */
  readonly signal?: AbortSignal
  /** How many jobs this process does at the same time; 2 unless told. */
  readonly sideBySide?: number
  /** `idle`: it ends when there is nothing to do now, for this process or another; without it, it waits for more. */
  readonly until?: 'idle'
  /** How long those wait who wait for a source before they are decided again; from 15 minutes up to a day unless told. */
  readonly decideAgainAfter?: Pauses
  /** What becomes of each job. */
  readonly onJob?: (told: JobTold) => void
  /** That the ledger cannot be reached, by the code of the error: the work goes on when it is back. */
  readonly onUnreachable?: (code: string) => void
}

const PAUSES: Pauses = { first: 15 * 60, longest: 24 * 3_600 }

/** How long nobody looks for work where there was none: milliseconds. */
const POLL = 1_000

/**
 * Works on campaigns that were started, with all other processes that work on the same ledger: plans them, decides batch
 * after batch, puts what was approved into effect, hands over what is due, and decides again who waits for a source. A job
 * is one process's at a time, and of one that dies it is another's within seconds. Limits of `rateLimited` hold for all of
 * them together. What stands in the ledger of campaigns that this process does not know, it leaves to others.
 *
 * A campaign that somebody stopped keeps no job: its batches are sent again within a minute after one lets it go on. A job
 * that fails is tried again for an hour, and is then listed by `ledger.jobs.failed()`: `startCampaign` sends it again.
 * @param campaigns as `campaign` makes them
 * @throws {RefusedError} `unverified-parameters`, `no-legal-basis`, `authorisation-expired`, of any of them
 * @throws {DefinitionError} `no-holder-of-quota`
 * @example
 * ```ts
 * import { openLedger } from '@vanzelf/ledger'
 * import { calendarYear, euro, fact, ground, money, policy } from '@vanzelf/rules'
 *
 * const livingWage = fact({ source: 'welfare', name: 'livingWage', about: 'person', value: { type: 'truth' }, when: ['date'] })
 * const support = policy({
 *   name: 'exampleville/support',
 *   about: 'person',
 *   grounds: [ground('art. 2', livingWage)],
 *   benefit: money(euro(50)),
 *   period: calendarYear,
 *   basis: { welfare: 'council decision 2026/12, art. 6' },
 * })
 * const ledger = await openLedger({}) // a server, where several processes are to work
 * const options = {
 *   id: 'support 2026',
 *   population: () => ['anna', 'bram'],
 *   connectors: {
 *     welfare: { livingWage: async ({ subjects }: { subjects: readonly string[] }) => subjects.map((one) => ({ value: one === 'anna' })) },
 *   },
 *   on: '2026-03-10',
 *   asker: 'Exampleville',
 *   takesEffect: 'automatically',
 *   lost: { then: 'ask a person', law: 'art. 9' },
 * } as const
 * await startCampaign(support, { ...options, ledger })
 * await work(ledger, [campaign(support, options)], { until: 'idle' })
 * await ledger.campaigns.find('support 2026') // => { state: 'done', … }
 * await ledger.close()
 * ```
 */
export async function work(
  ledger: Ledger,
  campaigns: readonly KnownCampaign[],
  options: WorkOptions = {},
): Promise<void> {
  const { signal, sideBySide = 2, until, decideAgainAfter: pauses = PAUSES, onJob, onUnreachable } = options
  const how = { pauses, ...(signal && { signal }) }
  const all = (await Promise.all(campaigns.map((one) => one.places(ledger, how)))).flat()
  // A channel that several campaigns share is one.
  const places = [...new Map(all.map((place) => [place.name, place])).values()]

  // Where one cannot go on, the others finish what they have begun: who is told that it ended may close the ledger.
  const broken = new AbortController()
  const end = AbortSignal.any(signal ? [signal, broken.signal] : [broken.signal])
  const ended = await Promise.allSettled(
    Array.from({ length: sideBySide }, (_, first) =>
      oneAfterAnother(first).catch((error: unknown) => {
        broken.abort()
        throw error
      }),
    ),
  )
  for (const one of ended) if (one.status === 'rejected') throw one.reason

  async function oneAfterAnother(first: number): Promise<void> {
    // Each begins at another queue, so that none has to wait until another is empty.
    for (let turn = first; !end.aborted; turn++) {
      try {
        if (await workSomewhere(turn)) continue
        if (until === 'idle' && (await isIdle())) return
      } catch (error) {
        const code = errorType(error)
        if (code !== 'ledger-unreachable') throw error
        onUnreachable?.(code)
      }
      await pause(POLL, undefined, { signal: end }).catch(() => {})
    }
  }

  async function workSomewhere(turn: number): Promise<boolean> {
    for (let index = 0; index < places.length; index++) {
      const place = places[(turn + index) % places.length] as Place
      if (end.aborted) return false
      if (await place.work((told) => onJob?.(told))) return true
    }
    return false
  }

  async function isIdle(): Promise<boolean> {
    for (const place of places) {
      const { due, working } = await place.counts()
      if (due + working > 0) return false
    }
    return true
  }
}
