import { atLeast, ifAbsent, type SituationOf, unknown } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { holdsParkingCard } from './holds-parking-card.ts'
import { holdsReductionCard } from './holds-reduction-card.ts'
import { type LossOfIndependence, lossOfIndependence } from './loss-of-independence.ts'

const on = '2026-03-10'

// Delivery, first day on which it is no longer valid, whether the holder holds it on the day.
const cards = [
  ['without an end', { from: '2015-06-01' }, true],
  ['delivered on the day', { from: '2026-03-10' }, true],
  ['delivered the day after', { from: '2026-03-11' }, false],
  ['valid for the last time on the day', { from: '2016-03-11', until: '2026-03-11' }, true],
  ['valid for the last time the day before', { from: '2016-03-10', until: '2026-03-10' }, false],
  ['that is none', null, false],
] as const

describe('a card', () => {
  it.each(cards)('%s: a parking card', (_, parkingCard, expected) =>
    expect(evaluate(holdsParkingCard, { parkingCard }, on)).toBe(expected),
  )
  it.each(cards)('%s: a reduction card', (_, reductionCard, expected) =>
    expect(evaluate(holdsReductionCard, { reductionCard }, on)).toBe(expected),
  )

  it.each(['not permitted', 'unavailable', 'not found'] as const)('that is %s is not "none"', (reason) => {
    expect(evaluate(holdsParkingCard, { parkingCard: unknown(reason) }, on)).toEqual({ unknown: reason })
    expect(evaluate(holdsReductionCard, { reductionCard: unknown(reason) }, on)).toEqual({ unknown: reason })
  })
})

describe('points for loss of self-reliance', () => {
  const enough = atLeast(ifAbsent(lossOfIndependence, 0), 12)
  it.each<readonly [SituationOf<LossOfIndependence, 'person'>, boolean]>([
    [{ lossOfIndependence: 11 }, false],
    [{ lossOfIndependence: 12 }, true],
    [{ lossOfIndependence: 18 }, true],
    [{ lossOfIndependence: null }, false],
  ])('%j: %s', (person, expected) => expect(evaluate(enough, person, on)).toBe(expected))

  it('that are unknown still lie on the scale', () => {
    expect(evaluate(atLeast(ifAbsent(lossOfIndependence, 0), 19), {}, on)).toBe(false)
    expect(evaluate(enough, {}, on)).toEqual({ unknown: 'not asked' })
  })
})
