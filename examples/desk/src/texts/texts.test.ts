import { expect, it } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()

it.each(Object.entries(nl))('%s names the same things in each language', (key, text) => {
  for (const texts of [fr, de, en]) expect(placesIn(texts[key as keyof typeof nl])).toEqual(placesIn(text))
})

it('Dutch sentences are short enough for everybody', () => {
  for (const text of Object.values(nl))
    for (const sentence of text.split(/[.?!:] /)) expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20)
})
