import { type FactsOf, type Known, known } from '@vanzelf/source'
import type { disability } from '@vanzelf/source-disability'
import type { Columns } from '../city/columns.ts'
import { recognitionsOf } from '../city/recognitions.ts'
import { isWithin, periodOf, type Span } from '../city/span.ts'
import { changed, onDay } from './reader.ts'
import type { Readers } from './readers.ts'
import { disabilityAllowanceSince, held } from './statuses.ts'

const NONE: Known<null> = Object.freeze(known(null))
const MAJORITY = Math.ceil(18 * 365.25)

/** A card that is valid over a span of days. */
const card = (span: (resident: number) => Span) =>
  onDay((resident, day) => {
    const valid = span(resident)
    return isWithin(valid, day) ? known(periodOf(valid)) : NONE
  })

/** What the administration that recognises disabilities says of a city. */
export function disabilityOf(columns: Columns): Readers<FactsOf<typeof disability>> {
  const { parkingCard, reductionCard, points, otherwise } = recognitionsOf(columns)
  const allowance = disabilityAllowanceSince(columns)
  // Who holds a card or has an allowance is recognised, at the latest since then.
  const recognised = (resident: number) =>
    Math.min(parkingCard(resident).since, reductionCard(resident).since, allowance(resident), otherwise(resident))
  return {
    disabilityRecognised: held(recognised),
    lossOfIndependence: changed<number | null>({
      // Of a child there are no points, until it comes of age.
      since: (resident) => Math.max(recognised(resident), (columns.residents.birth[resident] ?? 0) + MAJORITY),
      before: () => NONE,
      then: (resident) => known(points(resident) ?? null),
    }),
    parkingCard: card(parkingCard),
    reductionCard: card(reductionCard),
  }
}
