import { euro, type IsoDate } from '@vanzelf/rules'
import type { Person } from './facts.ts'

/** Nothing applies, and all of that is known. */
const nothing = {
  municipality: '99999',
  increasedReimbursement: false,
  livingWage: false,
  livingWagePaid: false,
  budgetGuidance: false,
  budgetManagement: false,
  debtMediation: false,
  parkingCard: null,
  outOfSchoolCare: false,
  enrolments: [],
} as const satisfies Person

/** An adult with an assessment of 2024, in euros. */
export const adult = (income: number, facts: Person = {}): Person => ({
  ...nothing,
  birthDate: '1985-02-01',
  taxableIncome: { 2024: euro(income) },
  ...facts,
})

/** A child in the care and in a school of the municipality. */
export const pupil = (birthDate: IsoDate, facts: Person = {}): Person => ({
  ...nothing,
  birthDate,
  outOfSchoolCare: true,
  enrolments: [{ school: '999001', enrolmentPeriod: { from: '2024-09-01' } }],
  ...facts,
})

/** Registers these people as one household at one address; the first is its reference person. */
export function together(reference: Person, ...others: readonly Person[]): Person {
  const members = [reference, ...others]
  for (const member of members) {
    member.householdPosition = member === reference ? '01' : '03'
    member.householdMembers = members
    member.registeredAtSameAddress = members
    member.referencePerson = reference
  }
  return reference
}
