import { any } from '@vanzelf/rules'
import {
  type BudgetGuidance,
  type BudgetManagement,
  budgetHelp,
  type DebtMediation,
  debtMediation,
  type LivingWagePaid,
  livingWagePaid,
} from '@vanzelf/source-municipal-welfare'
import {
  type IncreasedReimbursement,
  increasedReimbursement,
  type LivingWage,
  livingWage,
} from '@vanzelf/source-social-security'

/** What is asked of a person to see whether a status of their own entitles. */
export type StatusFacts =
  | IncreasedReimbursement
  | LivingWagePaid
  | LivingWage
  | BudgetGuidance
  | BudgetManagement
  | DebtMediation

/** The own centre knows first of what it pays; what another centre pays, such as before a move, social security knows. */
export const livingWageHereOrElsewhere = any(livingWagePaid, livingWage)

/** By a status of their own, whichever. */
export const entitledByStatus = any(increasedReimbursement, livingWageHereOrElsewhere, budgetHelp, debtMediation)
