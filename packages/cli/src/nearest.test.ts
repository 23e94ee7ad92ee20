import { expect, it } from 'vitest'
import { nearest, suggestion } from './nearest.ts'

it.each([
  ['descrbe', 'describe'],
  ['dsecribe', 'describe'],
  ['Describe', 'describe'],
  ['tests', 'test'],
  ['requirements', undefined],
  ['', undefined],
])('%s is near %s', (word, meant) => expect(nearest(word, ['describe', 'decide', 'test'])).toBe(meant))

it('lists what there is where nothing is near', () => {
  expect(suggestion('x', ['describe', 'decide'])).toBe('there are `describe`, `decide`')
  expect(suggestion('xyz', ['describe'])).toBe('there is `describe`')
})
