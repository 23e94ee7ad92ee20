import { AMOUNT_OPEN, type Code, NOT_ELIGIBLE, UNDETERMINED } from '../outcome.ts'
import { type Child, children } from '../population/children.ts'
import type { Work } from './work.ts'

/** Percent by the sum of incomes in euro cents, strictly below each limit. */
export const BRACKETS = [
  { below: 23_000_00, percent: 75 },
  { below: 28_000_00, percent: 50 },
  { below: 33_000_00, percent: 25 },
] as const
/** By this much every dependent child raises each limit. */
export const PER_CHILD = 2_000_00
export const WITH_A_LIVING_WAGE = 75

/** A discount by income: the bracket's, or if larger that of a living wage. Zero percent is no discount. */
export const fiscalDiscount: Work<Child> = {
  title: 'fiscal discount, per child',
  population: children,
  decide,
  plain({ dependentChildren, adults }) {
    const total = adults.reduce((sum, { income = Number.NaN }) => sum + income, 0)
    const byIncome = BRACKETS.find(({ below }) => total < below + dependentChildren * PER_CHILD)?.percent ?? 0
    return Math.max(byIncome, adults.some(({ livingWage }) => livingWage) ? WITH_A_LIVING_WAGE : 0)
  },
  // More income never means more discount, so the two ends reach the least and the most.
  values: { income: [0, 10_000_000_00] },
}

/** Incomes are never below zero: the sum of the known ones is the least there can be. */
function decide({ dependentChildren, adults }: Child): Code {
  let least = -dependentChildren * PER_CHILD
  let complete = true
  let wageUnknown = false
  for (let i = 0; i < adults.length; i++) {
    const { income, livingWage } = adults[i] as Child['adults'][number]
    if (livingWage === true) return WITH_A_LIVING_WAGE
    if (livingWage === undefined) wageUnknown = true
    if (income === undefined) complete = false
    else least += income
  }
  if (least >= 33_000_00) return wageUnknown ? UNDETERMINED : NOT_ELIGIBLE
  if (!complete) return UNDETERMINED
  if (least < 23_000_00) return 75
  if (wageUnknown) return AMOUNT_OPEN
  return least < 28_000_00 ? 50 : 25
}
