import { expect, it } from 'vitest'
import { fencesOfPage, fencesOfSource } from './fences.ts'

const page = [
  'text',
  '```sh',
  'npm i',
  '```',
  '```ts',
  'a',
  'b',
  '```',
  '```ts no-run: needs a certificate',
  'c',
  '```',
].join('\n')

it('finds the TypeScript fences of a page, by line', () => {
  expect(fencesOfPage('p.md', page)).toMatchObject([
    { line: 6, code: 'a\nb', notRun: undefined },
    { line: 10, code: 'c', notRun: 'needs a certificate' },
  ])
})

it('finds the examples of docstrings, by line', () => {
  const source =
    '/** No example. */\nexport const x = 1\n\n/**\n * Words.\n * @example\n * ```ts\n * x // => 1\n * ```\n */\nexport const y = 1'
  expect(fencesOfSource('x.ts', source)).toMatchObject([{ line: 8, code: 'x // => 1', inDocstring: true }])
})

it('refuses a fence that is not closed', () => {
  expect(() => fencesOfPage('p.md', 'text\n```ts\na')).toThrow('p.md:2: a fence is not closed')
})
