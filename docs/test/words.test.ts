import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const exported = [...read('../../packages/rules/src/index.ts').matchAll(/\{([^}]+)\}/g)]
  .flatMap(([, names = '']) => names.split(','))
  .map((name) => name.replace(/^\s*type\s/, '').trim())
  .filter((name) => name !== '')

// A word is told in a row of a table; that an example uses it is not enough.
const rows = read('../words.md')
  .split('\n')
  .filter((line) => line.startsWith('|'))
const told = new Set(
  rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.split(/\W+/))),
)

describe('the page of words', () => {
  it('finds the exports', () => expect(exported.length).toBeGreaterThan(100))
  it.each(exported)('tells `%s`', (name) => expect(told.has(name)).toBe(true))
})
