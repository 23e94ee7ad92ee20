import { during, euro, type IsoDate, type PersonIn, unknown } from '@vanzelf/rules'
import { describe as tell } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { decide } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { roundOf } from './carried.ts'
import { ghentWasteBags } from './ghent.ts'

type Person = PersonIn<typeof ghentWasteBags>

/** Nothing applies to them, and all of that is known. */
const nothing = { increasedReimbursement: false, budgetGuidance: false, budgetManagement: false, debtMediation: false }
const member = (facts: Person = {}): Person => ({ ...nothing, ...facts })

/** A reference person in Ghent, with others; without more nothing applies to any of them. */
function household(dependants: number, facts: Person = {}, ofTheLast: Person = {}): Person {
  const reference: Person = { municipality: '44021', householdPosition: '01', ...member(facts) }
  const others = Array.from({ length: dependants }, (_, index) => member(index === dependants - 1 ? ofTheLast : {}))
  reference.householdMembers = [reference, ...others]
  return reference
}

const entitled = (dependants: number) => household(dependants, { increasedReimbursement: true })
const outcome = (person: Person, on: IsoDate = '2026-01-01') => decide(ghentWasteBags, person, on).outcome

describe('the amount of the allowance and of the extra credit', () => {
  // The regulation's own table: household, allowance, extra credit.
  const since2023 = [
    ['single', 0, 42, 21],
    ['1 dependant', 1, 63, 31.5],
    ['2 dependants', 2, 84, 42],
    ['3 dependants', 3, 105, 52.5],
    ['4 dependants', 4, 105, 52.5],
    ['5 dependants', 5, 126, 63],
    ['6 dependants', 6, 126, 63],
    ['12 dependants', 12, 126, 63],
  ] as const
  const since2020 = since2023.map(([name, dependants, amount]) => [name, dependants, amount, 0] as const)
  const since2012 = [
    ['single', 0, 39, 0],
    ['1 dependant', 1, 58.5, 0],
    ['2 dependants', 2, 78, 0],
    ['3 dependants', 3, 78, 0],
    ['5 dependants', 5, 78, 0],
    ['12 dependants', 12, 78, 0],
  ] as const

  const versions: readonly (readonly [IsoDate, readonly (readonly [string, number, number, number])[]])[] = [
    ['2012-03-01', since2012],
    ['2019-12-31', since2012],
    ['2020-01-01', since2020],
    ['2022-12-31', since2020],
    ['2023-01-01', since2023],
    ['2026-11-24', since2023],
  ]
  describe.each(versions)('on %s', (on, rows) => {
    it.each(rows)('%s', (_, dependants, amount, extra) =>
      expect(decide(ghentWasteBags, entitled(dependants), on)).toMatchObject({
        outcome: 'eligible',
        open: [],
        benefit: {
          kind: 'composite',
          parts: [
            { kind: 'money', amount: euro(amount) },
            { kind: 'money', amount: euro(extra) },
            { kind: 'status', what: { en: 'payment in the first round of the year' } },
          ],
        },
      }),
    )
  })

  it('has no value before 1 March 2012, and none is made up', () =>
    expect(() => decide(ghentWasteBags, entitled(0), '2012-02-29')).toThrow(
      expect.objectContaining({ code: 'parameter-not-in-force' }),
    ))

  it('lies between the least and the most of the table while it is not known who the household was then', () => {
    const person = entitled(0)
    const members = [{ from: '2026-02-01', value: [person] }] as const
    const lost = decide(ghentWasteBags, { ...person, householdMembers: { timeline: members } }, '2026-06-01')
    expect(lost).toMatchObject({
      outcome: 'eligible',
      open: ['benefit'],
      benefit: { parts: [{ amount: { least: 42_00, most: 126_00 } }, { amount: { least: 21_00, most: 63_00 } }, {}] },
    })
  })

  it('is undetermined while nothing of the household is known', () =>
    expect(outcome({ ...entitled(0), householdMembers: unknown('unavailable') })).toBe('undetermined'))
})

describe('who is entitled', () => {
  it.each<readonly [string, Person, string | undefined]>([
    ['whom nothing applies to', household(2), undefined],
    [
      'the reference person has increased reimbursement',
      household(2, { increasedReimbursement: true }),
      'voorwaarde 1',
    ],
    ['another member has it', household(2, {}, { increasedReimbursement: true }), 'voorwaarde 1'],
    ['budget guidance', household(0, { budgetGuidance: true }), 'voorwaarde 2'],
    ['budget management', household(0, { budgetManagement: true }), 'voorwaarde 2'],
    ['budget management of another member', household(1, {}, { budgetManagement: true }), 'voorwaarde 2'],
    ['debt mediation', household(0, { debtMediation: true }), 'voorwaarde 3'],
    ['debt mediation of another member', household(3, {}, { debtMediation: true }), 'voorwaarde 3'],
    [
      'all of these: the first ground is named',
      household(0, { increasedReimbursement: true, budgetGuidance: true, debtMediation: true }),
      'voorwaarde 1',
    ],
  ])('%s', (_, person, condition) => {
    const decision = decide(ghentWasteBags, person, '2026-01-01')
    expect(decision.outcome).toBe(condition ? 'eligible' : 'not eligible')
    if (decision.outcome === 'eligible') expect(decision.ground).toContain(condition)
  })

  it.each<readonly [string, Person]>([
    ['who lives elsewhere', { municipality: '44013' }],
    ['who has no main residence in Belgium', { municipality: null }],
    ['who is not the reference person', { householdPosition: '02' }],
  ])('is nobody %s', (_, facts) => expect(outcome({ ...entitled(1), ...facts })).toBe('not eligible'))

  it('is decided on residence and household as they are on 1 January', () => {
    const moved: Person = {
      ...entitled(0),
      municipality: {
        timeline: [
          { until: '2026-02-01', value: '44021' },
          { from: '2026-02-01', value: '44013' },
        ],
      },
    }
    expect(outcome(moved, '2026-06-01')).toBe('eligible')
    expect(outcome(moved, '2027-06-01')).toBe('not eligible')
  })

  it.each<readonly [string, { readonly from: IsoDate; readonly until?: IsoDate }, IsoDate, string]>([
    ['ended on 1 January', { from: '2020-01-01', until: '2026-01-01' }, '2026-06-01', 'not eligible'],
    ['ended on 2 January', { from: '2020-01-01', until: '2026-01-02' }, '2026-06-01', 'eligible'],
    ['began on 1 January', { from: '2026-01-01', until: '2026-02-01' }, '2026-06-01', 'eligible'],
    ['began after 1 January, and is asked before it began', { from: '2026-05-01' }, '2026-04-30', 'not eligible'],
    ['began after 1 January, and is asked on the day it began', { from: '2026-05-01' }, '2026-05-01', 'eligible'],
  ])('increased reimbursement that %s', (_, period, on, expected) => {
    const person = household(0, { increasedReimbursement: during(period) })
    expect(outcome(person, on)).toBe(expected)
  })

  it('counts budget guidance on the day of the decision, not on 1 January', () => {
    const person = household(0, { budgetGuidance: during({ from: '2026-03-01' }) })
    expect(outcome(person, '2026-02-28')).toBe('not eligible')
    expect(outcome(person, '2026-03-01')).toBe('eligible')
  })
})

describe('what is not known', () => {
  const down = unknown('unavailable')

  it('leaves a household undetermined when it could still entitle it', () =>
    expect(outcome(household(1, {}, { increasedReimbursement: down }))).toBe('undetermined'))

  it('does not matter once another member settles it', () =>
    expect(outcome(household(2, { increasedReimbursement: true }, { increasedReimbursement: down }))).toBe('eligible'))

  it('does not matter to who lives elsewhere', () =>
    expect(outcome({ municipality: '44013', householdPosition: '01' })).toBe('not eligible'))

  it('leaves open by which ground, when a later one is sure', () => {
    const decision = decide(
      ghentWasteBags,
      household(0, { increasedReimbursement: down, debtMediation: true }),
      '2026-01-01',
    )
    expect(decision).toMatchObject({ outcome: 'eligible', open: ['ground'] })
  })
})

describe('the round in which it is paid', () => {
  const roundFor = (person: Person, on: IsoDate) => {
    const decision = decide(ghentWasteBags, person, on)
    return decision.outcome === 'eligible' ? (roundOf(decision.benefit) ?? 'open') : decision.outcome
  }

  it.each<readonly [string, IsoDate, readonly (string | undefined)[]]>([
    ['before 1 January', '2025-06-01', ['first', 'first', 'first', 'first']],
    ['on 1 January', '2026-01-01', ['first', 'first', 'first', 'first']],
    ['on 14 August', '2026-08-14', ['not eligible', 'first', 'first', 'first']],
    ['on 15 August', '2026-08-15', ['not eligible', 'not eligible', 'second', 'second']],
    ['on 16 August', '2026-08-16', ['not eligible', 'not eligible', 'not eligible', 'second']],
  ])('obtained %s', (_, from, expected) => {
    const days = ['2026-01-31', '2026-08-14', '2026-08-15', '2026-11-20'] as const
    const kinds = ['increasedReimbursement', 'budgetGuidance', 'budgetManagement', 'debtMediation'] as const
    for (const kind of kinds) {
      const person = household(1, {}, { [kind]: during({ from }) })
      expect([kind, days.map((day) => roundFor(person, day))]).toEqual([kind, expected])
    }
  })

  it('is the first for who had it on 1 January and lost it since', () => {
    const person = household(0, { increasedReimbursement: during({ from: '2025-01-01', until: '2026-03-01' }) })
    expect(roundFor(person, '2026-11-20')).toBe('first')
  })

  it('is the second for who lost it before the cut-off and obtained it again after', () => {
    const spells = during({ from: '2026-03-01', until: '2026-07-01' }, { from: '2026-10-01' })
    expect(roundFor(household(0, { increasedReimbursement: spells }), '2026-11-20')).toBe('second')
  })

  it('is that of whichever member was first', () => {
    const person = household(
      2,
      { debtMediation: during({ from: '2026-09-01' }) },
      { increasedReimbursement: during({ from: '2026-05-01' }) },
    )
    expect(roundFor(person, '2026-11-20')).toBe('first')
  })

  it('starts anew each year', () => {
    const person = household(0, { increasedReimbursement: during({ from: '2026-10-01' }) })
    expect(roundFor(person, '2026-11-20')).toBe('second')
    expect(roundFor(person, '2027-01-01')).toBe('first')
    expect(roundFor(person, '2027-11-20')).toBe('first')
  })

  it('is open, and never the amount, while it is not known what held before the cut-off', () => {
    const person = household(1, { increasedReimbursement: { timeline: [{ from: '2026-09-01', value: true }] } })
    // 1 January is not known either: that it holds today is enough to be entitled.
    const decision = decide(ghentWasteBags, person, '2026-11-20')
    expect(decision).toMatchObject({
      outcome: 'eligible',
      open: ['benefit'],
      benefit: { parts: [{ amount: 63_00 }, { amount: 31_50 }, { kind: 'open' }] },
    })
    expect(roundFor(person, '2026-11-20')).toBe('open')
  })

  it('is certain while what is unknown cannot change it', () => {
    const person = household(
      1,
      { increasedReimbursement: during({ from: '2026-02-01' }) },
      { increasedReimbursement: unknown('unavailable'), budgetGuidance: unknown('unavailable') },
    )
    expect(roundFor(person, '2026-11-20')).toBe('first')
  })
})

describe('the grant', () => {
  it('is for the calendar year, to the reference person', () => {
    const person = entitled(1)
    const decision = decide(ghentWasteBags, person, '2026-06-15')
    expect(decision).toMatchObject({ period: { from: '2026-01-01', until: '2027-01-01' } })
    expect(decision.outcome === 'eligible' && decision.recipient).toBe(person)
  })

  it('is given once to a household in a calendar year', () =>
    expect(ghentWasteBags.quota).toMatchObject({ times: 1, per: 'household' }))
})

it('tells a citizen the city by its name', () => {
  const [requirement = ''] = tell(ghentWasteBags, { in: dutch }).split('## Gronden')
  expect(requirement).toContain('woont in Gent')
  expect(requirement).not.toContain('44021')
})
