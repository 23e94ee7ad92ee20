import { type Columns, flag, sinceOf } from './columns.ts'
import { recognitions } from './record-shares.ts'
import { NO_DAY, type Span } from './span.ts'
import { type Since, socialStatusesOf } from './statuses.ts'
import { streamOf } from './stream.ts'

const YEAR = 365.25
const NEVER = Number.POSITIVE_INFINITY
const MAJORITY = Math.ceil(18 * YEAR)

/** What the administration that recognises disabilities knows of the residents of a city. */
export interface Recognitions {
  /** The days on which the parking card of a resident is valid. */
  parkingCard(resident: number): Span
  reductionCard(resident: number): Span
  /** Since when somebody is recognised. */
  readonly recognised: Since
  /** Since when somebody is recognised as an adult: of a child there are no points, until it comes of age. */
  readonly assessedAsAdult: Since
  /** The points of an adult who is assessed by them. */
  points(resident: number): number | undefined
}

export function recognitionsOf(columns: Columns): Recognitions {
  const { seed, today, residents } = columns
  const stream = (name: string) => streamOf(seed, `disability: ${name}`)
  const [ends, end] = [stream('has an end'), stream('end')]
  const [reduced, delivered] = [stream('reduction card'), stream('delivery')]
  const [byPoints, points] = [stream('by points'), stream('points')]
  const [recognised, began] = [stream('otherwise'), stream('otherwise since')]
  const { cardWithEnd, yearsToEnd, reductionCard, otherwise, assessedByPoints } = recognitions
  const { least, most } = recognitions.points
  const holdsParkingCard = (resident: number) => ((residents.flags[resident] ?? 0) & flag.parkingCard) !== 0
  /** Some day in the last five years, and not before birth. */
  const lately = (resident: number, share: number) =>
    Math.max(today - Math.floor(share * 5 * YEAR), residents.birth[resident] ?? 0)
  const { disabilityAllowance } = socialStatusesOf(columns)

  function parkingCard(resident: number): Span {
    if (!holdsParkingCard(resident)) return NO_DAY
    const until =
      ends(resident) < cardWithEnd.share ? today + 1 + Math.floor(end(resident) * yearsToEnd.years * YEAR) : NEVER
    return { since: sinceOf(columns, resident, 'parkingCard'), until }
  }

  function reductionCardOf(resident: number): Span {
    const { share } = holdsParkingCard(resident) ? reductionCard.holders : reductionCard.others
    return reduced(resident) < share ? { since: lately(resident, delivered(resident)), until: NEVER } : NO_DAY
  }

  /** Who holds a card or has an allowance is recognised, at the latest since then; some others are as well. */
  const recognisedSince: Since = (resident) =>
    Math.min(
      parkingCard(resident).since,
      reductionCardOf(resident).since,
      disabilityAllowance(resident),
      recognised(resident) < otherwise.share ? lately(resident, began(resident)) : NEVER,
    )

  return {
    parkingCard,
    reductionCard: reductionCardOf,
    recognised: recognisedSince,
    assessedAsAdult: (resident) => Math.max(recognisedSince(resident), (residents.birth[resident] ?? 0) + MAJORITY),
    points: (resident) =>
      byPoints(resident) < assessedByPoints.share
        ? least + Math.floor(points(resident) * (most + 1 - least))
        : undefined,
  }
}
