import { type FactsOf, type Known, known } from '@vanzelf/source'
import type { disability } from '@vanzelf/source-disability'
import type { Columns } from '../city/columns.ts'
import { recognitionsOf } from '../city/recognitions.ts'
import { isWithin, periodOf, type Span } from '../city/span.ts'
import { changed, onDay } from './reader.ts'
import type { Readers } from './readers.ts'
import { held } from './statuses.ts'

const NONE: Known<null> = Object.freeze(known(null))

/** A card that is valid over a span of days. */
const card = (span: (resident: number) => Span) =>
  onDay((resident, day) => {
    const valid = span(resident)
    return isWithin(valid, day) ? known(periodOf(valid)) : NONE
  })

/** What the administration that recognises disabilities says of a city. */
export function disabilityOf(columns: Columns): Readers<FactsOf<typeof disability>> {
  const { parkingCard, reductionCard, recognised, assessedAsAdult, points } = recognitionsOf(columns)
  return {
    disabilityRecognised: held(recognised),
    lossOfIndependence: changed<number | null>({
      since: assessedAsAdult,
      before: () => NONE,
      then: (resident) => known(points(resident) ?? null),
    }),
    parkingCard: card(parkingCard),
    reductionCard: card(reductionCard),
  }
}
