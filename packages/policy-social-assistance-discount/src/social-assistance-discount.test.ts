import { any, atSomeTimeIn, during, parameter, percent, schoolYear } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { debtMediation } from '@vanzelf/source-municipal-welfare'
import { householdMembers, otherHouseholdMembers } from '@vanzelf/source-population-register'
import { increasedReimbursement, livingWage } from '@vanzelf/source-social-security'
import { describe, expect, it } from 'vitest'
import { familyDiscount } from './family-discount.ts'
import { fewestChildren, oldestChild } from './parameters.ts'
import { socialAssistanceDiscount } from './social-assistance-discount.ts'

const rate = (name: string, value: number) =>
  parameter({
    name,
    value: { type: 'percentage' },
    history: [{ from: '2026-01-01', value: percent(value), article: 'art. 5', verified: true }],
  })
const exampleville = {
  name: 'exampleville/social-assistance-discount',
  regulation: 'Exampleville, council decision 2025/40',
  schools: ['990001'],
  careDiscount: rate('careDiscount', 60),
  mealsDiscount: rate('mealsDiscount', 50),
  articles: { assistance: 'art. 3' },
} as const
const basis = {
  childcare: 'art. 6',
  education: 'art. 7',
  'population-register': 'art. 8',
  'social-security': 'art. 9',
  'municipal-welfare': 'art. 10',
}

describe('a city of another name', () => {
  // A social rate for any of several statuses, of which the family pays 40 %.
  const ours = socialAssistanceDiscount({
    ...exampleville,
    family: householdMembers,
    assisted: any(livingWage, increasedReimbursement, debtMediation),
    basis,
  })
  const none = { livingWage: false, increasedReimbursement: false, debtMediation: false }
  it.each([
    ['living wage', { ...none, livingWage: true }, 'eligible'],
    ['increased reimbursement', { ...none, increasedReimbursement: true }, 'eligible'],
    ['debt mediation', { ...none, debtMediation: true }, 'eligible'],
    ['none of these', none, 'not eligible'],
  ])('grants by its own statuses: %s', (_, member, outcome) =>
    expect(
      decide(ours, { outOfSchoolCare: true, enrolments: [], householdMembers: [member] }, '2026-09-01').outcome,
    ).toBe(outcome),
  )

  it('may look at other members, at another time', () => {
    const { 'municipal-welfare': _, ...others } = basis
    const inTheYear = socialAssistanceDiscount({
      ...exampleville,
      family: otherHouseholdMembers,
      assisted: atSomeTimeIn(schoolYear, livingWage),
      basis: others,
    })
    const past = { livingWage: during({ from: '2026-01-01', until: '2026-09-02' }) }
    const child = { outOfSchoolCare: true, enrolments: [], householdMembers: [past] }
    expect(decide(inTheYear, child, '2026-12-01')).toMatchObject({
      outcome: 'eligible',
      ground: 'art. 3',
      benefit: { parts: [{ kind: 'share', amount: 60 }, { kind: 'nothing' }] },
    })
  })
})

it('a family discount without children elsewhere is settled by the household', () => {
  const ours = familyDiscount({
    name: 'exampleville/family-discount',
    regulation: 'Exampleville, council decision 2025/40',
    family: householdMembers,
    fewest: fewestChildren,
    oldest: oldestChild,
    discount: rate('discount', 20),
    articles: { family: 'art. 4', elsewhere: 'art. 4, § 2' },
    basis: { childcare: 'art. 6', 'population-register': 'art. 8' },
  })
  const only = { outOfSchoolCare: true, householdMembers: [{ birthDate: '2019-05-01' }] } as const
  expect(decide(ours, only, '2026-09-01')).toEqual({ outcome: 'not eligible' })
})
