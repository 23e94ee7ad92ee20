import type { Expression } from '@vanzelf/rules'
import { compile, evaluate } from '@vanzelf/rules/evaluate'
import {
  COMPLETIONS,
  type Completion,
  expressions,
  inWords,
  narratorOf,
  narratorOfExpression,
  policies,
  policyInWords,
  referenceDates,
} from '@vanzelf/testing/generators'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { contradiction, leavesRoom } from './contradiction.ts'
import { A_WHILE, runs, somePopulations, told, unlessNotInForce } from './generated.ts'

const COMPLETION = Array.from({ length: COMPLETIONS }, (_, completion) => completion as Completion)

describe('what is decided while something is not known', () => {
  it(
    'is never contradicted by any completion, nor by knowing a part of it',
    () =>
      fc.assert(
        fc.property(policies(), referenceDates, somePopulations, (policy, on, populations) => {
          const narrator = narratorOf(policy)
          const { decide } = compile(policy)
          for (const population of populations) {
            const first = narrator.tell(population, { level: 'at first' })
            const said = unlessNotInForce(() => decide(first.subject, on))
            if (said === undefined || said.outcome === 'undetermined') continue
            for (const completion of COMPLETION)
              for (const how of [
                { level: completion },
                { level: 'at first', alsoTold: { from: completion, draw: population.seed } },
              ] as const) {
                const later = narrator.tell(population, how)
                const found = unlessNotInForce(() => decide(later.subject, on))
                if (found === undefined) continue
                const wrong = contradiction(said, first.nameOf, found, later.nameOf)
                if (wrong) throw new Error(`${wrong}\n${policyInWords(policy)}\non ${on}\n${first}\nthen\n${later}`)
              }
          }
        }),
        runs(6000),
      ),
    A_WHILE,
  )

  it(
    'holds for the value of every expression: the bounds that are told hold every value it can have',
    () =>
      fc.assert(
        fc.property(anyExpression, referenceDates, somePopulations, (node, on, populations) => {
          const narrator = narratorOfExpression(node)
          // A generated expression has no types for the compiler.
          const read = (subject: object) => unlessNotInForce(() => evaluate(node as never as Expression, subject, on))
          for (const population of populations) {
            const first = narrator.tell(population, { level: 'at first' })
            const said = read(first.subject)
            if (said === undefined || isUnknown(said)) continue
            for (const level of COMPLETION) {
              const later = narrator.tell(population, { level })
              const found = read(later.subject)
              const [before, after] = [told(said, first.nameOf), told(found, later.nameOf)]
              if (found === undefined || before === after || leavesRoom(said, found)) continue
              throw new Error(`${before}, then ${after}\n${inWords(node)}\non ${on}\n${first}\nthen\n${later}`)
            }
          }
        }),
        runs(6000),
      ),
    A_WHILE,
  )
})

const isUnknown = (found: unknown) => typeof found === 'object' && found !== null && 'unknown' in found

const TYPES = [
  'truth',
  'count',
  'money',
  'days',
  'months',
  'years',
  'year',
  'percentage',
  'date',
  'text',
  'texts',
  'period',
  'one',
] as const
const anyExpression = fc.oneof(
  ...TYPES.flatMap((type) => (['never', 'perhaps'] as const).map((absent) => expressions({ type, absent }))),
  expressions({ type: 'those' }),
)
