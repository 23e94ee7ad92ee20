import type { Decision } from '@vanzelf/rules/evaluate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Combination } from '../src/combination.ts'
import { combine } from '../src/combine.ts'
import { contestsOf } from '../src/contests.ts'
import type { Verdict } from '../src/verdict.ts'
import { type Blur, blur, combinations, decisionOf, NAMES, type Settled, setOf, settled } from './generated.ts'

const five = <Value>(each: fc.Arbitrary<Value>) => fc.array(each, { minLength: NAMES.length, maxLength: NAMES.length })

type Decisions = { readonly [name: string]: Decision }
const decisions = (truths: readonly Settled[], blurs: readonly Blur[]): Decisions =>
  Object.fromEntries(NAMES.map((name, index) => [name, decisionOf(truths[index] ?? 0, blurs[index] ?? 0)]))
const sharp = NAMES.map((): Blur => 0)

const verdicts = (all: readonly Combination[], given: Decisions, order: readonly string[] = NAMES) =>
  new Map(combine(setOf(order, all), given).map((verdict) => [verdict.policy, verdict]))

/** Granted, or not, or open: whether it gives way or was never due may still change. */
const certain = (verdict: Verdict | undefined) =>
  verdict?.outcome === 'granted' ? 'granted' : verdict?.outcome === 'undetermined' ? 'open' : 'not granted'

describe('for all combinations and decisions', () => {
  it('the order in which the policies stand does not matter', () =>
    fc.assert(
      fc.property(
        combinations,
        five(settled),
        five(blur),
        fc.shuffledSubarray([...NAMES], { minLength: NAMES.length }),
        (all, truths, blurs, order) => {
          const inOrder = verdicts(all, decisions(truths, blurs))
          const shuffled = verdicts(all, decisions(truths, blurs), order)
          for (const name of NAMES) expect(certain(shuffled.get(name))).toBe(certain(inOrder.get(name)))
        },
      ),
      { numRuns: 400 },
    ))

  it('the order of the combinations does not matter', () =>
    fc.assert(
      fc.property(combinations, five(settled), five(blur), (all, truths, blurs) => {
        const forth = verdicts(all, decisions(truths, blurs))
        const back = verdicts([...all].reverse(), decisions(truths, blurs))
        for (const name of NAMES) expect(certain(back.get(name))).toBe(certain(forth.get(name)))
      }),
      { numRuns: 400 },
    ))

  it('what is certain stays so, whatever becomes known', () =>
    fc.assert(
      fc.property(combinations, five(settled), five(blur), five(fc.boolean()), (all, truths, blurs, learnt) => {
        const before = verdicts(all, decisions(truths, blurs))
        const sharper = blurs.map((how, index) => (learnt[index] ? 0 : how))
        const after = verdicts(all, decisions(truths, sharper))
        for (const name of NAMES)
          if (certain(before.get(name)) !== 'open') expect(certain(after.get(name))).toBe(certain(before.get(name)))
      }),
      { numRuns: 1000 },
    ))

  it('nothing is open when all is known', () =>
    fc.assert(
      fc.property(combinations, five(settled), (all, truths) => {
        for (const verdict of verdicts(all, decisions(truths, sharp)).values())
          expect(verdict.outcome).not.toBe('undetermined')
      }),
      { numRuns: 1000 },
    ))

  it('who is entitled and not granted gives way to one that is, and no two stand that exclude each other', () =>
    fc.assert(
      fc.property(combinations, five(settled), (all, truths) => {
        const told = verdicts(all, decisions(truths, sharp))
        for (const [name, verdict] of told) {
          const truth = truths[NAMES.indexOf(name as (typeof NAMES)[number])]
          expect(verdict.outcome === 'not eligible').toBe(truth === 'not eligible')
          if (verdict.outcome !== 'gives way') continue
          expect(verdict.to.length).toBeGreaterThan(0)
          for (const { policy } of verdict.to) expect(told.get(policy)?.outcome).toBe('granted')
        }
        for (const { stronger, weaker, highest } of contestsOf(all)) {
          const bothGive = [stronger, weaker].every((name) => {
            const truth = truths[NAMES.indexOf(name as (typeof NAMES)[number])]
            return highest === undefined || truth !== 0
          })
          const both = [stronger, weaker].every((name) => told.get(name)?.outcome === 'granted')
          expect(bothGive && both).toBe(false)
        }
      }),
      { numRuns: 1000 },
    ))

  it('an open one says on whom it depends, and each of those is open or leaves open how much it gives', () =>
    fc.assert(
      fc.property(combinations, five(settled), five(blur), (all, truths, blurs) => {
        const told = verdicts(all, decisions(truths, blurs))
        for (const verdict of told.values()) {
          if (verdict.outcome !== 'undetermined') continue
          expect(verdict.dependsOn.length).toBeGreaterThan(0)
          for (const name of verdict.dependsOn) {
            const how = blurs[NAMES.indexOf(name as (typeof NAMES)[number])]
            expect(told.get(name)?.outcome === 'undetermined' || how !== 0).toBe(true)
          }
        }
      }),
      { numRuns: 400 },
    ))
})
