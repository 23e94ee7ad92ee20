import { type Columns, flag, type Status, sinceOf } from './columns.ts'
import type { Day } from './day.ts'
import { mix } from './mix.ts'
import { statuses } from './shares.ts'

/** Since when each resident has a status; `Infinity` of who has it not. */
export type Since = (resident: number) => Day

const NEVER = Number.POSITIVE_INFINITY
const YEAR = 365.25
const [MAJORITY, PENSION_AGE] = [18 * YEAR, 66 * YEAR]
/** Each benefit its own stream, beside those of the statuses, which are below 256. */
const STREAMS = { incomeGuaranteeForElderly: 257, disabilityAllowance: 259, childBenefitSupplement: 261 } as const

/** Since when residents have a status that stands in the columns of a city. */
export const statusOf =
  (columns: Columns, status: Status): Since =>
  (resident) =>
    (columns.residents.flags[resident] ?? 0) & flag[status] ? sinceOf(columns, resident, status) : NEVER

/**
 * A benefit that brings increased reimbursement with it, or goes with it: some of those who have that, between two ages
 * in days. Not drawn but mixed, so that it takes no memory.
 */
const beside =
  ({ seed, today, residents }: Columns, reimbursed: Since) =>
  (benefit: keyof typeof STREAMS, [from, until]: readonly [number, number]): Since =>
  (resident) => {
    const birth = residents.birth[resident] ?? 0
    const age = today - birth
    const chosen = mix(seed, resident * 512 + STREAMS[benefit]) < statuses[benefit].share * 2 ** 32
    return chosen && age >= from && age < until ? Math.max(reimbursed(resident), Math.ceil(birth + from)) : NEVER
  }

/** Since when residents have what social security knows of. */
export function socialStatusesOf(columns: Columns) {
  const { first } = columns.households
  const increasedReimbursement = statusOf(columns, 'increasedReimbursement')
  const livingWage = statusOf(columns, 'livingWage')
  const benefit = beside(columns, increasedReimbursement)
  const increasedReimbursementInFamily: Since = (resident) => {
    const household = columns.residents.household[resident] ?? 0
    let earliest = NEVER
    for (let member = first[household] ?? 0; member < (first[household + 1] ?? 0); member++)
      earliest = Math.min(earliest, increasedReimbursement(member))
    return earliest
  }
  const socialAssistance: Since = (resident) => Math.min(increasedReimbursement(resident), livingWage(resident))
  return {
    childBenefitSupplement: benefit('childBenefitSupplement', [0, MAJORITY]),
    disabilityAllowance: benefit('disabilityAllowance', [MAJORITY, PENSION_AGE]),
    incomeGuaranteeForElderly: benefit('incomeGuaranteeForElderly', [PENSION_AGE, NEVER]),
    increasedReimbursement,
    increasedReimbursementInFamily,
    livingWage,
    socialAssistance,
  }
}
