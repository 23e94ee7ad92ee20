import { fact } from '@vanzelf/rules'
import { describe, expect, it } from 'vitest'
import { schemaOf } from './schema.ts'

const about = { source: 'register', name: 'example', about: 'person', when: ['date'] } as const

describe.each([
  ['truth', fact({ ...about, value: { type: 'truth' } }), [true, false], [0, 'true', null, undefined]],
  [
    'money',
    fact({ ...about, value: { type: 'money', least: 0, most: 100_00 } }),
    [0, 100_00, { least: 0, most: 50_00 }],
    [-1, 100_01, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '12', { least: 2, most: 1 }, { least: 0 }, null],
  ],
  ['a number with decimals', fact({ ...about, value: { type: 'count', decimals: true } }), [0.5, -3], ['0.5']],
  [
    'a date',
    fact({ ...about, value: { type: 'date' } }),
    ['2024-02-29', { least: '1953-01-01', most: '1953-12-31' }],
    ['2023-02-29', '20240229', '2024-2-9', { least: '1953-12-31', most: '1953-01-01' }, 2024],
  ],
  ['a text', fact({ ...about, value: { type: 'text' } }), ['44021', ''], [44021, null]],
  ['one of some texts', fact({ ...about, value: { type: 'text', among: ['M1', 'N1'] } }), ['M1'], ['M2', '']],
  ['texts', fact({ ...about, value: { type: 'texts' } }), [[], ['G']], ['G', [1]]],
  [
    'a period',
    fact({ ...about, value: { type: 'period' } }),
    [{ from: '2024-01-01' }, { from: '2024-01-01', until: null }, { from: '2024-01-01', until: '2025-01-01' }],
    [{ until: '2024-01-01' }, { from: '2024-01-01', until: '2024-01-01' }, { from: '2024-01-01', end: '2025-01-01' }],
  ],
  ['one', fact({ ...about, value: { type: 'one', to: 'person' } }), ['p1'], ['', ['p1'], null]],
  [
    'those',
    fact({ ...about, value: { type: 'those', to: 'person', least: 1, most: 2 } }),
    [['p1'], ['p1', 'p2']],
    [[], ['p1', 'p1'], ['p1', 'p2', 'p3'], 'p1', [1]],
  ],
  [
    'what may be absent',
    fact({ ...about, value: { type: 'date' }, optional: true }),
    [null, '2024-01-01'],
    [undefined, ''],
  ],
] as const)('a value of %s', (_, of, fits, misfits) => {
  it.each(fits.map((value) => [JSON.stringify(value), value]))('may be %s', (_name, value) =>
    expect(schemaOf(of).safeParse(value).success).toBe(true),
  )
  it.each(misfits.map((value) => [String(JSON.stringify(value)), value]))('is not %s', (_name, value) =>
    expect(schemaOf(of).safeParse(value).success).toBe(false),
  )
})
