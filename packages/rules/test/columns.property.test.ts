import type { Fact, Policy } from '@vanzelf/rules'
import type { Decision } from '@vanzelf/rules/evaluate'
import { compileColumns, NO, toColumns, UNKNOWN, YES } from '@vanzelf/rules/evaluate/columns'
import { everyNodeOf } from '@vanzelf/rules/tree'
import { narratorOf, policies, policyInWords, referenceDates } from '@vanzelf/testing/generators'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { bySource } from './compiled-by.ts'
import { A_WHILE, runs, somePopulations, unlessNotInForce } from './generated.ts'
import { households, loopedPolicies } from './loops.ts'

/** A decision as columns tell it. */
function asColumns({ grounds }: Policy, decision: Decision): readonly number[] {
  if (decision.outcome !== 'eligible') return [decision.outcome === 'undetermined' ? UNKNOWN : NO, -1, 0, 0]
  const amount = 'amount' in decision.benefit ? decision.benefit.amount : 0
  const [least, most] = typeof amount === 'number' ? [amount, amount] : [amount.least, amount.most]
  return [YES, grounds.findIndex(({ article }) => article === decision.ground), least, most]
}

function compare(policy: Policy<string, Fact>, situations: readonly object[], on: string): void {
  const { decide } = bySource(policy)
  const alone = situations.map((situation) => unlessNotInForce(() => decide(situation as never, on as never)))
  const columns = compileColumns(policy)
  const table = toColumns(policy, situations as never)
  let decisions = unlessNotInForce(() => columns.decide(table, on as never))
  if (decisions !== undefined) decisions = columns.decide(table, on as never, decisions)
  alone.forEach((decision, row) => {
    if (decision === undefined || decisions === undefined) return
    const { outcome, ground, least, most } = decisions
    const [one, other] = [asColumns(policy, decision), [outcome, ground, least, most].map((column) => column[row])]
    if (JSON.stringify(one) !== JSON.stringify(other))
      throw new Error(
        `alone ${one}, over columns ${other}\n${policyInWords(policy)}\non ${on}\n${JSON.stringify(situations[row])}`,
      )
    const whole = decisions.decision(row)
    if (JSON.stringify(asColumns(policy, whole)) !== JSON.stringify(one))
      throw new Error(`alone ${one}, of the row ${asColumns(policy, whole)}\n${policyInWords(policy)}`)
  })
}

describe('decisions over columns', () => {
  it(
    'are those of the rows, for policies of words that have loops',
    () =>
      fc.assert(
        fc.property(
          loopedPolicies(),
          fc.constantFrom('2021-05-01', '2026-01-01'),
          fc.array(households, { minLength: 3, maxLength: 3 }),
          (policy, on, all) => {
            for (const some of all) compare(policy, some, on)
          },
        ),
        runs(3000),
      ),
    A_WHILE,
  )

  it(
    'are those of the rows, for policies of every word',
    () =>
      fc.assert(
        fc.property(policies(), referenceDates, somePopulations, (policy, on, populations) => {
          // What generated situations tell by year answers for any year at all, and no column can.
          if ([...everyNodeOf(policy)].some(({ kind }) => kind === 'inYear')) return
          const narrator = narratorOf(policy)
          const told = populations.flatMap((population) =>
            (['at first', 0] as const).map((level) => narrator.tell(population, { level }).subject),
          )
          compare(policy, told, on)
        }),
        runs(1000),
      ),
    A_WHILE,
  )
})
