import {
  any,
  atAStretch,
  atSomeTimeIn,
  calendarYear,
  during,
  earlier,
  period,
  since,
  thisDay,
  throughout,
  unknown,
} from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { childBenefitSupplement } from './child-benefit-supplement.ts'
import { disabilityAllowance } from './disability-allowance.ts'
import { hasIncreasedReimbursement } from './has-increased-reimbursement.ts'
import { incomeGuaranteeForElderly } from './income-guarantee-for-elderly.ts'
import { increasedReimbursementOwnOrInFamily } from './increased-reimbursement-own-or-in-family.ts'
import { receivesLivingWage } from './receives-living-wage.ts'
import { receivesSocialAssistance } from './receives-social-assistance.ts'
import { socialSecurity } from './social-security.ts'
import { statusProfile } from './status-profile.ts'

const on = '2026-03-01'
const isUnknown = { unknown: expect.anything() }

describe('increased reimbursement, own or in the family', () => {
  it.each([
    [true, false, true],
    [false, true, true],
    [false, false, false],
    [true, unknown('unavailable'), true],
  ] as const)('own %j, in the family %j: %s', (increasedReimbursement, increasedReimbursementInFamily, expected) =>
    expect(
      evaluate(increasedReimbursementOwnOrInFamily, { increasedReimbursement, increasedReimbursementInFamily }, on),
    ).toBe(expected),
  )

  it('is not known from one "no" alone', () =>
    expect(evaluate(increasedReimbursementOwnOrInFamily, { increasedReimbursement: false }, on)).toMatchObject(
      isUnknown,
    ))
})

describe('a living wage', () => {
  const livingWage = during({ from: '2026-02-01', until: '2026-05-01' })
  it('is read on the date at hand, or over a period, as the regulation says', () => {
    expect(evaluate(receivesLivingWage, { livingWage }, on)).toBe(true)
    expect(evaluate(receivesLivingWage, { livingWage }, '2026-05-01')).toBe(false)
    expect(evaluate(atSomeTimeIn(calendarYear, receivesLivingWage), { livingWage }, '2026-05-01')).toBe(true)
    expect(evaluate(throughout(calendarYear, receivesLivingWage), { livingWage }, on)).toBe(false)
  })
})

describe('a living wage for some time on end', () => {
  const threeMonths = since(earlier(thisDay, { months: 3 }, 'lastDay'), receivesLivingWage)
  const livingWage = during({ from: '2025-12-01', until: '2026-04-01' }, { from: '2026-05-01' })
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
    ['2026-07-31', false],
    ['2026-08-01', true],
  ] as const)('three months without a day between, on %s: %s', (day, expected) =>
    expect(evaluate(threeMonths, { livingWage }, day)).toBe(expected),
  )

  it('counts the spells of a period, or the longest of them', () => {
    const halfYear = period('2025-12-01', '2026-06-01')
    expect(evaluate(atAStretch({ months: 4 }, halfYear, receivesLivingWage, 'lastDay'), { livingWage }, on)).toBe(true)
    expect(evaluate(atAStretch({ months: 5 }, halfYear, receivesLivingWage, 'lastDay'), { livingWage }, on)).toBe(false)
  })

  it('is not known where a part of the time is not', () =>
    expect(
      evaluate(
        threeMonths,
        {
          livingWage: {
            timeline: [
              { until: '2026-01-01', value: true },
              { from: '2026-02-01', value: true },
            ],
          },
        },
        on,
      ),
    ).toMatchObject(isUnknown))
})

describe.each([
  ['childBenefitSupplement', childBenefitSupplement],
  ['disabilityAllowance', disabilityAllowance],
  ['incomeGuaranteeForElderly', incomeGuaranteeForElderly],
  ['increasedReimbursement', hasIncreasedReimbursement],
] as const)('%s', (name, status) => {
  // A fact alone is asked as any criterion is.
  const holds = any(status)
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-08-31', true],
    ['2026-09-01', false],
  ] as const)('from 1 March until 1 September, on %s: %s', (day, expected) =>
    expect(evaluate(holds, { [name]: during({ from: '2026-03-01', until: '2026-09-01' }) }, day)).toBe(expected),
  )

  it('can be asked over a period', () => {
    const situation = { [name]: during({ from: '2026-03-01', until: '2026-09-01' }) }
    expect(evaluate(atSomeTimeIn(calendarYear, holds), situation, on)).toBe(true)
    expect(evaluate(throughout(calendarYear, holds), situation, on)).toBe(false)
  })

  it.each(['not found', 'unavailable', 'not permitted', 'in doubt'] as const)('is not known when %s', (reason) =>
    expect(evaluate(holds, { [name]: unknown(reason) }, on)).toMatchObject(isUnknown),
  )
})

describe('social assistance', () => {
  it.each([true, false])('is one yes or no: %s', (socialAssistance) =>
    expect(evaluate(receivesSocialAssistance, { socialAssistance }, on)).toBe(socialAssistance),
  )
  it('is not known without an answer', () =>
    expect(evaluate(receivesSocialAssistance, {}, on)).toMatchObject(isUnknown))
})

describe('a status profile', () => {
  const parkingStatusAdult = statusProfile({
    name: 'parkingStatusAdult',
    label: { nl: 'parkeerstatuut volwassene', en: 'parking status of an adult' },
  })

  it('is a fact of social security, under a name of its own', () => {
    expect(evaluate(parkingStatusAdult, { parkingStatusAdult: true }, on)).toBe(true)
    expect(parkingStatusAdult.source).toBe(socialSecurity.name)
  })

  it('refuses a name that cannot be one', () =>
    expect(() => statusProfile({ name: '', label: { nl: 'leeg', en: 'empty' } })).toThrow(
      expect.objectContaining({ code: 'bad-name' }),
    ))
})
