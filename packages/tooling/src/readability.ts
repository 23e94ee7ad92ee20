import { createRequire } from 'node:module'

// Loaded as CommonJS, the form in which it is published: one file of patterns for each language.
const require = createRequire(import.meta.url)
const { hyphenateSync }: Hyphenator = require('hyphen/nl')

interface Hyphenator {
  hyphenateSync(text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }): string
}

/** How hard a Dutch text is to read. */
export interface Readability {
  /** The reading ease of Flesch, as Douma fitted it to Dutch: 0 is very hard, 100 very easy. */
  readonly ease: number
  /** Words of the longest sentence. */
  readonly longestSentence: number
  /** Each sentence, so that a failing check names the one at fault. */
  readonly sentences: readonly Sentence[]
}

/** One sentence, with what is counted in it. */
export interface Sentence {
  readonly text: string
  readonly words: number
  readonly syllables: number
}

/**
 * What a text for citizens at level B1 keeps to. Douma calls an ease from 60 to 70 "ordinary", and a sentence longer than
 * twenty words is what every guide to plain Dutch says to cut in two.
 */
export const B1 = { ease: 60, longestSentence: 20 } as const

/**
 * Measures a Dutch text: reading ease by Flesch-Douma (`206.84 - 0.93 × words per sentence - 77 × syllables per word`),
 * with syllables counted by the hyphenation patterns of TeX, and the longest sentence. A line, such as a point of a list,
 * ends a sentence too. Markup, dates, amounts and other figures are no words: nobody spells them out.
 * @param text Markdown or plain
 * @param options `terms`: what a text must call by its name, such as a benefit; each counts as one word of two syllables,
 * so that the measure is of the sentence around it
 * @example
 * ```ts
 * readabilityOf('Je krijgt 50 euro. Je hoeft niets te doen.').longestSentence // => 5
 * ```
 */
export function readabilityOf(text: string, { terms = [] }: { readonly terms?: readonly string[] } = {}): Readability {
  const sentences = sentencesOf(withoutTerms(text.replace(DATE, '0'), terms)).flatMap(
    (sentence): readonly Sentence[] => {
      const words = sentence.match(WORD) ?? []
      if (words.length === 0) return []
      return [
        {
          text: sentence.replaceAll(TERM, '…').trim(),
          words: words.length,
          syllables: words.reduce((sum, word) => sum + syllablesIn(word), 0),
        },
      ]
    },
  )
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0)
  const syllables = sentences.reduce((sum, sentence) => sum + sentence.syllables, 0)
  return {
    ease: words === 0 ? 100 : 206.84 - (0.93 * words) / sentences.length - (77 * syllables) / words,
    longestSentence: Math.max(0, ...sentences.map((sentence) => sentence.words)),
    sentences,
  }
}

/** How many syllables a Dutch word has. */
export function syllablesIn(word: string): number {
  if (word === TERM) return 2
  const hyphenated = hyphenateSync(word.toLowerCase(), { hyphenChar: '|', minWordLength: 1 })
  // A line never ends after one letter, so the patterns do not know the first syllable of "over" and "adres".
  const opens = /^[aeiou](?:[bcdfghjklmnpqrstvwxz]|[bcdfgkptv][lr])[aeiouyéë]/i.test(word) && !/^..?\|/.test(hyphenated)
  return hyphenated.split('|').length + (opens ? 1 : 0)
}

const DATE =
  /\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?: \d{4})?/g
const WORD = /\p{L}[\p{L}’'-]*/gu
/** Stands for a term while sentences are taken apart. */
const TERM = 'Xterm'

function withoutTerms(text: string, terms: readonly string[]): string {
  const longestFirst = [...terms].toSorted((a, b) => b.length - a.length).map(escaped)
  return longestFirst.length === 0 ? text : text.replace(new RegExp(longestFirst.join('|'), 'giu'), TERM)
}
const escaped = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A full stop ends a sentence before a capital: "art. 3" and "1.234" have none after it. */
const sentencesOf = (text: string) =>
  text.split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}“"])/u).map((line) => line.replace(/^\s*(?:[-*#>]+|\d+\.)\s*/, '').trim())
