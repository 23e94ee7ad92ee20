import { during, timeline } from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { helped } from '../test/welfare.ts'
import { parserOf } from './parser.ts'

const parse = parserOf(helped)
const doubted = { unknown: 'in doubt' }

describe('an answer made of a raw value', () => {
  it('is known where the value fits, with its validity', () =>
    expect(parse(true, { from: '2026-01-01' })).toEqual({ value: true, validity: { from: '2026-01-01' } }))

  it('takes a timeline of values that fit', () => {
    const told = during({ from: '2024-01-01', until: '2025-01-01' })
    expect(parse(told)).toEqual({ value: told })
    expect(parse({ timeline: [] })).toEqual({ value: { timeline: [] } })
  })

  it.each([
    ['a value of another type', 1],
    ['nothing', undefined],
    ['none, of a fact that always has one', null],
    ['a timeline with another value', { timeline: [{ from: '2024-01-01', value: 'yes' }] }],
    ['a timeline with a day that does not exist', { timeline: [{ from: '2024-02-30', value: true }] }],
    ['a step that ends before it starts', { timeline: [{ from: '2024-02-01', until: '2024-01-01', value: true }] }],
    [
      'steps that overlap',
      {
        timeline: [
          { from: '2024-01-01', until: '2024-06-01', value: true },
          { from: '2024-05-01', value: false },
        ],
      },
    ],
    [
      'a step after one without end',
      { timeline: [{ from: '2024-01-01', value: true }, ...timeline({ from: '2025-01-01', value: false }).timeline] },
    ],
  ])('is in doubt for %s', (_, raw) => expect(parse(raw)).toEqual(doubted))
})
