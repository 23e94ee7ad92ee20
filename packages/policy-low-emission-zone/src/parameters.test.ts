import { unverified } from '@vanzelf/rules/require'
import { expect, it } from 'vitest'
import { ghentLowEmissionZoneExemption } from './ghent-exemption.ts'
import { ghentLowEmissionZoneTariff } from './ghent-tariff.ts'

it.each(['2020-01-01', '2026-11-24'] as const)('rests on nothing verified on %s, and says what was not seen', (on) => {
  const figures = [...unverified(ghentLowEmissionZoneExemption, on), ...unverified(ghentLowEmissionZoneTariff, on)]
  expect(figures.map(({ parameter }) => parameter).sort()).toEqual([
    'atMostYears',
    'normalPrices',
    'reducedPrices',
    'residentsOnly',
  ])
  for (const { note } of figures) expect(note).toMatch(/not (found|seen)/)
})
