import { describe, expect, it } from 'vitest'
import type { Figures } from './figures.ts'
import { ghentFamiliesPublished, ghentWasteBagsPublished, shareThatApplied } from './published.ts'
import { takeUpOf } from './take-up.ts'

const figures: Figures = {
  ...{ eligible: 1_100, notEligible: 4_000, undetermined: 60, reached: 1_000, recipients: 600, invited: 0 },
  open: { register: 40, citizen: 15, reviewer: 5 },
  missing: [],
}

describe('the take-up of a campaign', () => {
  it('supposes that as large a share would have applied as the published figures suggest', () =>
    expect(takeUpOf(figures, ghentWasteBagsPublished).supposed).toEqual({ applied: 52, missed: 948 }))

  it('supposes nothing of a right of which nothing was published', () =>
    expect(takeUpOf(figures)).toEqual({ counts: 'people', reached: 1_000, toApply: { least: 15, most: 60 } }))

  it('counts families where those were counted, of which a quarter had applied if there are four times as many', () =>
    expect(takeUpOf(figures, ghentFamiliesPublished)).toMatchObject({
      counts: 'families',
      reached: 600,
      supposed: { applied: 150, missed: 450 },
    }))

  it('leaves open how many must still apply, between who must tell something and all of whom nothing is known', () =>
    expect(takeUpOf(figures, ghentWasteBagsPublished).toApply).toEqual({ least: 15, most: 60 }))
})

it('the published figures themselves give 1,350 applications for the 25,745 who received it', () =>
  expect(shareThatApplied(ghentWasteBagsPublished) * 25_745).toBeCloseTo(1_350))
