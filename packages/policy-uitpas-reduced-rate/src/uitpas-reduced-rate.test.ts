import { dayIn, fact, ground, not, type PersonIn, thisDay, unknown, yearOf } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { isMinor, isReferencePerson } from '@vanzelf/source-population-register'
import { describe, expect, it } from 'vitest'
import { dependantOfEntitled } from './dependant-of-entitled.ts'
import { type UitpasReducedRateOptions, uitpasReducedRate } from './uitpas-reduced-rate.ts'

const exampleville = {
  name: 'exampleville/uitpas-reduced-rate',
  regulation: 'Exampleville, council decision 2025/41',
  municipality: '99999',
  articles: {
    increasedReimbursement: 'art. 2, 1°',
    livingWage: 'art. 2, 2°',
    budgetHelp: 'art. 2, 3°',
    debtMediation: 'art. 2, 4°',
  },
  basis: { 'population-register': 'art. 6', 'social-security': 'art. 7', 'municipal-welfare': 'art. 8' },
} as const satisfies UitpasReducedRateOptions<never>

const alone = uitpasReducedRate(exampleville)
const family = uitpasReducedRate({
  ...exampleville,
  further: [dependantOfEntitled('art. 3', not(isReferencePerson))],
})
type Person = PersonIn<typeof family>

const nothing = {
  municipality: '99999',
  increasedReimbursement: false,
  livingWagePaid: false,
  livingWage: false,
  budgetGuidance: false,
  budgetManagement: false,
  debtMediation: false,
} as const
const on = '2026-03-10'
const down = unknown('unavailable')

describe('a city of another name', () => {
  it('grants in its own municipality, by its own articles', () => {
    const anna = { ...nothing, increasedReimbursement: true }
    expect(decide(alone, anna, on)).toMatchObject({
      outcome: 'eligible',
      ground: 'art. 2, 1°',
      benefit: { kind: 'status' },
    })
    expect(decide(alone, { ...anna, municipality: '99998' }, on).outcome).toBe('not eligible')
  })

  it('may end on another day', () => {
    const inDecember = uitpasReducedRate({ ...exampleville, until: dayIn(yearOf(thisDay), '12-31') })
    expect(decide(inDecember, { ...nothing, livingWage: true }, on)).toMatchObject({
      period: { from: on, until: '2026-12-31' },
    })
  })

  it('may have a ground of its own, from a source of its own', () => {
    const refugee = fact({
      source: 'reception',
      name: 'inReception',
      about: 'person',
      value: { type: 'truth' },
      when: ['date'],
    })
    const wider = uitpasReducedRate({
      ...exampleville,
      further: [ground('art. 2, 5°', refugee)],
      basis: { ...exampleville.basis, reception: 'art. 9' },
    })
    expect(decide(wider, { ...nothing, inReception: true }, on)).toMatchObject({ ground: 'art. 2, 5°' })
    expect(wider.basis).toMatchObject({ reception: 'art. 9' })
  })
})

describe('who shares the rate of the reference person', () => {
  const entitled: Person = { ...nothing, livingWage: true, householdPosition: '01' }
  const child: Person = { ...nothing, householdPosition: '03', referencePerson: entitled }

  it('is nobody, unless the city says so', () => expect(decide(alone, child, on).outcome).toBe('not eligible'))

  it.each<readonly [string, Person, string | undefined]>([
    ['a child of who is entitled', child, 'art. 3'],
    ['a partner of who is entitled', { ...child, householdPosition: '21' }, 'art. 3'],
    ['a child with a status of its own: that is the reason', { ...child, increasedReimbursement: true }, 'art. 2, 1°'],
    ['a child of who is not entitled', { ...child, referencePerson: nothing }, undefined],
    ['the reference person, who has nothing to share', { ...nothing, householdPosition: '01' }, undefined],
    ['who lives elsewhere', { ...child, municipality: '99998' }, undefined],
  ])('%s', (_, person, article) => {
    const decision = decide(family, person, on)
    expect(decision.outcome).toBe(article ? 'eligible' : 'not eligible')
    if (decision.outcome === 'eligible') expect(decision.ground).toBe(article)
  })

  it.each<readonly [string, Person, string]>([
    ['who the reference person is', { ...child, referencePerson: down }, 'undetermined'],
    ['the place in the household', { ...child, householdPosition: down }, 'undetermined'],
    [
      'a status of the reference person that is one of many',
      { ...child, referencePerson: { ...nothing, livingWage: down } },
      'undetermined',
    ],
    [
      'a status of the reference person who is entitled by another',
      { ...child, referencePerson: { ...entitled, increasedReimbursement: down } },
      'eligible',
    ],
    [
      'the reference person of who has a status',
      { ...child, referencePerson: down, increasedReimbursement: true },
      'eligible',
    ],
  ])('where it is not known: %s', (_, person, expected) => expect(decide(family, person, on).outcome).toBe(expected))

  it.each([
    ['2008-03-11', 'eligible'],
    ['2008-03-10', 'not eligible'],
  ] as const)('only who is a minor, where the city says so: born on %s, %s', (birthDate, expected) => {
    const minors = uitpasReducedRate({ ...exampleville, further: [dependantOfEntitled('art. 3', isMinor)] })
    expect(decide(minors, { ...nothing, birthDate, referencePerson: entitled }, on).outcome).toBe(expected)
  })
})
