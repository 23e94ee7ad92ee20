import { dayIn, during, euro, type PersonIn, parameter, thisDay, unknown, yearOf } from '@vanzelf/rules'
import { decide } from '@vanzelf/rules/evaluate'
import { livesInPostcodes } from '@vanzelf/source-population-register'
import { describe, expect, it } from 'vitest'
import { formOf, roundOf } from './carried.ts'
import { ghent } from './ghent.ts'
import { type WasteBagsOptions, wasteBags } from './waste-bags.ts'

const table = (name: string, single: number, more: number) =>
  parameter({
    name,
    value: { type: 'brackets', by: { type: 'count', least: 0 }, gives: { type: 'money' } },
    history: [
      {
        from: '2025-01-01',
        value: [
          { from: 0, value: euro(single) },
          { from: 1, value: euro(more) },
        ],
        article: 'art. 4',
        verified: true,
      },
    ],
  })

const exampleville = {
  name: 'exampleville/waste-bags',
  regulation: 'Exampleville, council decision 2024/40',
  municipality: '99999',
  allowance: table('allowance', 30, 50),
  extraCredit: table('extraCredit', 10, 12.5),
  obtainedLater: 'does not count',
  articles: { increasedReimbursement: 'art. 3, 1°', budgetHelp: 'art. 3, 2°', debtMediation: 'art. 3, 3°' },
  basis: { 'population-register': 'art. 6', 'social-security': 'art. 7', 'municipal-welfare': 'art. 8' },
} as const satisfies WasteBagsOptions<never>

const inZones = wasteBags({ ...exampleville, bagZone: livesInPostcodes(['9901', '9902']) })

const nobodyHelped = { budgetGuidance: false, budgetManagement: false, debtMediation: false }
const anna: PersonIn<typeof inZones> = {
  municipality: '99999',
  householdPosition: '01',
  householdMembers: [{ ...nobodyHelped, increasedReimbursement: true }],
}

describe('a city of another name', () => {
  it('grants its own amounts in its own municipality, by its own articles', () => {
    const decision = decide(wasteBags(exampleville), anna, '2026-01-01')
    expect(decision).toMatchObject({
      outcome: 'eligible',
      ground: 'art. 3, 1°',
      benefit: { parts: [{ amount: 30_00 }, { amount: 10_00 }] },
    })
    expect(decide(wasteBags({ ...exampleville, municipality: '99998' }), anna, '2026-01-01').outcome).toBe(
      'not eligible',
    )
  })

  it('names no round where there is but one', () => {
    const decision = decide(wasteBags(exampleville), anna, '2026-01-01')
    expect(decision.outcome === 'eligible' && roundOf(decision.benefit)).toBeUndefined()
    expect(decision.outcome === 'eligible' && formOf(decision.benefit)).toBeUndefined()
  })

  it.each([
    ['9901', '2026-08-14', 'bags', 'first'],
    ['9901', '2026-08-15', 'bags', 'second'],
    ['9903', '2026-08-14', 'collections', 'first'],
    ['9903', '2026-08-15', 'collections', 'second'],
  ] as const)('says form and round together: %s, obtained on %s', (postcode, from, form, round) => {
    const both = wasteBags({ ...ghent, bagZone: livesInPostcodes(['9901']) })
    const member = { increasedReimbursement: during({ from }), ...nobodyHelped }
    const person = { municipality: '44021', householdPosition: '01', householdMembers: [member], postcode } as const
    const decision = decide(both, person, '2026-11-20')
    expect(decision).toMatchObject({ outcome: 'eligible', open: [] })
    if (decision.outcome !== 'eligible') return
    expect([formOf(decision.benefit), roundOf(decision.benefit)]).toEqual([form, round])
  })

  it('minds in the round, too, whether later increased reimbursement counts', () => {
    const strict = wasteBags({ ...exampleville, cutOff: dayIn(yearOf(thisDay), '06-01') })
    const member = {
      increasedReimbursement: during({ from: '2026-02-01' }),
      ...nobodyHelped,
      debtMediation: during({ from: '2026-07-01' }),
    }
    const person = { municipality: '99999', householdPosition: '01', householdMembers: [member] } as const
    const decision = decide(strict, person, '2026-11-20')
    expect(decision.outcome === 'eligible' && roundOf(decision.benefit)).toBe('second')
  })

  it.each([
    [
      'in the zone of bags',
      '9901',
      { kind: 'status', what: { en: 'as a voucher for residual and packaging waste bags' } },
    ],
    ['outside it', '9903', { kind: 'status', what: { en: 'as a credit for collections' } }],
  ])('says the form %s', (_, postcode, form) =>
    expect(decide(inZones, { ...anna, postcode }, '2026-01-01')).toMatchObject({
      open: [],
      benefit: { parts: [{ kind: 'money', amount: 30_00 }, form, { kind: 'money', amount: 10_00 }] },
    }),
  )

  it('leaves the form open, and never the amount, while the zone is not known', () =>
    expect(decide(inZones, { ...anna, postcode: unknown('unavailable') }, '2026-01-01')).toMatchObject({
      outcome: 'eligible',
      open: ['benefit'],
      benefit: { parts: [{ amount: 30_00 }, { kind: 'open' }, { amount: 10_00 }] },
    }))

  it('may mind increased reimbursement on its reference date only', () => {
    const later: PersonIn<typeof inZones> = {
      ...anna,
      householdMembers: [
        {
          ...nobodyHelped,
          increasedReimbursement: {
            timeline: [
              { until: '2026-02-01', value: false },
              { from: '2026-02-01', value: true },
            ],
          },
        },
      ],
    }
    expect(decide(wasteBags(exampleville), later, '2026-06-01').outcome).toBe('not eligible')
    expect(decide(wasteBags({ ...exampleville, obtainedLater: 'counts' }), later, '2026-06-01').outcome).toBe(
      'eligible',
    )
    const inMarch = wasteBags({ ...exampleville, referenceDate: dayIn(yearOf(thisDay), '03-01') })
    expect(decide(inMarch, later, '2026-06-01').outcome).toBe('eligible')
  })
})
