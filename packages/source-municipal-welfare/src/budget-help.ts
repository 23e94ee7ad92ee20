import { any, type Expression } from '@vanzelf/rules'
import { type BudgetGuidance, budgetGuidance } from './budget-guidance.ts'
import { type BudgetManagement, budgetManagement } from './budget-management.ts'

/**
 * Whether the welfare centre helps a person with the budget, by guidance or by managing it.
 * @example
 * ```ts
 * import { evaluate } from '@vanzelf/rules/evaluate'
 *
 * evaluate(budgetHelp, { budgetGuidance: false, budgetManagement: true }, '2026-03-10') // => true
 * ```
 */
export const budgetHelp: Expression<boolean, BudgetGuidance | BudgetManagement, 'person'> = any(
  budgetGuidance,
  budgetManagement,
)
