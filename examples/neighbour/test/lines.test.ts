import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../src/policies/', import.meta.url)
const files = readdirSync(folder)

/** Every line there is: imports, figures, comments and empty lines too. */
const linesOf = (file: string): readonly string[] => readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n')

describe('a policy for another municipality', () => {
  it('is one file for each', () =>
    expect(files).toEqual([
      'discounts.ts',
      'family-discount.ts',
      'income-discount.ts',
      'low-emission-zone-exemption.ts',
      'low-emission-zone-tariff.ts',
      'social-assistance-discount.ts',
      'uitpas-reduced-rate.ts',
      'waste-bags.ts',
    ]))

  it.each(files)('%s has fewer than twenty lines, none of them long', (file) => {
    expect(linesOf(file).length).toBeLessThan(20)
    for (const line of linesOf(file)) expect(line.length).toBeLessThanOrEqual(120)
  })

  it.each(files)('%s leans on the packages alone, and on other policies where several combine', (file) => {
    const sources = linesOf(file).flatMap((line) => / from '([^']+)'$/.exec(line)?.[1] ?? [])
    const own = sources.filter((source) => !source.startsWith('@vanzelf/'))
    for (const source of own) expect(files).toContain(source.replace('./', ''))
    if (file !== 'discounts.ts') expect(own).toEqual([])
  })
})
