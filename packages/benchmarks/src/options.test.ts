import { expect, it } from 'vitest'
import { optionsOf } from './options.ts'

it('runs everything over 20,000 records unless told otherwise', () => {
  expect(optionsOf([])).toMatchObject({
    parts: ['decisions', 'types', 'city', 'campaign'],
    records: 20_000,
    rounds: 21,
    milliseconds: 40,
  })
})

it('is quick when asked, except where a figure is given', () => {
  expect(optionsOf(['--quick', '--rounds', '3'])).toMatchObject({
    checked: 2_000,
    rounds: 3,
    milliseconds: 15,
    recorded: false,
  })
})

it('always runs the yardstick and what it measures', () => {
  expect(optionsOf(['--peers', 'feelin,publicodes'])).toMatchObject({
    engines: ['hand-written', 'vanzelf', 'feelin', 'publicodes'],
  })
})

it('says which peers there are when one is not there', () => {
  expect(() => optionsOf(['--peers', 'feeling'])).toThrow('--peers has no `feeling`; there are ')
})

it('refuses a number that is none', () => {
  expect(() => optionsOf(['--rounds', 'many'])).toThrow('--rounds is a whole number above zero')
})
