import { atSomeTimeIn, calendarYear, during, throughout, unknown } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
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
