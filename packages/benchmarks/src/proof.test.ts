import { describe, expect, it } from 'vitest'
import { AMOUNT_OPEN, NOT_ELIGIBLE, UNDETERMINED } from './outcome.ts'
import { prove } from './proof.ts'
import type { Work } from './work/work.ts'
import { works } from './work/works.ts'

describe.each(Object.entries(works))('the hand-written decision %s', (_letter, made) => {
  const work = made as unknown as Work<never>

  it.each([0, 0.01, 0.3])('agrees with every way of filling in, with %d of the facts unknown', (unknownShare) => {
    expect(prove(work, 5_000, unknownShare).disagreements).toBe(0)
  })

  it('decides the same of a record without unknowns as the plain rule', () => {
    for (const record of work.population(1_000, 0)) expect(work.decide(record)).toBe(work.plain(record))
  })
})

describe('the made-up records', () => {
  // The shares that the rules were measured with before: another population would be another benchmark.
  it.each([
    ['A', { [NOT_ELIGIBLE]: 82.4, [UNDETERMINED]: 3.3 }, 6.1],
    ['B', { [NOT_ELIGIBLE]: 44.8, [UNDETERMINED]: 2.4, [AMOUNT_OPEN]: 0.25 }, 3.6],
    ['C', { [NOT_ELIGIBLE]: 83.2, [UNDETERMINED]: 1.7 }, 4.9],
  ] as const)('have the shares of outcomes of decision %s', (letter, shares, unknown) => {
    const { outcomes, unknownShare } = prove(works[letter] as unknown as Work<never>, 50_000, 0.01)
    for (const [code, share] of Object.entries(shares)) {
      expect(Math.abs(((outcomes.get(Number(code)) ?? 0) / 50_000) * 100 - share)).toBeLessThan(0.7)
    }
    expect(Math.abs(unknownShare * 100 - unknown)).toBeLessThan(0.7)
  })

  it('are the same for the same seed, and the same facts whatever is unknown', () => {
    const complete = works.C.population(200, 0)
    expect(works.C.population(200, 0)).toEqual(complete)
    works.C.population(200, 0.2).forEach((vehicle, place) => {
      for (const [fact, value] of Object.entries(vehicle)) {
        if (value !== undefined) expect(value).toEqual(complete[place]?.[fact as keyof typeof vehicle])
      }
    })
  })
})
