import { setTimeout as wait } from 'node:timers/promises'
import { unknown } from '@vanzelf/rules'
import type { Answerer, Batch } from '@vanzelf/source'
import { mix, mixText } from '../city/mix.ts'

/** A share of the asks, 0 to 1: of every source, or by the name of a source. */
export type ShareOfAsks = number | { readonly [source: string]: number }

/** How a connector in memory is told to misbehave. */
export interface Disturbance {
  /** The share of asks that is answered `unavailable`; 1 is a source that is down. */
  readonly fail?: ShareOfAsks
  /** The share of asks that is answered `in doubt`. */
  readonly doubt?: ShareOfAsks
  /** Milliseconds that each batch takes. */
  readonly delay?: number
  /** Which asks it hits: the same seed, the same asks, in whatever batches they come. */
  readonly seed?: number
}

interface AnySource {
  readonly [fact: string]: Answerer
}

/** Connectors that misbehave as they are told; told nothing special, the same connectors. */
export function disturbed<C extends object>(connectors: C, disturbance: Disturbance = {}): C {
  const { fail = 0, doubt = 0, delay = 0, seed = 0 } = disturbance
  const wrapped = Object.entries(connectors).map(([source, connector]: [string, AnySource]) => {
    const shares = { fail: shareOf(fail, source), doubt: shareOf(doubt, source) }
    const calm = shares.fail === 0 && shares.doubt === 0 && delay === 0
    return [source, calm ? connector : disturb(connector, shares, delay, seed)]
  })
  // Answers are replaced by unknowns only, which any fact may be.
  return Object.freeze(Object.fromEntries(wrapped)) as C
}

const shareOf = (share: ShareOfAsks, source: string) => (typeof share === 'number' ? share : (share[source] ?? 0))

function disturb(
  connector: AnySource,
  { fail, doubt }: { readonly fail: number; readonly doubt: number },
  delay: number,
  seed: number,
): AnySource {
  const around =
    (answerer: Answerer): Answerer =>
    async (batch, signal) => {
      signal?.throwIfAborted()
      if (delay > 0) await wait(delay, undefined, signal && { signal })
      const answers = await answerer(batch, signal)
      if (fail === 0 && doubt === 0) return answers
      const draw = drawOf(batch, seed)
      return answers.map((answer, index) => {
        const drawn = draw(index)
        return drawn < fail ? UNAVAILABLE : drawn < fail + doubt ? IN_DOUBT : answer
      })
    }
  return Object.freeze(
    Object.fromEntries(Object.entries(connector).map(([name, answerer]) => [name, around(answerer)])),
  )
}

const UNAVAILABLE = unknown('unavailable', 'disturbance')
const IN_DOUBT = unknown('in doubt', 'disturbance')

/** For each subject a number from 0 up to 1 that depends on the ask alone: fact, time and subject. */
function drawOf({ fact, at, subjects }: Batch, seed: number): (index: number) => number {
  const ask = mixText(seed, `${fact.source} ${fact.name} ${JSON.stringify(at)}`)
  return (index) => mix(ask, mixText(seed, subjects[index] ?? '')) / 0x1_0000_0000
}
