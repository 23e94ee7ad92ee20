import { type FactsOf, type Known, known } from '@vanzelf/source'
import type { municipalWelfare } from '@vanzelf/source-municipal-welfare'
import type { socialSecurity } from '@vanzelf/source-social-security'
import { type Columns, flag, type Status, sinceOf } from '../city/columns.ts'
import type { Day } from '../city/day.ts'
import { changed } from './reader.ts'
import type { Readers } from './readers.ts'

const NEVER = Number.POSITIVE_INFINITY
const YES: Known<boolean> = Object.freeze(known(true))
const NO: Known<boolean> = Object.freeze(known(false))

/** A status that holds since some day, and did not before. */
const held = (since: (resident: number) => Day) => changed<boolean>({ since, before: () => NO, then: () => YES })

const since =
  (columns: Columns, status: Status) =>
  (resident: number): Day =>
    (columns.residents.flags[resident] ?? 0) & flag[status] ? sinceOf(columns, resident, status) : NEVER

/** What social security says of a city. */
export function socialSecurityOf(columns: Columns): Readers<FactsOf<typeof socialSecurity>> {
  const { first } = columns.households
  const increasedReimbursement = since(columns, 'increasedReimbursement')
  const livingWage = since(columns, 'livingWage')
  return {
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
