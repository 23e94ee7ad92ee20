import { during, type IsoDate, type PersonIn, unknown } from '@vanzelf/rules'
import { describe as tell } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { decide } from '@vanzelf/rules/evaluate'
import { requirements, unverified } from '@vanzelf/rules/require'
import { describe, expect, it } from 'vitest'
import { ghentUitpasReducedRate } from './ghent.ts'

type Person = PersonIn<typeof ghentUitpasReducedRate>

/** An inhabitant of Ghent to whom nothing applies, and all of that is known. */
const inhabitant: Person = {
  municipality: '44021',
  increasedReimbursement: false,
  livingWagePaid: false,
  livingWage: false,
  budgetGuidance: false,
  budgetManagement: false,
  debtMediation: false,
}
const on = '2026-11-24'
const outcome = (facts: Person, day: IsoDate = on) =>
  decide(ghentUitpasReducedRate, { ...inhabitant, ...facts }, day).outcome
const down = unknown('unavailable')

describe('who is entitled', () => {
  it.each<readonly [string, Person, string | undefined]>([
    ['whom nothing applies to', {}, undefined],
    ['increased reimbursement', { increasedReimbursement: true }, 'verhoogde tegemoetkoming'],
    ['a living wage of the own centre', { livingWagePaid: true }, 'leefloon'],
    ['a living wage of another centre', { livingWage: true }, 'leefloon'],
    ['budget guidance', { budgetGuidance: true }, 'budgetbegeleiding'],
    ['budget management', { budgetManagement: true }, 'budgetbegeleiding'],
    ['debt mediation', { debtMediation: true }, 'schuldbemiddeling'],
    [
      'all of these: the first is the reason',
      { increasedReimbursement: true, livingWagePaid: true, budgetGuidance: true, debtMediation: true },
      'verhoogde tegemoetkoming',
    ],
    ['two of these: the first is the reason', { livingWage: true, debtMediation: true }, 'leefloon'],
  ])('%s', (_, facts, reason) => {
    const decision = decide(ghentUitpasReducedRate, { ...inhabitant, ...facts }, on)
    expect(decision.outcome).toBe(reason ? 'eligible' : 'not eligible')
    if (decision.outcome === 'eligible') expect(decision.ground).toMatch(new RegExp(`^${reason}`))
  })

  it.each<readonly [string, Person]>([
    ['lives elsewhere', { municipality: '44013' }],
    ['has no main residence in Belgium', { municipality: null }],
  ])('is nobody who %s', (_, facts) =>
    expect(outcome({ ...facts, increasedReimbursement: true, livingWage: true })).toBe('not eligible'),
  )

  it.each<readonly [string, Person]>([
    ['increased reimbursement', { increasedReimbursement: during({ from: '2026-03-01', until: '2026-09-01' }) }],
    ['a living wage', { livingWage: during({ from: '2026-03-01', until: '2026-09-01' }) }],
    ['debt mediation', { debtMediation: during({ from: '2026-03-01', until: '2026-09-01' }) }],
  ])('by %s on the day of the decision', (_, facts) =>
    expect(
      (['2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01'] as const).map((day) => outcome(facts, day)),
    ).toEqual(['not eligible', 'eligible', 'eligible', 'not eligible']),
  )
})

describe('what is not known', () => {
  it.each<readonly [string, Person, string]>([
    ['increased reimbursement', { increasedReimbursement: down }, 'undetermined'],
    ['a living wage of the own centre', { livingWagePaid: down }, 'undetermined'],
    ['a living wage of another centre', { livingWage: down }, 'undetermined'],
    ['budget guidance', { budgetGuidance: down }, 'undetermined'],
    ['budget management', { budgetManagement: down }, 'undetermined'],
    ['debt mediation', { debtMediation: down }, 'undetermined'],
    ['where somebody lives who would be entitled', { municipality: down, livingWage: true }, 'undetermined'],
    ['where somebody lives who would not', { municipality: down }, 'not eligible'],
    ['one status of two', { increasedReimbursement: down, debtMediation: true }, 'eligible'],
    ['a living wage of another centre, besides the own', { livingWagePaid: true, livingWage: down }, 'eligible'],
    ['a status of who lives elsewhere', { municipality: '44013', increasedReimbursement: down }, 'not eligible'],
  ])('%s: %j is %s', (_, facts, expected) => expect(outcome(facts)).toBe(expected))

  it('leaves the reason open where a later one is sure and an earlier one is not', () =>
    expect(
      decide(ghentUitpasReducedRate, { ...inhabitant, increasedReimbursement: down, debtMediation: true }, on),
    ).toMatchObject({ outcome: 'eligible', ground: undefined, open: ['ground'] }))
})

describe('how long it lasts', () => {
  const entitled = { ...inhabitant, increasedReimbursement: true } as const
  const periodOn = (day: IsoDate) => {
    const decision = decide(ghentUitpasReducedRate, entitled, day)
    return decision.outcome === 'eligible' ? decision.period : undefined
  }

  it.each<readonly [IsoDate, IsoDate]>([
    ['2026-01-01', '2027-05-01'],
    ['2026-04-30', '2027-05-01'],
    ['2026-05-01', '2027-05-01'],
    ['2026-11-24', '2027-05-01'],
    ['2026-12-31', '2027-05-01'],
    ['2027-01-01', '2028-05-01'],
    ['2028-02-29', '2029-05-01'],
  ])('granted on %s, through 30 April of the next year', (day, until) =>
    expect(periodOn(day)).toEqual({ from: day, until }),
  )

  it.each<readonly [string, IsoDate]>([
    ['before it ends, in the year in which it does', '2027-02-01'],
    ['on its last day', '2027-04-30'],
    ['in the grace of the card system', '2027-05-30'],
  ])('is renewed by deciding again %s', (_, day) => expect(periodOn(day)).toEqual({ from: day, until: '2028-05-01' }))

  it('is not renewed for who is entitled no more, and what was granted stands', () => {
    const over: Person = { ...inhabitant, livingWagePaid: during({ from: '2026-01-01', until: '2027-01-01' }) }
    expect(decide(ghentUitpasReducedRate, over, '2026-11-24')).toMatchObject({ period: { until: '2027-05-01' } })
    expect(decide(ghentUitpasReducedRate, over, '2027-02-01').outcome).toBe('not eligible')
  })

  it('has no duration before the pass came to Ghent, and none is made up', () =>
    expect(() => periodOn('2013-12-31')).toThrow(expect.objectContaining({ code: 'parameter-not-in-force' })))

  it('rests on a figure that is not verified, and says what was not found', () => {
    const found = unverified(ghentUitpasReducedRate, on)
    expect(found.map(({ parameter }) => parameter)).toEqual(['validity'])
    for (const { note } of found) expect(note).toMatch(/not found/)
  })
})

it('asks a basis for each source it asks', () => {
  const sources = new Set(requirements(ghentUitpasReducedRate).map(({ fact }) => fact.source))
  expect([...sources].sort()).toEqual(Object.keys(ghentUitpasReducedRate.basis ?? {}).sort())
})

it('tells a citizen the city by its name', () => {
  const [requirement = ''] = tell(ghentUitpasReducedRate, { in: dutch }).split('## Gronden')
  expect(requirement).toContain('woont in Gent')
  expect(requirement).not.toContain('44021')
})
