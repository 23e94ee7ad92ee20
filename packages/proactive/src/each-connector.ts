import { type Answerer, eachAnswerer } from '@vanzelf/source'
import type { Connectors } from './round.ts'

/** The same connectors with each answerer of each source wrapped; undefined leaves a source as it is. */
export function eachConnector<C extends object>(
  connectors: C,
  wrap: (source: string) => ((answerer: Answerer) => Answerer) | undefined,
): C {
  // Each source's facts have an answerer by their names, as they had: what entries cannot say.
  const wrapped = Object.entries(connectors as Connectors).map(([source, connector]) => {
    const around = wrap(source)
    return [source, around && connector ? eachAnswerer(connector, around) : connector]
  })
  return Object.fromEntries(wrapped) as C
}
