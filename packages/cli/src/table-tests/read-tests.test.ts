import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ghentWasteBags } from '@vanzelf/policy-waste-bags'
import { afterAll, describe, expect, it } from 'vitest'
import { support } from '../../test/fixtures/city/support.ts'
import { readTests } from './read-tests.ts'
import { testRunner } from './run-test.ts'

const folder = mkdtempSync(join(tmpdir(), 'vanzelf-tests-'))
afterAll(() => rmSync(folder, { recursive: true }))

const known = { policies: [support, ghentWasteBags], policy: support }
const read = (file: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, file), content)
  return readTests(folder, file, known)
}
const differences = (file: string, content: string) => {
  const { tests, complaints } = read(file, content)
  expect(complaints).toEqual([])
  return tests.map((test) => testRunner('en')(test).differences)
}
const yaml = (expected: string, given = 'wage: yes') =>
  `on: 2026-03-10\ngiven: { applicant: { income: { 2024: 100 }, household: single, vehicles: [], ${given} } }\ntests: [{ why: because, expect: ${expected} }]`

describe('what is expected', () => {
  it.each<readonly [string, string]>([
    ['eligible', 'wage: yes'],
    [
      '{ outcome: eligible, amount: 2, what: meals, ground: "art. 2, 1°", from: 2026-03-10, until: 2026-09-10 }',
      'wage: yes',
    ],
    ['{ outcome: eligible, what: [maaltijden] }', 'wage: yes'],
    ['not eligible', 'children: [], wage: no'],
    ['{ outcome: undetermined, missing: [wage, children] }', 'partner: none'],
    ['{ outcome: undetermined, missing: "wage, children" }', 'partner: none'],
  ])('%s is found', (expected, given) => expect(differences('found.yaml', yaml(expected, given))).toEqual([[]]))

  it.each<readonly [string, object]>([
    ['not eligible', { of: 'outcome', expected: 'not eligible', found: 'eligible' }],
    ['{ outcome: eligible, amount: 3 }', { of: 'amount', expected: '3', found: '2' }],
    ['{ outcome: eligible, amount: { least: 1, most: 2 } }', { of: 'amount', expected: '1 to 2', found: '2' }],
    ['{ outcome: eligible, what: [meals, bags] }', { of: 'what', expected: 'bags', found: 'meals' }],
    ['{ outcome: eligible, ground: art. 3 }', { of: 'ground', expected: 'art. 3', found: 'art. 2, 1°' }],
    ['{ outcome: eligible, from: 2026-03-11 }', { of: 'from', expected: '2026-03-11', found: '2026-03-10' }],
    ['{ outcome: eligible, until: 2026-09-11 }', { of: 'until', expected: '2026-09-11', found: '2026-09-10' }],
    ['{ outcome: eligible, missing: wage }', { of: 'missing', expected: 'wage', found: 'nothing' }],
  ])('%s is not', (expected, difference) => expect(differences('differs.yaml', yaml(expected))).toEqual([[difference]]))

  it.each<readonly [string, string]>([
    ['elligible', 'did you mean `eligible`?'],
    ['{ amount: 2 }', 'there are `eligible`, `not eligible`, `undetermined`'],
    ['{ outcome: not eligible, amount: 2 }', 'leave it out, or expect `eligible`'],
    ['{ outcome: eligible, amont: 2 }', 'did you mean `amount`?'],
    ['{ outcome: eligible, amount: two }', 'write 63 or 31.50'],
    ['{ outcome: eligible, ground: "art. 2, 1" }', 'did you mean `art. 2, 1°`?'],
    ['{ outcome: eligible, ground: art. 4 }', 'did you mean `art. 3`?'],
    ['{ outcome: eligible, until: tomorrow }', 'write a date that exists'],
    ['{ outcome: undetermined, missing: [wge] }', 'did you mean `wage`?'],
  ])('%s is refused', (expected, todo) =>
    expect(read('refused.yaml', yaml(expected)).complaints).toMatchObject([
      { code: 'bad-file', where: 'refused.yaml, line 3', todo: expect.stringContaining(todo) },
    ]),
  )
})

describe('a table', () => {
  const headings = 'why,on,income.2024,wage,children,bram.card,expect,amount'

  it.each<readonly [string, string]>([
    ['commas', 'why,on,income.2024,wage,expect\nbecause,2026-03-10,"100,50",ja,eligible'],
    ['semicolons and a decimal comma', 'why;on;income.2024;wage;expect\nbecause;2026-03-10;100,50;WAAR;eligible'],
    ['tabs', 'why\ton\tincome.2024\twage\texpect\nbecause\t2026-03-10\t100\tyes\teligible'],
    [
      'the mark and line ends of Windows',
      '\uFEFFwhy;on;income.2024;wage;expect\r\nbecause;2026-03-10;100;yes;eligible\r\n',
    ],
    ['people by name', `${headings}\nbecause,2026-03-10,100,no,bram,{ from: 2026-01-01 },eligible,2`],
    ['an applicant by name', 'why,on,subject,anna.income.2024,wage,expect\nbecause,2026-03-10,anna,100,yes,eligible'],
    [
      'what is not known',
      'why,on,income.2024,wage,children,expect,missing\nbecause,2026-03-10,100,unknown: unavailable,[],undetermined,"wage"',
    ],
    ['several years', 'why,on,income.2023,income.2024,wage,expect\nbecause,2026-03-10,90000,100,yes,eligible'],
    ['a policy of its own', 'why,policy,on,municipality,expect\nbecause,waste-bags,2026-01-01,44013,not eligible'],
  ])('may have %s', (_, text) => {
    const [found, ...others] = differences('table.csv', text)
    expect(others).toEqual([])
    expect(found?.filter(({ of }) => of !== 'missing')).toEqual([])
  })

  it('passes over empty rows, and counts rows as a spreadsheet does', () => {
    const { tests } = read('rows.csv', 'why,on,wage,expect\n,,,\nbecause,2026-03-10,yes,undetermined\n')
    expect(tests.map(({ place }) => place)).toEqual([{ file: 'rows.csv', row: 3 }])
  })

  it('knows who has a heading, also in a row that tells nothing of them', () =>
    expect(differences('named.csv', `${headings}\nbecause,2026-03-10,100,no,bram,,undetermined,`)).toEqual([[]]))

  it('may tell nothing at all', () =>
    expect(differences('nothing.csv', `${headings}\nbecause,2026-03-10,,,,,undetermined,`)).toEqual([[]]))

  it.each<readonly [string, string, string]>([
    ['because,2026-03-10,100,maybe,,,eligible,', 'row 2, column `wage`', 'write yes or no'],
    ['because,10/03/2026,100,yes,,,eligible,', 'row 2, column `on`', 'write a date that exists'],
    ['because,2026-03-10,100,yes,brm,,eligible,', 'row 2, column `children`', 'did you mean `bram`?'],
    ['because,2026-03-10,100,yes,,none,eligible,', 'row 2', 'name it in a relation'],
    ['because,2026-03-10,100,yes,[bram,,eligible,', 'row 2, column `children`', 'check indents'],
    ['because,2026-03-10,100,yes,,,yes,', 'row 2, column `expect`', 'there are `eligible`'],
    ['because,2026-03-10,100,yes,,,,', 'row 2', 'write under `expect`'],
    [',2026-03-10,100,yes,,,eligible,', 'row 2', 'write under `why`'],
    ['because,,100,yes,,,eligible,', 'row 2', 'write under `on`'],
    ['because,2026-03-10,100,yes,,,eligible,,more', 'row 2', 'give its column one'],
  ])('refuses %s', (row, where, todo) =>
    expect(read('table.csv', `${headings}\n${row}`).complaints).toMatchObject([
      { where: `table.csv, ${where}`, todo: expect.stringContaining(todo) },
    ]),
  )

  it.each<readonly [string, string, string]>([
    ['', 'table.csv', 'write headings'],
    ['why,on,wage,wage,expect\n', 'table.csv, row 1, column `wage`', 'keep one of them'],
    ['why,on,wge,expect\nbecause,2026-03-10,yes,eligible', 'table.csv, row 2, column `wge`', 'did you mean `wage`?'],
    ['why,on,"wage\n', 'table.csv', 'save it again'],
  ])('refuses the table %j', (text, where, todo) =>
    expect(read('table.csv', text).complaints).toMatchObject([{ where, todo: expect.stringContaining(todo) }]),
  )

  it('refuses a heading that looks like a national number, without repeating it', () => {
    const { complaints } = read('table.csv', 'why,on,85073003328.wage,expect\nbecause,2026-03-10,yes,eligible')
    expect(complaints).toMatchObject([{ what: expect.stringContaining('looks like a national number') }])
    expect(JSON.stringify(complaints)).not.toContain('8507')
  })

  it('refuses what is not UTF-8', () =>
    expect(read('table.csv', Uint8Array.of(0x77, 0xe9)).complaints).toMatchObject([{ what: 'it is not UTF-8' }]))
})

describe('a file', () => {
  it('tells all that does not fit at once', () =>
    expect(
      read(
        'all.yaml',
        'on: 2026-03-10\ntests:\n  - why: one\n  - expect: eligible\n  - { why: x, given: { applicant: { wge: yes } }, expect: eligible }\n  - { why: fine, given: { applicant: {} }, expect: undetermined }',
      ).complaints.map(({ where }) => where),
    ).toEqual(['all.yaml, line 3', 'all.yaml, line 4', 'all.yaml, line 5']))

  it.each<readonly [string, string]>([
    ['tests: []', 'write them as a list under `tests`'],
    ['- why: x', 'write them as a list under `tests`'],
    ['tets: []', 'did you mean `tests`?'],
    ['tests: [{ why: x, expct: eligible }]', 'did you mean `expect`?'],
    [
      'policy: suport\ntests: [{ why: x, on: 2026-01-01, given: { applicant: {} }, expect: eligible }]',
      'did you mean `exampleville/support`?',
    ],
    ['tests: [x]', 'write `why`, `given` and `expect`'],
  ])('%s is refused', (text, todo) =>
    expect(read('file.yaml', text).complaints).toMatchObject([{ todo: expect.stringContaining(todo) }]),
  )

  it('must name a policy where the configuration has several', () => {
    writeFileSync(join(folder, 'which.yaml'), yaml('eligible'))
    expect(readTests(folder, 'which.yaml', { ...known, policy: undefined }).complaints).toMatchObject([
      { todo: 'write its name under `policy`, or give `--policy`' },
    ])
  })

  it('lets a test replace what is shared, fact by fact', () =>
    expect(
      differences(
        'shared.yaml',
        `on: 2026-03-10
given: { everyone: { wage: no }, applicant: { income: { 2024: 100 }, household: single, vehicles: [], children: [] } }
tests:
  - { why: shared, expect: not eligible }
  - { why: own, given: { applicant: { wage: yes } }, expect: eligible }
  - { why: of everyone, given: { everyone: { wage: yes } }, expect: eligible }
  - { why: on another day, on: 2026-03-11, given: { applicant: { wage: yes } }, expect: { outcome: eligible, from: 2026-03-11 } }
  - { why: not known after all, given: { applicant: { wage: { unknown: not asked } } }, expect: undetermined }`,
      ),
    ).toEqual([[], [], [], [], []]))
})
