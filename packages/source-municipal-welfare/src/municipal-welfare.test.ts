import { any, atSomeTimeIn, calendarYear, during, throughout, unknown } from '@vanzelf/rules'
import { evaluate } from '@vanzelf/rules/evaluate'
import { describe, expect, it } from 'vitest'
import { municipalWelfare } from './municipal-welfare.ts'

describe.each(Object.entries(municipalWelfare.facts))('%s', (name, fact) => {
  const holds = any(fact)
  it('stands in a rule as yes, no or unknown', () => {
    expect(evaluate(holds, { [name]: true }, '2026-01-01')).toBe(true)
    expect(evaluate(holds, { [name]: false }, '2026-01-01')).toBe(false)
    expect(evaluate(holds, { [name]: unknown('unavailable') }, '2026-01-01')).toMatchObject({
      unknown: expect.anything(),
    })
  })

  it('can be asked over a period', () => {
    const situation = { [name]: during({ from: '2026-03-01', until: '2026-04-01' }) }
    expect(evaluate(atSomeTimeIn(calendarYear, holds), situation, '2026-01-01')).toBe(true)
    expect(evaluate(throughout(calendarYear, holds), situation, '2026-01-01')).toBe(false)
  })
})
