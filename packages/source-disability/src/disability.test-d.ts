import { type AsksOf, atLeast, ifAbsent } from '@vanzelf/rules'
import type { FactsOf } from '@vanzelf/source'
import { expectTypeOf, it } from 'vitest'
import type { disability } from './disability.ts'
import type { DisabilityRecognised } from './disability-recognised.ts'
import type { holdsParkingCard } from './holds-parking-card.ts'
import { type LossOfIndependence, lossOfIndependence } from './loss-of-independence.ts'
import type { ParkingCard } from './parking-card.ts'
import type { ReductionCard } from './reduction-card.ts'

it('has these facts', () =>
  expectTypeOf<FactsOf<typeof disability>>().toEqualTypeOf<
    DisabilityRecognised | LossOfIndependence | ParkingCard | ReductionCard
  >())

it('asks the card alone to know whether somebody holds it', () =>
  expectTypeOf<AsksOf<typeof holdsParkingCard>>().toEqualTypeOf<ParkingCard>())

it('wants to know what counts where nobody assessed', () => {
  atLeast(ifAbsent(lossOfIndependence, 0), 12)
  // @ts-expect-error there may be no assessment
  atLeast(lossOfIndependence, 12)
})
