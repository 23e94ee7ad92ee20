import { everyNodeOf } from '@vanzelf/rules/tree'
import { narratorOf, policies, policyInWords, referenceDates } from '@vanzelf/testing/generators'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byClosures, bySource } from './compiled-by.ts'
import { A_WHILE, isSettled, runs, somePopulations, told, unlessNotInForce } from './generated.ts'

const LEVELS = ['at first', 0, 1, 2] as const
/** What is gone through day by day ends after twenty-seven years. */
const DAY_BY_DAY: ReadonlySet<string> = new Set(['throughout', 'atSomeTimeIn', 'daysIn'])

describe('the two twins', () => {
  it(
    'decide the same, by generated source and by closures, whatever is known',
    () =>
      fc.assert(
        fc.property(policies(), referenceDates, somePopulations, (policy, on, populations) => {
          const narrator = narratorOf(policy)
          const [generated, closures] = [bySource(policy), byClosures(policy)]
          for (const population of populations)
            for (const level of LEVELS) {
              const telling = narrator.tell(population, { level })
              const decided = (decider: ReturnType<typeof byClosures>) =>
                told(
                  unlessNotInForce(() => decider.decide(telling.subject, on)),
                  telling.nameOf,
                )
              const [one, other] = [decided(generated), decided(closures)]
              if (one !== other)
                throw new Error(
                  `generated source: ${one}\nclosures: ${other}\n${policyInWords(policy)}\non ${on}\n${telling}`,
                )
            }
        }),
        runs(4000),
      ),
    A_WHILE,
  )

  it(
    'settle a decision when everything is known',
    () =>
      fc.assert(
        fc.property(policies(), referenceDates, somePopulations, (policy, on, populations) => {
          if ([...everyNodeOf(policy)].some(({ kind }) => DAY_BY_DAY.has(kind))) return
          const narrator = narratorOf(policy)
          const { decide } = byClosures(policy)
          for (const population of populations) {
            const telling = narrator.tell(population, { level: 0 })
            const decision = unlessNotInForce(() => decide(telling.subject, on))
            if (decision !== undefined && !isSettled(decision))
              throw new Error(`${told(decision, telling.nameOf)}\n${policyInWords(policy)}\non ${on}\n${telling}`)
          }
        }),
        runs(1500),
      ),
    A_WHILE,
  )

  it(
    'decide many as they decide each',
    () =>
      fc.assert(
        fc.property(
          policies(2),
          referenceDates,
          somePopulations,
          fc.boolean(),
          (policy, on, populations, generated) => {
            const narrator = narratorOf(policy)
            const tellings = populations.map((population) => narrator.tell(population, { level: 'at first' }))
            const decider = (generated ? bySource : byClosures)(policy)
            const each = unlessNotInForce(() => tellings.map(({ subject }) => decider.decide(subject, on)))
            const many = unlessNotInForce(() =>
              decider.decideMany(
                tellings.map(({ subject }) => subject),
                on,
              ),
            )
            expect(many).toEqual(each)
          },
        ),
        runs(1500),
      ),
    A_WHILE,
  )
})
