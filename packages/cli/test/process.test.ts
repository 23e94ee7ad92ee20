import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { city, type Heard } from './heard.ts'

const bin = fileURLToPath(new URL('../bin/vanzelf.js', import.meta.url))
// From the sources of the workspace; what npm gets needs neither option.
const node = ['--conditions=vanzelf:src', '--import', import.meta.resolve('tsx/esm'), bin]

function vanzelf(args: readonly string[], cwd = city): Promise<Heard> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...node, ...args], { cwd }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}

describe('the command in a process of its own', { timeout: 60_000 }, () => {
  it('loads a configuration in TypeScript, and ends when all is written', async () => {
    const { code, out, err } = await vanzelf(['describe', 'waste-bags', '--format', 'markdown'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^# Allowance/)
    expect(out).toMatch(/article not seen \|\n$/)
  })

  it('loads one of a CommonJS project', async () => {
    const { code, out, err } = await vanzelf(
      ['describe', 'waste-bags'],
      fileURLToPath(new URL('fixtures/commonjs', import.meta.url)),
    )
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('Conditions')
  })

  it('asks its connectors', async () => {
    const { code, out } = await vanzelf(['decide', 'waste-bags', '--subject', 'anna', '--on', '2026-01-01', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ outcome: 'eligible' })
  })

  it('leaves its exit code, and no control codes in a pipe', async () => {
    const { code, out, err } = await vanzelf(['describe', 'wast-bags'])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('did you mean `ghent/waste-bags`?')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for is a control character
    expect(err).not.toMatch(/\u001b/)
  })
})
