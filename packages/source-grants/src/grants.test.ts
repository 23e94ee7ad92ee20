import { every, type Fact, fact, not, type Those, thisDay, timeline, unknown, yearOf } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { source } from '@vanzelf/source'
import { describe, expect, it } from 'vitest'
import { grantUnder } from './grant-under.ts'
import { grantedInYear } from './granted-in-year.ts'
import { grants } from './grants.ts'
import { isEntitledUnder } from './is-entitled-under.ts'
import { notYetGrantedIn } from './not-yet-granted-in.ts'

const passGrant = grantUnder({
  policy: 'exampleville/pass',
  name: 'passGrant',
  label: { nl: 'toegekende kansenpas', en: 'opportunity pass granted' },
})
const bagsGranted = grantedInYear({
  policy: 'exampleville/waste-bags',
  name: 'bagsGranted',
  label: { nl: 'afvalzakken toegekend', en: 'waste bags granted' },
})

describe('a person entitled under another policy', () => {
  const entitled = isEntitledUnder(passGrant)
  const of2026 = { passGrant: { from: '2026-01-01', until: '2027-01-01' } } as const

  it.each([
    ['the day before it starts', '2025-12-31', false],
    ['its first day', '2026-01-01', true],
    ['its last day', '2026-12-31', true],
    ['the day on which it has ended', '2027-01-01', false],
  ] as const)('%s', (_, on, expected) => expect(evaluate(entitled, of2026, on)).toBe(expected))

  it.each([
    ['without a grant', null, false],
    ['with a grant that has no end', { from: '2020-01-01' }, true],
  ] as const)('%s', (_, grant, expected) =>
    expect(evaluate(entitled, { passGrant: grant }, '2026-03-10')).toBe(expected),
  )

  it('is not known while the grant is not', () => {
    expect(evaluate(entitled, {}, '2026-03-10')).toEqual({ unknown: 'not asked' })
    expect(evaluate(not(entitled), { passGrant: unknown('unavailable') }, '2026-03-10')).toEqual({
      unknown: 'unavailable',
    })
  })

  it('follows one grant after another', () => {
    const passes = timeline(
      { until: '2026-01-01', value: null },
      { from: '2026-01-01', value: { from: '2026-01-01', until: '2026-07-01' } },
    )
    expect(evaluate(entitled, { passGrant: passes }, '2025-12-31')).toBe(false)
    expect(evaluate(entitled, { passGrant: passes }, '2026-06-30')).toBe(true)
  })
})

describe('nothing granted yet in a year', () => {
  const firstTime = notYetGrantedIn(yearOf(thisDay), bagsGranted)
  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
  ] as const)('on %s: %s', (on, expected) =>
    expect(evaluate(firstTime, { bagsGranted: { 2025: true, 2026: false } }, on)).toBe(expected),
  )

  it('is not known of a year nobody told of', () =>
    expect(evaluate(firstTime, { bagsGranted: { 2025: true } }, '2026-01-01')).toEqual({ unknown: 'not asked' }))

  it('is asked of each member where the right is a household one', () => {
    interface Members extends Fact<'register', 'members', 'person', Those<'person'>, 'date'> {}
    const members = fact<Members>({
      source: 'register',
      name: 'members',
      about: 'person',
      value: { type: 'those', to: 'person' },
      when: ['date'],
    })
    const household = every(members, firstTime)
    const told = (granted: boolean) => ({
      members: [{ bagsGranted: { 2026: false } }, { bagsGranted: { 2026: granted } }],
    })
    expect(evaluate(household, told(false), '2026-01-01')).toBe(true)
    expect(evaluate(household, told(true), '2026-01-01')).toBe(false)
  })
})

describe('a definition that nobody could answer is refused', () => {
  const label = { nl: 'leeg', en: 'empty' }
  it.each([
    ['without a policy', { policy: ' ', name: 'passGrant', label }],
    ['without a name', { policy: 'exampleville/pass', name: '', label }],
  ])('%s', (_, definition) => {
    const badName = expect.objectContaining({ code: 'bad-name' })
    expect(() => grantUnder(definition)).toThrow(badName)
    expect(() => grantedInYear(definition)).toThrow(badName)
  })
})

it('is a source without facts of its own, which a city spreads', () => {
  expect(grants.facts).toEqual({})
  const ours = source({ ...grants, facts: { passGrant, bagsGranted } })
  expect(Object.values(ours.facts).map((one) => one.source)).toEqual(['grants', 'grants'])
})
