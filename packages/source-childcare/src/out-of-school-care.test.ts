import { any, atSomeTimeIn, during, schoolYear, throughout, unknown } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { outOfSchoolCare } from './out-of-school-care.ts'

describe('out-of-school care', () => {
  const registered = any(outOfSchoolCare)

  it.each([true, false])('is yes or no: %s', (told) =>
    expect(evaluate(registered, { outOfSchoolCare: told }, '2026-03-10')).toBe(told),
  )

  it('is not known while the file is not at hand', () =>
    expect(evaluate(registered, { outOfSchoolCare: unknown('unavailable') }, '2026-03-10')).toMatchObject({
      unknown: expect.anything(),
    }))

  it('can be asked over a period, for who joins during the school year', () => {
    const since = { outOfSchoolCare: during({ from: '2026-01-05' }) }
    expect(evaluate(registered, since, '2026-01-04')).toBe(false)
    expect(evaluate(registered, since, '2026-01-05')).toBe(true)
    expect(evaluate(atSomeTimeIn(schoolYear, registered), since, '2026-03-10')).toBe(true)
    expect(evaluate(throughout(schoolYear, registered), since, '2026-03-10')).toBe(false)
  })
})
