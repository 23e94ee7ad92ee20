import { describe, expect, it } from 'vitest'
import { helped } from '../test/welfare.ts'
import { purposeOf } from './purpose.ts'

const policy = { name: 'exampleville/meals', basis: { welfare: 'own files', helped: 'protocol 2026/1' } }

describe('the purpose of an ask', () => {
  it('rests on the basis of the fact, before that of its source', () =>
    expect(purposeOf(policy, helped, 'Exampleville').basis).toBe('protocol 2026/1'))

  it.each([
    ['a policy that names no basis at all', { name: 'exampleville/meals' }],
    ['one that names a blank one', { name: 'exampleville/meals', basis: { welfare: ' ' } }],
    [
      'one that names a basis for other sources only',
      { name: 'exampleville/meals', basis: { tax: 'protocol 2026/2' } },
    ],
  ])('is refused to %s', (_, other) =>
    expect(() => purposeOf(other, helped, 'Exampleville')).toThrow(expect.objectContaining({ code: 'no-legal-basis' })),
  )

  it('is refused to nobody', () =>
    expect(() => purposeOf(policy, helped, '')).toThrow(expect.objectContaining({ code: 'no-asker' })))
})
