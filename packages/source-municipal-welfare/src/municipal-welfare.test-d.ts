import { type AsksOf, any, atMost, euro } from '@vanzelf/rules'
import type { FactsOf } from '@vanzelf/source'
import { expectTypeOf, it } from 'vitest'
import { type BudgetGuidance, budgetGuidance } from './budget-guidance.ts'
import { type DebtMediation, debtMediation } from './debt-mediation.ts'
import type { municipalWelfare } from './municipal-welfare.ts'

it('knows its facts by their names', () => {
  expectTypeOf<FactsOf<typeof municipalWelfare>['name']>().toEqualTypeOf<keyof (typeof municipalWelfare)['facts']>()
  const helped = any(budgetGuidance, debtMediation)
  expectTypeOf<AsksOf<typeof helped>>().toEqualTypeOf<BudgetGuidance | DebtMediation>()
})

it('refuses a comparison with an amount', () => {
  // @ts-expect-error debt mediation is yes or no, not an amount
  atMost(debtMediation, euro(3))
})
