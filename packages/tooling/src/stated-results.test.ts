import { describe, expect, it } from 'vitest'
import { checkStatedResults } from './stated-results.ts'
import { type Stated, states } from './states.ts'

const checked = (code: string) => checkStatedResults(code, (line) => `page:${line}`)

describe('a `// =>` comment', () => {
  it.each([
    ['after an expression', '1 + 1 // => 2', ';await __states(async () => (1 + 1), { equals: () => (2) }) // => 2'],
    ['after a log', 'console.log(a) // => 2', ';await __states(async () => (a), { equals: () => (2) }) // => 2'],
    [
      'after a declaration',
      'const a = 1 // => 1',
      'const a = 1;await __states(async () => a, { equals: () => (1) }) // => 1',
    ],
    [
      'that states a part',
      'a // => { b: 1, … }',
      ';await __states(async () => (a), { atLeast: () => ({ b: 1 }) }) // => { b: 1, … }',
    ],
    [
      'that states an error',
      'a() // => throws `x-y`',
      ';await __states(async () => (a()), { throws: "x-y" }) // => throws `x-y`',
    ],
  ])('%s becomes a check', (_, code, check) => {
    expect(checked(code)).toBe(check)
  })

  it('goes on until its brackets are closed', () => {
    expect(checked('a\n// => [\n//   1,\n// ]\n// more')).toContain('equals: () => ([ 1, ])')
  })

  it('keeps every line where it is', () => {
    const code = 'const a = [\n  1,\n]\n\na // => [1]\nconst b = a // => [1]'
    expect(checked(code).split('\n')).toHaveLength(code.split('\n').length)
  })

  it.each([
    ['inside a block', 'if (a) {\n  b // => 1\n}'],
    ['before anything', '// => 1\na'],
    ['after an import', "import a from 'a' // => 1"],
  ])('%s is refused, because nothing would check it', (_, code) => {
    expect(() => checked(code)).toThrow(/^page:1: `?/)
  })
})

describe('a stated result', () => {
  const answer = async () => ({ outcome: 'eligible', benefit: 1 })
  const refusal = async () => Promise.reject(Object.assign(new Error('no basis'), { code: 'no-basis' }))

  it.each<[string, () => Promise<unknown>, Stated]>([
    ['the value', answer, { equals: () => ({ outcome: 'eligible', benefit: 1 }) }],
    ['a part of it', answer, { atLeast: () => ({ outcome: 'eligible' }) }],
    ['the code of an error', refusal, { throws: 'no-basis' }],
  ])('holds for %s', async (_, actual, stated) => {
    await states(actual, stated)
  })

  it.each<[string, () => Promise<unknown>, Stated]>([
    ['another value', answer, { equals: () => ({ outcome: 'eligible' }) }],
    ['another part', answer, { atLeast: () => ({ outcome: 'undetermined' }) }],
    ['another error', refusal, { throws: 'no-purpose' }],
    ['no error', answer, { throws: 'no-basis' }],
  ])('fails for %s', async (_, actual, stated) => {
    await expect(states(actual, stated)).rejects.toThrow()
  })
})
