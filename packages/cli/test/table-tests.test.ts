import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { vanzelf } from './heard.ts'

const folder = mkdtempSync(join(tmpdir(), 'vanzelf-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const failing = readFileSync(new URL('fixtures/city/waste-bags.test.yaml', import.meta.url), 'utf8').replace(
  '[63, 31.50]',
  '[84, 42]',
)

it.each(['waste-bags.test.yaml', 'waste-bags.csv'])('%s passes, a line for each test', async (file) => {
  const { code, out } = await vanzelf(['test', file, '--policy', 'waste-bags'])
  expect(code).toBe(0)
  expect(out).toMatch(/\n {2}✓ .*\n {2}✓ .*\n {2}✓ .*\n {2}✓ .*\n\n4 passed, 0 failed\n$/)
})

it('shows what differs and why the decision is what it is, and leaves 1', async () => {
  const { code, out } = await vanzelf(['test', written('failing.yaml', failing), 'waste-bags.csv', '-p', 'waste-bags'])
  expect(code).toBe(1)
  expect(out).toContain(`  ✗ one member with increased reimbursement is enough (line 14)
      amount
        expected  84 + 42
        found     63 + 31.5
      why ghent/waste-bags decides so on 2026-01-01:
        Eligible: €63.00 + €31.50`)
  expect(out).toContain('7 passed, 1 failed')
})

it('tells programs the same', async () => {
  const { code, out } = await vanzelf(['test', written('failing.yaml', failing), '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    passed: 3,
    failed: 1,
    tests: [
      { line: 14, passed: false, differences: [{ of: 'amount', expected: '84 + 42', found: '63 + 31.5' }] },
      {},
      {},
      {},
    ],
  })
})

it('runs nothing while a file does not fit, and tells all of it', async () => {
  const file = written(
    'misspelt.yaml',
    failing.replace('bram: { increased', 'bran: { increased').replace('debtMediation: yes', 'debtMedation: yes'),
  )
  const { code, out, err } = await vanzelf(['test', file, 'nowhere.csv', 'waste-bags.test.yaml'])
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('nobody here refers to `bran`')
  expect(err).toContain('did you mean `debtMediation`?')
  expect(err).toContain('there is no such file')
})

it('fails a test that no figure can decide', async () => {
  const { code, out } = await vanzelf([
    'test',
    written('early.yaml', failing.replace('on: 2026-01-01', 'on: 2012-02-29')),
  ])
  expect(code).toBe(1)
  expect(out).toContain('it cannot be decided: parameter `allowance` has no value in force on 2012-02-29')
})

describe('the examples of the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const fences = [...readme.matchAll(/```(yaml|csv)\n([\s\S]*?)```/g)]

  it('are there, in both formats', () => expect(fences.map(([, format]) => format).sort()).toEqual(['csv', 'yaml']))

  it.each(fences.map(([, format = '', text = '']) => [format, text]))('pass: %s', async (format, text) => {
    const { code, out, err } = await vanzelf(['test', written(`readme.${format}`, text), '--policy', 'waste-bags'])
    expect(err).toBe('')
    expect(out).toContain(', 0 failed')
    expect(code).toBe(0)
  })
})
