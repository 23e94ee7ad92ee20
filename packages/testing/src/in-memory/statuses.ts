import { type FactsOf, type Known, known } from '@vanzelf/source'
import type { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import type { socialSecurity } from '@vanzelf/source-social-security'
import { type Columns, flag, type Status, sinceOf } from '../city/columns.ts'
import type { Day } from '../city/day.ts'
import { mix } from '../city/mix.ts'
import { statuses } from '../city/shares.ts'
import { changed } from './reader.ts'
import type { Readers } from './readers.ts'

const NEVER = Number.POSITIVE_INFINITY
const YES: Known<boolean> = Object.freeze(known(true))
const NO: Known<boolean> = Object.freeze(known(false))

/** A status that holds since some day, and did not before. */
export const held = (since: (resident: number) => Day) => changed<boolean>({ since, before: () => NO, then: () => YES })

const since =
  (columns: Columns, status: Status) =>
  (resident: number): Day =>
    (columns.residents.flags[resident] ?? 0) & flag[status] ? sinceOf(columns, resident, status) : NEVER

const YEAR = 365.25
const [MAJORITY, PENSION_AGE] = [18 * YEAR, 66 * YEAR]
/** Each benefit its own stream, beside those of the statuses, which are below 256. */
const STREAMS = { incomeGuaranteeForElderly: 257, disabilityAllowance: 259, childBenefitSupplement: 261 } as const

/**
 * A benefit that brings increased reimbursement with it, or goes with it: some of those who have that, between two ages
 * in days. Not drawn but mixed, so that it takes no memory.
 */
const beside =
  ({ seed, today, residents }: Columns, reimbursed: (resident: number) => Day) =>
  (benefit: keyof typeof STREAMS, [from, until]: readonly [number, number]) =>
  (resident: number): Day => {
    const birth = residents.birth[resident] ?? 0
    const age = today - birth
    const chosen = mix(seed, resident * 512 + STREAMS[benefit]) < statuses[benefit].share * 2 ** 32
    return chosen && age >= from && age < until ? Math.max(reimbursed(resident), Math.ceil(birth + from)) : NEVER
  }

const increasedReimbursementSince = (columns: Columns) => since(columns, 'increasedReimbursement')

/** Since when a resident has an allowance for a disability. */
export const disabilityAllowanceSince = (columns: Columns) =>
  beside(columns, increasedReimbursementSince(columns))('disabilityAllowance', [MAJORITY, PENSION_AGE])

/** What social security says of a city. */
export function socialSecurityOf(columns: Columns): Readers<FactsOf<typeof socialSecurity>> {
  const { first } = columns.households
  const increasedReimbursement = increasedReimbursementSince(columns)
  const livingWage = since(columns, 'livingWage')
  const benefit = beside(columns, increasedReimbursement)
  return {
    childBenefitSupplement: held(benefit('childBenefitSupplement', [0, MAJORITY])),
    disabilityAllowance: held(disabilityAllowanceSince(columns)),
    incomeGuaranteeForElderly: held(benefit('incomeGuaranteeForElderly', [PENSION_AGE, NEVER])),
    increasedReimbursement: held(increasedReimbursement),
    increasedReimbursementInFamily: held((resident) => {
      const household = columns.residents.household[resident] ?? 0
      let earliest = NEVER
      for (let member = first[household] ?? 0; member < (first[household + 1] ?? 0); member++)
        earliest = Math.min(earliest, increasedReimbursement(member))
      return earliest
    }),
    livingWage: held(livingWage),
    socialAssistance: held((resident) => Math.min(increasedReimbursement(resident), livingWage(resident))),
  }
}

/** What a city's own welfare centre says of it. */
export function municipalWelfareOf(columns: Columns): Readers<FactsOf<typeof municipalWelfare>> {
  return {
    livingWagePaid: held(since(columns, 'livingWagePaid')),
    budgetGuidance: held(since(columns, 'budgetGuidance')),
    budgetManagement: held(since(columns, 'budgetManagement')),
    debtMediation: held(since(columns, 'debtMediation')),
  }
}
