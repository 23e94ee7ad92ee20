import { decide } from '@vanzelf/rules/evaluate'
import { everyNode, everyNodeOf } from '@vanzelf/rules/tree'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { COMPLETIONS } from './datum.ts'
import { expressions, KINDS } from './expressions.ts'
import { policies } from './policies.ts'
import { narratorOf, populations, referenceDates } from './situations.ts'

const seed = 20_260_101
const some = <Value>(values: fc.Arbitrary<Value>, numRuns: number) => fc.sample(values, { seed, numRuns })

describe('generated policies', () => {
  it('hold every kind of node', () => {
    const kinds = new Set(some(policies(), 1500).flatMap((policy) => [...everyNodeOf(policy)].map(({ kind }) => kind)))
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  it('are decided in every way', () => {
    const [all, days, populace] = [
      some(policies(2), 300),
      some(referenceDates, 300),
      some(populations({ dimness: 4 }), 300),
    ]
    const outcomes = all.map((policy, index) => {
      const { subject } = narratorOf(policy).tell(populace[index] ?? fail(), { level: 'at first' })
      try {
        return decide(policy, subject, days[index] ?? fail()).outcome
      } catch {
        return 'not in force'
      }
    })
    for (const outcome of ['eligible', 'not eligible', 'undetermined'] as const)
      expect(outcomes.filter((one) => one === outcome).length).toBeGreaterThan(20)
  })

  it('are printed as words', () => {
    expect(fc.stringify(some(policies(1), 1)[0])).toMatch(/^policy about a (person|vehicle)\n/)
    expect(
      some(expressions({ type: 'truth' }, 0), 20)
        .map((node) => fc.stringify(node))
        .every((words) => words.length < 40),
    ).toBe(true)
  })

  it('nest no deeper than they are told to', () => {
    expect(some(expressions({ type: 'truth' }, 0), 100).every((node) => [...everyNode(node)].length === 1)).toBe(true)
  })
})

describe('a population', () => {
  const tellings = () =>
    some(policies(), 100).flatMap((policy, index) => {
      const narrator = narratorOf(policy)
      const population = some(populations(), 100)[index] ?? fail()
      return Array.from({ length: COMPLETIONS }, (_, level) => ({
        first: narrator.tell(population, { level: 'at first' }),
        later: narrator.tell(population, { level: level as 0 }),
      }))
    })

  it('is told the same each time', () => {
    expect(tellings().map(({ first }) => first.toString())).toEqual(tellings().map(({ first }) => first.toString()))
  })

  it('completed, knows everything that was asked', () => {
    const vague = /"unknown"|"least"/
    expect(tellings().filter(({ later }) => vague.test(later.toString()))).toEqual([])
    expect(tellings().some(({ first }) => vague.test(first.toString()))).toBe(true)
  })
})

function fail(): never {
  throw new Error('there is one of each')
}
