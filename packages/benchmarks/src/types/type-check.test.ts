import { describe, expect, it } from 'vitest'
import { generatedPolicy } from './generated-policy.ts'
import { compilers, shownType } from './type-check.ts'

describe('the generated policy', () => {
  it('has 40 facts of 5 sources', () => {
    const { 'policy.ts': _policy, ...sources } = generatedPolicy()
    expect(Object.keys(sources)).toHaveLength(5)
    expect(
      Object.values(sources)
        .join('')
        .match(/^export const /gm),
    ).toHaveLength(40)
  })

  it('has 80 criteria', () => {
    const text = generatedPolicy()['policy.ts'] ?? ''
    const alone = text.match(/(?<=[(,] ?)fact\d+(?=, throughout)/g) ?? []
    const worded = text.match(/\b(?:below|atMost|atLeast|some|oneOf|on|every|throughout)\(/g) ?? []
    expect(alone.length + worded.length).toBe(80)
  })
})

describe.each(compilers)('$contender', ({ path }) => {
  it('names the facts where it shows the type of a policy', () => {
    expect(shownType(path)).toMatch(/Type 'Policy<"person", (\w+ \| ){5}.*Fact\d\d/)
  })
})
