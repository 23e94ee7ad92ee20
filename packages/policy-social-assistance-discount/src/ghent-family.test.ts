import { type IsoDate, type PersonIn, partialDate, unknown } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { missing, nextStep, unverified } from '@vanzelf/rules/require'
import { describe, expect, it } from 'vitest'
import { ghentFamilyDiscount } from './ghent-family.ts'

type Person = PersonIn<typeof ghentFamilyDiscount>

const START: IsoDate = '2026-09-01'
const parent: Person = { birthDate: '1985-02-01' }
const twelve: Person = { birthDate: '2013-09-02' }
const thirteen: Person = { birthDate: '2013-09-01' }
const young: Person = { birthDate: '2019-05-01' }
/** A child in care whose family has no children elsewhere, and evidence of that. */
const child = (householdMembers: Person['householdMembers'], facts: Person = {}): Person => ({
  outOfSchoolCare: true,
  evidencedSeveralWithChildrenElsewhere: false,
  ...(householdMembers && { householdMembers }),
  ...facts,
})
const outcome = (person: Person, on: IsoDate = START) => decide(ghentFamilyDiscount, person, on).outcome

describe('several children up to and including twelve years', () => {
  it.each<readonly [string, readonly Person[], string]>([
    ['one', [parent, young], 'not eligible'],
    ['two', [parent, young, young], 'eligible'],
    ['three', [parent, young, young, young], 'eligible'],
    ['two, one on the day before turning thirteen', [parent, young, twelve], 'eligible'],
    ['two, one on the day of turning thirteen', [parent, young, thirteen], 'not eligible'],
    ['two beside one of thirteen', [parent, young, young, thirteen], 'eligible'],
  ])('%s', (_, members, expected) => expect(outcome(child(members))).toBe(expected))

  it('counts them on the day of the decision', () => {
    const members = [parent, young, twelve]
    expect(outcome(child(members), '2026-09-01')).toBe('eligible')
    expect(outcome(child(members), '2026-09-02')).toBe('not eligible')
  })

  it.each<readonly [string, boolean | ReturnType<typeof unknown>, string]>([
    ['in care', true, 'eligible'],
    ['not in care', false, 'not eligible'],
    ['of which it is not known', unknown('unavailable'), 'undetermined'],
  ])('a child %s', (_, outOfSchoolCare, expected) =>
    expect(outcome(child([parent, young, young], { outOfSchoolCare }))).toBe(expected),
  )
})

describe('children who are registered elsewhere', () => {
  it.each<readonly [string, boolean | ReturnType<typeof unknown>, string]>([
    ['with evidence', true, 'eligible'],
    ['without any, and with evidence of that', false, 'not eligible'],
    ['merely stated, or never asked', unknown('not found'), 'undetermined'],
  ])('%s', (_, evidencedSeveralWithChildrenElsewhere, expected) =>
    expect(outcome(child([parent, young], { evidencedSeveralWithChildrenElsewhere }))).toBe(expected),
  )

  it('do not matter where the household settles it', () => {
    const person = child([parent, young, young], { evidencedSeveralWithChildrenElsewhere: unknown('not found') })
    expect(decide(ghentFamilyDiscount, person, START)).toMatchObject({
      outcome: 'eligible',
      ground: 'gezinskorting (artikel niet ingezien)',
    })
  })

  it('are asked of the citizen', () => {
    const facts = { evidencedSeveralWithChildrenElsewhere: unknown('not found'), referencePerson: parent }
    const person = child([parent, young], facts)
    expect(missing(ghentFamilyDiscount, person, START).map(nextStep)).toEqual(['ask the citizen'])
  })
})

describe('what is not known', () => {
  it.each<readonly [string, readonly Person[], string]>([
    ['a birth date that could make two', [young, { birthDate: unknown('unavailable') }], 'undetermined'],
    ['a birth date beside two children', [young, young, { birthDate: unknown('unavailable') }], 'eligible'],
    ['the day in a year in which either is possible', [young, { birthDate: partialDate('2013') }], 'undetermined'],
    ['the day in a year in which all are young', [young, { birthDate: partialDate('2014') }], 'eligible'],
    ['the day in a year in which none is', [young, { birthDate: partialDate('2012') }], 'not eligible'],
  ])('%s', (_, members, expected) => expect(outcome(child(members))).toBe(expected))

  it('who the members are', () => expect(outcome(child(unknown('unavailable')))).toBe('undetermined'))
})

it('takes a quarter off the price of care, for a school year', () =>
  expect(decide(ghentFamilyDiscount, child([young, young], { referencePerson: parent }), START)).toMatchObject({
    benefit: { kind: 'share', amount: 25, of: { en: 'out-of-school care' } },
    period: { from: '2026-09-01', until: '2027-09-01' },
    open: [],
  }))

it('has no rate before the school year 2020-2021', () =>
  expect(() => decide(ghentFamilyDiscount, child([young, young]), '2020-08-31')).toThrow(
    expect.objectContaining({ code: 'parameter-not-in-force' }),
  ))

it('rests on figures that nobody has verified, and says what was not found', () => {
  const found = unverified(ghentFamilyDiscount, START)
  expect(found.map(({ parameter }) => parameter).sort()).toEqual([
    'familyCareDiscount',
    'fewestChildren',
    'oldestChild',
  ])
  for (const { note } of found) expect(note).toMatch(/not found/)
})
