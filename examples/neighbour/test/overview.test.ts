import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { households } from '../src/households.ts'
import { overview } from '../src/overview.ts'

const lines = overview(households, '2026-10-01')

describe('the overview', () => {
  it('is what the README shows', () =>
    expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(lines.join('\n').trim()))

  it('tells what is missing where something is not decided', () => {
    const open = lines.filter((line) => line.includes('not decided yet'))
    expect(open).toHaveLength(6)
    for (const line of open) expect(line).toMatch(/for want of increased reimbursement \(unavailable\)$/)
  })
})
