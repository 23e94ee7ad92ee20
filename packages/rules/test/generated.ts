import { DefinitionError } from '@vanzelf/rules'
import type { Decision } from '@vanzelf/rules/evaluate'
import { type Population, populations } from '@vanzelf/testing/generators'
import fc from 'fast-check'

/** How many runs: `VANZELF_RUNS=10` makes it ten times as many. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(usual * Number(process.env['VANZELF_RUNS'] ?? 1)),
})

/** The cases of a property are many: it may take this long, in milliseconds, on a slow machine. */
export const A_WHILE = 1_200_000

/** Some populations to meet one policy: making a policy costs more than deciding by it. */
export const somePopulations: fc.Arbitrary<readonly Population[]> = fc.array(populations(), {
  minLength: 4,
  maxLength: 4,
})

/** A parameter without a value on the day ends a decision: then there is none to compare. */
export function unlessNotInForce<Found>(decide: () => Found): Found | undefined {
  try {
    return decide()
  } catch (error) {
    if (error instanceof DefinitionError && error.code === 'parameter-not-in-force') return undefined
    throw error
  }
}

/** A decision as a text, with subjects by their names. */
export const told = (decision: unknown, nameOf: (subject: unknown) => string | undefined): string =>
  JSON.stringify(
    decision,
    (_, value) =>
      nameOf(value) ??
      (value === Number.POSITIVE_INFINITY ? 'no limit' : value === Number.NEGATIVE_INFINITY ? 'no floor' : value),
  ) ?? 'none'

/** Whether everything that a decision can say is said. */
export const isSettled = (decision: Decision): boolean =>
  decision.outcome === 'not eligible' || (decision.outcome === 'eligible' && decision.open.length === 0)
