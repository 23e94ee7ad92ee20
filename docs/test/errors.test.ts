import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const packages = new URL('../../packages/', import.meta.url)
const published = readdirSync(packages).filter((name) => !['tooling', 'benchmarks'].includes(name))
const sources = published.flatMap((name) => filesBelow(new URL(`${name}/src/`, packages)))

// Codes are literals: beside `code:`, or handed to a function that refuses.
const written = sources.flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  const beside = /[ (]code: '([a-z-]{4,})'/g
  const handed = /refuse\(\s*(?:typing\.)?place,\s*'([a-z-]+)'/g
  return [beside, handed].flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code))
})
/** Zod's own word for a check of ours, told as `bad-value`. */
const NOT_OURS = 'custom'
const codes = [...new Set(written)].filter((code) => code !== NOT_OURS).sort()

const page = readFileSync(new URL('../errors.md', import.meta.url), 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('| `'))
const told = new Set(
  rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code)),
)

describe('the page of errors', () => {
  it('finds codes in the sources', () => expect(codes.length).toBeGreaterThan(30))
  it.each(codes)('tells `%s`', (code) => expect([...told]).toContain(code))
})

function filesBelow(folder: URL): readonly URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesBelow(new URL(`${entry.name}/`, folder))
    return /\.ts$/.test(entry.name) && !/\.test(-d)?\.ts$/.test(entry.name) ? [new URL(entry.name, folder)] : []
  })
}
