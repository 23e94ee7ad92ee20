import { any, atLeast, calendarYear, euro, ground, type IsoDate, inKind, not, policy, unknown } from '@vanzelf/rules'
import { decide, evaluate } from '@vanzelf/rules/evaluate'
import { missing, nextStep } from '@vanzelf/rules/require'
import { source } from '@vanzelf/source'
import { describe, expect, it } from 'vitest'
import { answersOf } from './answers-of.ts'
import { declaration } from './declaration.ts'
import { type DeclaredType, declared } from './declared.ts'
import { factsOf } from './facts-of.ts'
import { isEvidenced } from './is-evidenced.ts'

const on: IsoDate = '2026-03-10'
const foster = declared({
  name: 'fosterFamily',
  about: 'person',
  value: { type: 'truth' },
  label: { nl: 'pleeggezin', en: 'foster family', fr: "famille d'accueil", de: 'Pflegefamilie' },
})

type Situation = {
  fosterFamily?: ReturnType<typeof answersOf<boolean>>['stated']
  fosterFamilyStatus?: ReturnType<typeof answersOf<boolean>>['status']
  evidencedFosterFamily?: ReturnType<typeof answersOf<boolean>>['evidenced']
}
const told = (held: Parameters<typeof answersOf<boolean>>[0]): Situation => {
  const { stated, status, evidenced } = answersOf(held)
  return { fosterFamily: stated, fosterFamilyStatus: status, evidencedFosterFamily: evidenced }
}
const OPEN = { unknown: 'not found' }

describe('what is declared, and what of it counts', () => {
  it.each([
    ['a yes that is stated', { value: true, status: 'stated' }, true, false, OPEN],
    ['a yes that is evidenced', { value: true, status: 'evidenced' }, true, true, true],
    ['a no that is stated', { value: false, status: 'stated' }, false, false, OPEN],
    ['a no that is evidenced', { value: false, status: 'evidenced' }, false, true, false],
    ['nothing', undefined, OPEN, OPEN, OPEN],
  ] as const)('%s', (_, held, stated, evidence, evidenced) => {
    const situation = told(held)
    expect(evaluate(any(foster.stated), situation, on)).toEqual(stated)
    expect(evaluate(isEvidenced(foster), situation, on)).toEqual(evidence)
    expect(evaluate(any(foster.evidenced), situation, on)).toEqual(evidenced)
  })

  it('is no more a no by being denied: what is merely stated stays open', () =>
    expect(evaluate(not(foster.evidenced), told({ value: true, status: 'stated' }), on)).toEqual(OPEN))

  it('stays as unknown as its source says', () =>
    expect(evaluate(isEvidenced(foster), { fosterFamilyStatus: unknown('unavailable') }, on)).toEqual({
      unknown: 'unavailable',
    }))
})

describe('a policy that counts evidence only', () => {
  const discount = policy({
    name: 'exampleville/foster-discount',
    about: 'person',
    grounds: [ground('art. 4', foster.evidenced)],
    benefit: inKind(1, { nl: 'korting', en: 'discount' }),
    period: calendarYear,
    basis: { declaration: 'art. 9' },
  })

  it.each([
    ['evidenced', 'eligible'],
    ['stated', 'undetermined'],
  ] as const)('%s: %s', (status, outcome) =>
    expect(decide(discount, told({ value: true, status }), on).outcome).toBe(outcome),
  )

  it('says that the citizen is to be asked for the evidence', () =>
    expect(missing(discount, told({ value: true, status: 'stated' }), on).map(nextStep)).toEqual(['ask the citizen']))
})

describe('the facts of a declaration', () => {
  it('are called after it, in the languages of its label', () => {
    expect(foster.evidenced).toMatchObject({
      source: 'declaration',
      name: 'evidencedFosterFamily',
      label: {
        nl: 'pleeggezin (met bewijs)',
        en: 'foster family (with evidence)',
        fr: "famille d'accueil (preuve à l’appui)",
        de: 'Pflegefamilie (mit Nachweis)',
      },
    })
    const { status } = declared({ name: 'x', about: 'person', value: { type: 'truth' }, label: { nl: 'x', en: 'x' } })
    expect(status.label).toEqual({ nl: 'x (verklaard of bewezen)', en: 'x (stated or evidenced)' })
  })

  it('stand in a city’s own source', () => {
    const ours = source({ ...declaration, facts: { ...factsOf(foster) } })
    expect(Object.keys(ours.facts)).toEqual(['fosterFamily', 'fosterFamilyStatus', 'evidencedFosterFamily'])
  })

  it.each<DeclaredType>([
    { type: 'truth' },
    { type: 'money', least: 0 },
    { type: 'count', least: 0, most: 12 },
    { type: 'date' },
    { type: 'text', among: ['owner', 'tenant'] },
    { type: 'texts' },
    { type: 'period' },
  ])('keep the value as it is described: %j', (value) => {
    const { stated, evidenced } = declared({ name: 'x', about: 'vehicle', value, label: { nl: 'x', en: 'x' } })
    expect([stated.value, evidenced.value]).toEqual([value, value])
    expect([stated.about, evidenced.about]).toEqual(['vehicle', 'vehicle'])
  })

  it('keep the bounds of a number that is not known', () => {
    const label = { nl: 'huurprijs', en: 'rent' }
    const rent = declared({ name: 'rent', about: 'person', value: { type: 'money', least: 0 }, label })
    expect(evaluate(atLeast(rent.evidenced, euro(0)), { evidencedRent: unknown('not found') })).toBe(true)
    expect(evaluate(atLeast(rent.evidenced, euro(1)), { evidencedRent: unknown('not found') })).toEqual(OPEN)
  })

  it('refuse a name that cannot be one', () =>
    expect(() =>
      declared({ name: '', about: 'person', value: { type: 'truth' }, label: { nl: 'leeg', en: 'empty' } }),
    ).toThrow(expect.objectContaining({ code: 'bad-name' })))
})
