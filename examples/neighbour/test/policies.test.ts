import { decideTogether } from '@vanzelf/policy-set'
import { cents, during, euro, type IsoDate, type Policy, unknown } from '@vanzelf/rules'
import { type Decision, decide, type Given } from '@vanzelf/rules/evaluate'
import { basisOf, requirements, unverified } from '@vanzelf/rules/require'
import { describe, expect, it } from 'vitest'
import type { Authorisation, Person, Vehicle } from '../src/facts.ts'
import { dieselEuro4Car } from '../src/households.ts'
import { adult, pupil, together } from '../src/people.ts'
import { examplevilleDiscounts } from '../src/policies/discounts.ts'
import { examplevilleFamilyDiscount } from '../src/policies/family-discount.ts'
import { examplevilleIncomeDiscount } from '../src/policies/income-discount.ts'
import { examplevilleLowEmissionZoneExemption } from '../src/policies/low-emission-zone-exemption.ts'
import { examplevilleLowEmissionZoneTariff } from '../src/policies/low-emission-zone-tariff.ts'
import { examplevilleSocialAssistanceDiscount } from '../src/policies/social-assistance-discount.ts'
import { examplevilleUitpasReducedRate } from '../src/policies/uitpas-reduced-rate.ts'
import { examplevilleWasteBags } from '../src/policies/waste-bags.ts'

const day = '2026-10-01'
const down = unknown('unavailable')
const entitled = { increasedReimbursement: true }
const notAnswered = { increasedReimbursement: down }

/** The amounts that are granted, of money in cents and of shares in hundredths; or the outcome where nothing is. */
function granted(decision: Decision): readonly unknown[] | string {
  const amounts = (benefit: Given): readonly unknown[] => {
    if (benefit.kind === 'composite') return benefit.parts.flatMap(amounts)
    return 'amount' in benefit ? [benefit.amount] : []
  }
  return decision.outcome === 'eligible' ? amounts(decision.benefit) : decision.outcome
}

describe('waste bags', () => {
  const alone = (facts: Person) => together(adult(20_000, facts))
  const withOthers = (others: number, facts: Person = entitled) =>
    together(adult(20_000, facts), ...Array.from({ length: others }, () => adult(0)))

  it.each<readonly [string, Person, unknown]>([
    ['nothing applies', alone({}), 'not eligible'],
    ['increased reimbursement, single', alone(entitled), [euro(30), euro(5)]],
    ['1 dependant', withOthers(1), [euro(45), euro(5)]],
    ['2 dependants', withOthers(2), [euro(45), euro(5)]],
    ['3 dependants', withOthers(3), [euro(60), euro(5)]],
    ['9 dependants', withOthers(9), [euro(60), euro(5)]],
    ['budget guidance', alone({ budgetGuidance: true }), [euro(30), euro(5)]],
    ['debt mediation', alone({ debtMediation: true }), [euro(30), euro(5)]],
    ['another municipality', alone({ ...entitled, municipality: '44021' }), 'not eligible'],
    ['reimbursement not answered', alone(notAnswered), 'undetermined'],
    [
      'reimbursement not answered, but budget guidance',
      alone({ ...notAnswered, budgetGuidance: true }),
      [euro(30), euro(5)],
    ],
  ])('%s', (_, person, expected) => expect(granted(decide(examplevilleWasteBags, person, day))).toEqual(expected))

  it.each<readonly [IsoDate, string]>([
    ['2026-02-28', 'eligible'],
    ['2026-03-01', 'eligible'],
    ['2026-03-02', 'not eligible'],
  ])('counts what holds on 1 March: reimbursement from %s, %s', (from, expected) => {
    const increasedReimbursement = during({ from, until: '2027-01-01' })
    expect(decide(examplevilleWasteBags, alone({ increasedReimbursement }), day).outcome).toBe(expected)
  })
})

describe('registration in the low-emission zone', () => {
  const card = { parkingCard: { from: '2020-01-01' } } as const
  const carOf = (facts: Person, adaptedForDisability: Vehicle['adaptedForDisability'] = false): Vehicle => ({
    holder: together(adult(20_000, facts)),
    adaptedForDisability,
  })

  it.each<readonly [string, Vehicle, string]>([
    ['card and increased reimbursement', carOf({ ...card, ...entitled }), 'eligible'],
    ['card only', carOf(card), 'not eligible'],
    ['increased reimbursement only', carOf(entitled), 'not eligible'],
    ['card and an adapted vehicle', carOf(card, true), 'eligible'],
    ['card, the rest not answered', carOf({ ...card, ...notAnswered }, down), 'undetermined'],
    ['no card, the rest not answered', carOf(notAnswered, down), 'not eligible'],
  ])('%s: %s', (_, vehicle, expected) =>
    expect(decide(examplevilleLowEmissionZoneExemption, vehicle, day).outcome).toBe(expected),
  )

  it('lasts three years', () =>
    expect(decide(examplevilleLowEmissionZoneExemption, carOf({ ...card, ...entitled }), day)).toMatchObject({
      period: { from: day, until: '2029-10-01' },
    }))
})

describe('tariff of the low-emission zone', () => {
  const bought = (facts: Person, others: Authorisation = {}): Authorisation => ({
    buyer: adult(20_000, facts),
    authorisedVehicle: dieselEuro4Car,
    duration: 'week',
    normalPricePaid: true,
    ...others,
  })

  it.each<readonly [string, Authorisation, unknown]>([
    ['a week', bought(entitled), [euro(15)]],
    ['a month', bought(entitled, { duration: 'month' }), [euro(33)]],
    ['four months', bought(entitled, { duration: 'four months' }), [euro(84)]],
    ['a year', bought(entitled, { duration: 'year' }), [euro(210)]],
    ['a buyer from elsewhere', bought({ ...entitled, municipality: '44021' }), [euro(15)]],
    ['no increased reimbursement', bought({}), 'not eligible'],
    ['another vehicle', bought(entitled, { authorisedVehicle: { ...dieselEuro4Car, euroNorm: '5' } }), 'not eligible'],
    ['reimbursement not answered', bought(notAnswered), 'undetermined'],
  ])('%s', (_, authorisation, expected) =>
    expect(granted(decide(examplevilleLowEmissionZoneTariff, authorisation, day))).toEqual(expected),
  )
})

describe('reduced rate of the UiTPAS', () => {
  const childOf = (facts: Person, birthDate: IsoDate = '2016-01-01'): Person => {
    const child = pupil(birthDate)
    together(adult(20_000, facts), child)
    return child
  }

  it.each<readonly [string, Person, string]>([
    ['nothing applies', adult(20_000), 'not eligible'],
    ['increased reimbursement', adult(20_000, entitled), 'art. 2, 1°'],
    ['living wage', adult(0, { livingWage: true }), 'art. 2, 2°'],
    ['budget management', adult(0, { budgetManagement: true }), 'art. 2, 3°'],
    ['debt mediation', adult(0, { debtMediation: true }), 'art. 2, 4°'],
    ['minor of who is entitled, until the day before coming of age', childOf(entitled, '2008-10-02'), 'art. 3'],
    ['of age on the day', childOf(entitled, '2008-10-01'), 'not eligible'],
    ['minor of who is not', childOf({}), 'not eligible'],
    ['another municipality', adult(20_000, { ...entitled, municipality: '44021' }), 'not eligible'],
    ['reimbursement not answered', adult(20_000, notAnswered), 'undetermined'],
    ['minor of whom it is not answered', childOf(notAnswered), 'undetermined'],
  ])('%s: %s', (_, person, expected) => {
    const decision = decide(examplevilleUitpasReducedRate, person, day)
    expect(decision.outcome === 'eligible' ? decision.ground : decision.outcome).toBe(expected)
    if (decision.outcome === 'eligible') expect(decision.period).toEqual({ from: day, until: '2027-01-01' })
  })
})

describe('discounts on care and meals', () => {
  const childOf = (parent: Person, facts: Person = {}, ...siblings: readonly Person[]): Person => {
    const child = pupil('2018-05-01', facts)
    together(parent, child, ...siblings)
    return child
  }
  const noCare = { outOfSchoolCare: false }
  const noSchool = { enrolments: [] }

  it.each<readonly [string, Person, unknown]>([
    ['a cent below the limit of meals', childOf(adult(19_999.99)), [40, 40]],
    ['at the limit of meals', childOf(adult(20_000)), [40]],
    ['a cent below the limit of care', childOf(adult(35_999.99)), [40]],
    ['at the limit of care', childOf(adult(36_000)), 'not eligible'],
    ['neither in care nor at school', childOf(adult(0), { ...noCare, ...noSchool }), 'not eligible'],
    ['meals only', childOf(adult(19_999.99), noCare), [40]],
    ['income not found', childOf(adult(0, { taxableIncome: unknown('not found') })), 'undetermined'],
    ['only another year known', childOf(adult(0, { taxableIncome: { 2025: cents(1) } })), 'undetermined'],
  ])('by income: %s', (_, child, expected) =>
    expect(granted(decide(examplevilleIncomeDiscount, child, day))).toEqual(expected),
  )

  it.each<readonly [string, Person, unknown]>([
    ['increased reimbursement', childOf(adult(50_000, entitled)), [60, 50]],
    ['a living wage', childOf(adult(50_000, { livingWage: true })), [60, 50]],
    ['care only', childOf(adult(0, entitled), noSchool), [60]],
    ['meals only', childOf(adult(0, entitled), noCare), [50]],
    ['nothing applies', childOf(adult(0)), 'not eligible'],
    ['reimbursement not answered', childOf(adult(0, notAnswered)), 'undetermined'],
  ])('social assistance: %s', (_, child, expected) =>
    expect(granted(decide(examplevilleSocialAssistanceDiscount, child, day))).toEqual(expected),
  )

  const young = () => pupil('2020-01-01')
  it.each<readonly [string, Person, unknown]>([
    ['three children', childOf(adult(0), {}, young(), young()), [20]],
    ['two children', childOf(adult(0), {}, young()), 'not eligible'],
    ['the third is eleven until tomorrow', childOf(adult(0), {}, young(), pupil('2014-10-02')), [20]],
    ['the third is twelve today', childOf(adult(0), {}, young(), pupil('2014-10-01')), 'not eligible'],
    ['not in care', childOf(adult(0), noCare, young(), young()), 'not eligible'],
    ['of the third no birth date', childOf(adult(0), {}, young(), { birthDate: unknown('not found') }), 'undetermined'],
  ])('family: %s', (_, child, expected) =>
    expect(granted(decide(examplevilleFamilyDiscount, child, day))).toEqual(expected),
  )

  // Social assistance, income, family.
  it.each<readonly [string, Person, readonly string[]]>([
    ['each', childOf(adult(10_000, entitled), {}, young(), young()), ['granted', 'gives way', 'granted']],
    ['income and family', childOf(adult(10_000), {}, young(), young()), ['not eligible', 'granted', 'gives way']],
    ['none', childOf(adult(90_000)), ['not eligible', 'not eligible', 'not eligible']],
    [
      'income and family, and reimbursement not answered',
      childOf(adult(10_000, notAnswered), {}, young(), young()),
      ['undetermined', 'undetermined', 'undetermined'],
    ],
    ['family alone', childOf(adult(36_000), {}, young(), young()), ['not eligible', 'not eligible', 'granted']],
    ['meals by both', childOf(adult(10_000, entitled), noCare), ['granted', 'gives way', 'not eligible']],
  ])('together: %s', (_, child, expected) =>
    expect(decideTogether(examplevilleDiscounts, child, day).map(({ outcome }) => outcome)).toEqual(expected),
  )
})

describe('each policy', () => {
  const all: readonly Policy[] = [
    examplevilleWasteBags,
    examplevilleLowEmissionZoneExemption,
    examplevilleLowEmissionZoneTariff,
    examplevilleUitpasReducedRate,
    ...examplevilleDiscounts.policies,
  ]

  it.each(all.map((policy) => [policy.name, policy] as const))('%s has a legal basis for all it asks', (_, policy) => {
    for (const { fact } of requirements(policy)) expect(basisOf(policy, fact), fact.name).toBeDefined()
  })

  it.each(all.map((policy) => [policy.name, policy] as const))('%s rests on verified figures', (_, policy) =>
    expect(unverified(policy, day)).toEqual([]),
  )
})
