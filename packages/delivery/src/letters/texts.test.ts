import { B1, readabilityOf } from '@vanzelf/tooling/readability'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { type MessageKey, texts } from './texts.ts'

type Part = { readonly value?: unknown; readonly type: number; readonly options?: object }
const LITERAL = 0
const POUND = 7

function argumentsOf(message: string): readonly string[] {
  const found = (parts: readonly Part[]): readonly string[] =>
    parts.flatMap((part) =>
      part.type === LITERAL || part.type === POUND
        ? []
        : [
            String(part.value),
            ...Object.values(part.options ?? {}).flatMap((option: { readonly value: readonly Part[] }) =>
              found(option.value),
            ),
          ],
    )
  return [...new Set(found(new IntlMessageFormat(message, 'nl').getAst() as readonly Part[]))].toSorted()
}

const keys = Object.keys(texts.nl) as MessageKey[]

describe.each(['fr', 'de', 'en'] as const)('the texts in %s', (language) => {
  it('have the keys of the Dutch ones', () => expect(Object.keys(texts[language])).toEqual(keys))
  it.each(keys)('take the arguments of the Dutch ones: %s', (key) =>
    expect(argumentsOf(texts[language][key])).toEqual(argumentsOf(texts.nl[key])),
  )
})

/** What a letter fills in is called by its own name: one term, so that the sentence around it is measured. */
const filled = (key: MessageKey) =>
  String(
    new IntlMessageFormat(texts.nl[key], 'nl').format(
      Object.fromEntries(
        argumentsOf(texts.nl[key]).map((name) => [name, ['count', 'days'].includes(name) ? 2 : 'Term']),
      ),
    ),
  )

describe('the Dutch texts are at level B1', () => {
  const sentences = keys.map(filled).filter((text) => /[.?]$/.test(text))
  it('taken together', () =>
    expect(readabilityOf(sentences.join('\n'), { terms: ['Term'] }).ease).toBeGreaterThanOrEqual(B1.ease))
  it.each(sentences)('%s', (text) => {
    const { ease, longestSentence } = readabilityOf(text, { terms: ['Term'] })
    expect(longestSentence).toBeLessThanOrEqual(B1.longestSentence)
    if (longestSentence > 5) expect(ease).toBeGreaterThanOrEqual(B1.ease)
  })
})
