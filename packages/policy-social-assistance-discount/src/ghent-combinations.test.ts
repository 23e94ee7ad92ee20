import { ghentIncomeDiscount } from '@vanzelf/policy-income-discount'
import { decideTogether, givenFor, policySet } from '@vanzelf/policy-set'
import { euro, type IsoDate, unknown, year } from '@vanzelf/rules'
import { outOfSchoolCareLabel } from '@vanzelf/source-childcare'
import { schoolMealsLabel } from '@vanzelf/source-education'
import { describe, expect, it } from 'vitest'
import { ghentSocialAssistanceDiscount } from './ghent.ts'
import { ghentDiscountCombinations } from './ghent-combinations.ts'
import { ghentFamilyDiscount } from './ghent-family.ts'

const START: IsoDate = '2026-09-01'
const schools = ['990001']
const set = policySet({
  policies: [ghentSocialAssistanceDiscount({ schools }), ghentFamilyDiscount, ghentIncomeDiscount({ schools })],
  combinations: ghentDiscountCombinations,
  things: { care: [outOfSchoolCareLabel], meals: [schoolMealsLabel] },
})

type Status = boolean | ReturnType<typeof unknown>
/** A child in care and in a municipal school, with a parent of this income and perhaps a brother. */
const child = (assisted: Status, siblings: 0 | 1, income = euro(20_000)) => {
  const anna = {
    birthDate: '1985-02-01',
    livingWagePaid: assisted,
    livingWage: assisted,
    latestAssessedYear: year(2025),
    taxableIncome: { 2025: income },
  } as const
  const young = { birthDate: '2018-05-01', livingWagePaid: false, livingWage: false } as const
  return {
    outOfSchoolCare: true,
    enrolments: [{ school: '990001', enrolmentPeriod: { from: '2026-09-01', until: '2027-07-01' } }],
    householdMembers: [anna, young, ...(siblings === 1 ? [young] : [])],
    referencePerson: anna,
    evidencedSeveralWithChildrenElsewhere: false,
  } as const
}
const down = unknown('unavailable')

describe('the three discounts of Ghent together', () => {
  // assistance, family, income: who is entitled to which; and what of them is granted.
  it.each<readonly [string, ReturnType<typeof child>, readonly string[]]>([
    ['all three', child(true, 1), ['granted', 'gives way', 'gives way']],
    ['assistance and income', child(true, 0), ['granted', 'not eligible', 'gives way']],
    ['assistance and family', child(true, 1, euro(40_000)), ['granted', 'gives way', 'not eligible']],
    ['family and income', child(false, 1), ['not eligible', 'granted', 'granted']],
    ['income', child(false, 0), ['not eligible', 'not eligible', 'granted']],
    ['family', child(false, 1, euro(40_000)), ['not eligible', 'granted', 'not eligible']],
    ['none', child(false, 0, euro(40_000)), ['not eligible', 'not eligible', 'not eligible']],
    ['assistance perhaps', child(down, 1), ['undetermined', 'undetermined', 'undetermined']],
    [
      'assistance perhaps, nothing else',
      child(down, 0, euro(40_000)),
      ['undetermined', 'not eligible', 'not eligible'],
    ],
  ])('%s', (_, situation, expected) =>
    expect(decideTogether(set, situation, START).map(({ outcome }) => outcome)).toEqual(expected),
  )

  it('say on what they depend while assistance is not known', () =>
    expect(decideTogether(set, child(down, 1), START)[1]).toMatchObject({
      policy: 'ghent/family-discount',
      dependsOn: ['ghent/social-assistance-discount'],
    }))

  it('say what is taken off the meals and the care', () => {
    const assisted = decideTogether(set, child(true, 1), START)
    expect(givenFor(set, assisted, 'care').granted).toEqual([
      { policy: 'ghent/social-assistance-discount', amount: 100 },
    ])
    expect(givenFor(set, assisted, 'meals').granted).toEqual([
      { policy: 'ghent/social-assistance-discount', amount: 80 },
    ])
    const other = decideTogether(set, child(false, 1), START)
    expect(givenFor(set, other, 'care').granted).toEqual([{ policy: 'ghent/family-discount', amount: 25 }])
    expect(givenFor(set, other, 'meals').granted).toEqual([{ policy: 'ghent/income-discount', amount: 25 }])
  })
})
