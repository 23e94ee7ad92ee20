import { describe, expect, it } from 'vitest'
import { support } from '../../test/fixtures/city/support.ts'
import { readSituation } from './read-situation.ts'

const read = (text: string) => readSituation(support, text, 'anna.yaml').situation
const complaint = (text: string) => {
  try {
    read(text)
  } catch (error) {
    return error
  }
  return undefined
}

describe('a value', () => {
  it.each<readonly [string, object]>([
    ['wage: true', { wage: true }],
    ['wage: yes', { wage: true }],
    ['wage: nee', { wage: false }],
    ['wage: ONWAAR', { wage: false }],
    ['wage: { unknown: unavailable }', { wage: { unknown: 'unavailable' } }],
    ['wage: { unknown: not found }', { wage: { unknown: 'not found' } }],
    ['household: couple', { household: 'couple' }],
    ['birthDate: 1953-07-01', { birthDate: '1953-07-01' }],
    ['birthDate: 1953', { birthDate: { least: '1953-01-01', most: '1953-12-31' } }],
    ['birthDate: 1953-02', { birthDate: { least: '1953-02-01', most: '1953-02-28' } }],
    ['birthDate: { least: 1953-01-01, most: 1953-03-01 }', { birthDate: { least: '1953-01-01', most: '1953-03-01' } }],
    ['income: { 2024: 12500 }', { income: { 2024: 12_500_00 } }],
    [
      'income: { 2024: 12500.50, 2023: { unknown: not found } }',
      { income: { 2024: 12_500_50, 2023: { unknown: 'not found' } } },
    ],
    ['income: { 2024: "0,07" }', { income: { 2024: 7 } }],
    ['income: { 2024: { least: 0, most: 100 } }', { income: { 2024: { least: 0, most: 100_00 } } }],
    ['income: { unknown: unavailable }', { income: { unknown: 'unavailable' } }],
    ['card: { from: 2020-01-01, until: 2026-01-01 }', { card: { from: '2020-01-01', until: '2026-01-01' } }],
    ['card: { from: 2020-01-01 }', { card: { from: '2020-01-01' } }],
    ['card: none', { card: null }],
    ['card: null', { card: null }],
    ['partner: none', { partner: null }],
    ['children: []', { children: [] }],
    ['children: [{ birthDate: 2015-01-01 }, {}]', { children: [{ birthDate: '2015-01-01' }, {}] }],
    [
      'vehicles: [{ norm: Euro 4 }, { norm: "none" }, { norm: none }]',
      { vehicles: [{ norm: 'Euro 4' }, { norm: 'none' }, { norm: null }] },
    ],
    ['hardship: yes', { hardship: true }],
    [
      'wage: { timeline: [{ until: 2026-01-01, value: no }, { from: 2026-01-01, value: { unknown: in doubt } }] }',
      {
        wage: {
          timeline: [
            { until: '2026-01-01', value: false },
            { from: '2026-01-01', value: { unknown: 'in doubt' } },
          ],
        },
      },
    ],
    [
      'wage: { during: { from: 2026-01-01 } }',
      {
        wage: {
          timeline: [
            { until: '2026-01-01', value: false },
            { from: '2026-01-01', value: true },
          ],
        },
      },
    ],
  ])('%s', (text, situation) => expect(read(text)).toEqual(situation))

  it('keeps the zeros of a code, with and without quotes', () => {
    expect(read('vehicles: [{ norm: 01 }, { norm: "01" }, { norm: 1e3 }]')).toEqual({
      vehicles: [{ norm: '01' }, { norm: '01' }, { norm: '1e3' }],
    })
  })

  it.each<readonly [string, string]>([
    ['wage: maybe', 'write yes or no'],
    ['wage:', 'write yes or no'],
    ['wage: none', 'where it is not known'],
    ['wage: { unknown: unavailible }', 'did you mean `unavailable`?'],
    ['wage: { unknown: not found, code: 7 }', 'write only the reason'],
    [
      'wage: { timeline: [{ from: 2026-01-01, until: 2026-02-01, value: yes }, { from: 2026-01-15, value: no }] }',
      'the earliest first',
    ],
    ['wage: { timeline: [{ from: 2026-02-01, until: 2026-02-01, value: yes }] }', '`until` is after `from`'],
    ['wage: { timeline: [{ from: 2026-01-01 }] }', 'write each step as'],
    ['household: single parent', 'it is one of `single`, `couple`'],
    ['household:', 'leave the fact out where it is not known'],
    ['birthDate: 1/07/1953', 'write a date as 2026-01-31'],
    ['birthDate: 1953-02-30', 'write a date as 2026-01-31'],
    ['birthDate: { during: { from: 2026-01-01 } }', 'only what is yes or no can'],
    ['birthDate: { least: 1953-03-01, most: 1953-01-01 }', 'the least is not above the most'],
    ['income: 12500', 'write the year before each value'],
    ['income: { 2024: 12.500 }', 'without a sign or points between thousands'],
    ['income: { 2024: 1.005 }', 'at least 0'],
    ['income: { 2024: -1 }', 'at least 0'],
    ['income: { 2024: 1.250.00 }', 'without a sign or points between thousands'],
    ['income: { 2024: € 1250 }', 'without a sign or points between thousands'],
    ['card: 2020', 'write { from: 2026-01-01'],
    ['card: { from: 2020-01-01, to: 2021-01-01 }', 'write { from: 2026-01-01'],
    ['children: bram', 'where nothing is known, write `bram: {}` under `given`'],
    ['children: none', 'where there is nobody, write []'],
    ['wge: yes', 'did you mean `wage`?'],
    ['norm: Euro 4', 'there are '],
    ['vehicles: [{ wage: yes }]', ''],
    ['wage: [yes', 'check indents'],
    ['wage: yes\nwage: no', 'check indents'],
    ['', 'see `vanzelf test --help`'],
    ['just a text', 'write each fact with its value'],
  ])('%s is refused', (text, todo) => {
    expect(complaint(text)).toMatchObject({ code: 'bad-file', todo: expect.stringContaining(todo) })
  })
})

describe('people by name', () => {
  it('become one and the same, also where they refer to each other', () => {
    const { situation, nameOf } = readSituation(
      support,
      `
subject: anna
given:
  anna: { partner: bram, children: [cleo] }
  bram: { partner: anna, children: cleo }
  cleo: {}`,
      'anna.yaml',
    )
    const anna = situation as Record<string, Record<string, unknown>>
    expect(anna['partner']?.['partner']).toBe(anna)
    expect(anna['children']).toEqual(anna['partner']?.['children'])
    expect(nameOf(anna['partner'])).toBe('bram')
  })

  it('may call the one who is decided on the applicant', () => {
    const anna = read('given: { applicant: { partner: bram }, bram: { partner: applicant } }') as Record<
      string,
      Record<string, unknown>
    >
    expect(anna['partner']?.['partner']).toBe(anna)
  })

  it('are all told what holds for everyone, and what is told of them before it', () =>
    expect(
      read(
        'given: { everyone: { wage: no, norm: Euro 4 }, applicant: { children: [b, c, {}], vehicles: [v] }, b: { wage: yes }, c: {}, v: {} }',
      ),
    ).toEqual({
      wage: false,
      children: [{ wage: true }, { wage: false }, { wage: false }],
      vehicles: [{ norm: 'Euro 4' }],
    }))

  it('may be written once with an anchor', () =>
    expect(
      read('given:\n  applicant: { children: [b] }\n  b: &b { wage: no }\n  c: { <<: *b, household: single }'),
    ).toEqual({
      children: [{ wage: false }],
    }))

  it.each<readonly [string, string, string]>([
    ['subject: ana\ngiven: { anna: {} }', 'nothing is told of `ana`', 'did you mean `anna`?'],
    ['given: { anna: {} }', 'nothing is told of `applicant`', 'say with `subject` who is decided on: `anna`'],
    ['given: { applicant: { children: [bran] }, bram: {} }', 'nothing is told of `bran`', 'did you mean `bram`?'],
    ['given: { applicant: { children: [b, b] }, b: {} }', 'what is told of `children` does not fit', 'name each once'],
    [
      'given: { applicant: { children: [b], vehicles: [b] }, b: {} }',
      '`b` is a person, and here a vehicle is named',
      'give each a name of its own',
    ],
    [
      'given: { applicant: { vehicles: [v] }, v: { wage: yes } }',
      'asks no fact `wage` of a vehicle',
      'there are `norm`, `hardship`',
    ],
    ['given: { applicant: yes }', 'of `applicant` no facts are told', 'write them below the name'],
    ['given: [applicant]', '`given` names nobody', 'write a name'],
    ['given: { applicant: {} }\nsubjct: a', 'a situation has no `subjct`', 'did you mean `subject`?'],
    ['given: { applicant: &a { children: [*a] } }', 'an anchor holds itself', 'refer to a person by name'],
  ])('%s is refused', (text, what, todo) =>
    expect(complaint(text)).toMatchObject({
      code: 'bad-file',
      what: expect.stringContaining(what),
      todo: expect.stringContaining(todo),
    }),
  )

  it.each([
    'given: { "85073003328": {} }',
    'given: { applicant: { partner: 85.07.30-033.28 } }',
    '85073003328: yes',
    'subject: 85073003328\ngiven: { anna: {} }',
  ])('never go by what looks like a national number, nor does the error', (text) => {
    const error = complaint(text) as Error
    expect(error.message).toContain('looks like a national number')
    expect(error.message).not.toMatch(/85\.?07/)
  })
})

it('says in which line it is', () => {
  expect(complaint('wage: yes\nbirthDate: 1953\nhousehold: three\n')).toMatchObject({ where: 'anna.yaml, line 3' })
  expect(complaint('wage: yes\n\nwge: no')).toMatchObject({ where: 'anna.yaml, line 3' })
})

it('never repeats a value', () =>
  expect((complaint('birthDate: the fifth of May') as Error).message).not.toContain('fifth'))
