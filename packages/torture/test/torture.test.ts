import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../src/torture.ts', import.meta.url))

function torture(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=vanzelf:src', '--import', import.meta.resolve('tsx/esm'), program, ...args],
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out: `${out}${err}` }),
    )
  })
}

describe('a small city under torture', { timeout: 300_000 }, () => {
  it('ends as one that nobody touched, killed, shared and corrected', async () => {
    const { code, out } = await torture('--kills=2', '--households=200', '--workers=2', '--corrections=10')
    expect(out).toContain('All of it holds.')
    expect(code).toBe(0)
  })

  it('is refused where a number is none', async () => {
    expect(await torture('--kills=many')).toMatchObject({ code: 2 })
  })
})
