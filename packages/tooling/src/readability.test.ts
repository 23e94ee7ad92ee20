import { describe, expect, it } from 'vitest'
import { readabilityOf, syllablesIn } from './readability.ts'

describe('syllables', () => {
  it.each([
    ['geld', 1],
    ['jouw', 1],
    ['je', 1],
    ['gezin', 2],
    ['huis', 1],
    ['over', 2],
    ['adres', 2],
    ['aanvraag', 2],
    ['tegemoetkoming', 5],
    ['inkomen', 3],
    ['gezinsleden', 4],
  ])('%s has %i', (word, count) => expect(syllablesIn(word)).toBe(count))
})

describe('sentences', () => {
  it.each<[string, readonly number[]]>([
    ['Je krijgt geld. Je hoeft niets te doen.', [3, 5]],
    ['Zie art. 3 van het reglement.', [5]],
    ['- je woont hier\n- je bent 18 jaar', [3, 3]],
    ['1. dit geldt: ja\n2. dit geldt: nee', [3, 3]],
    ['Je krijgt € 1.234,50 op 1 mei 2026.', [3]],
    ['50 %', []],
    ['', []],
  ])('%j', (text, words) => expect(readabilityOf(text).sentences.map((one) => one.words)).toEqual(words))

  it('are told, so that one that is too long can be found', () =>
    expect(readabilityOf('Je krijgt geld. Je hoeft niets te doen.').sentences[1]?.text).toBe('Je hoeft niets te doen.'))
})

describe('reading ease', () => {
  it('is what the formula says', () =>
    // 2 sentences, 8 words, 9 syllables: "vragen" has two.
    expect(readabilityOf('Je krijgt geld. Je hoeft niets te vragen.').ease).toBeCloseTo(
      206.84 - 0.93 * 4 - (77 * 9) / 8,
    ))

  it('tells an easy text from the language of a regulation', () => {
    const easy = readabilityOf('Je krijgt geld van de stad. Je hoeft zelf niets te doen.')
    const hard = readabilityOf(
      'De tegemoetkoming wordt ambtshalve toegekend aan de referentiepersoon overeenkomstig de bepalingen van het retributiereglement.',
    )
    expect(easy.ease).toBeGreaterThan(80)
    expect(hard.ease).toBeLessThan(30)
  })

  it('does not count what must be called by its name', () => {
    const text = 'Je krijgt de verhoogde tegemoetkoming.'
    expect(readabilityOf(text, { terms: ['verhoogde tegemoetkoming'] }).ease).toBeGreaterThan(readabilityOf(text).ease)
  })
})
