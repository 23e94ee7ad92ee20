import { describe, expect, it } from 'vitest'
import { B1, readabilityOf } from './readability.ts'

/** Draws one of several: the same ones in the same order, run after run. */
export type Draw = <const Choices extends readonly [unknown, ...unknown[]]>(choices: Choices) => Choices[number]

/** What is told of one decision. */
export interface Told {
  readonly outcome: string
  /** The reasons, in Dutch. */
  readonly text: string
}

/** A policy, as far as its Dutch goes: this package knows no rules, so the test of a policy puts it into words. */
export interface InDutch {
  /** The rule as it is described. */
  readonly rule: string
  /** Draws a situation, decides it and tells why. */
  readonly tell: (draw: Draw) => Told
  /** What it must call by its name: benefits, statuses and registers, as the regulation or the register names them. */
  readonly terms: readonly string[]
}

/** Of each outcome so many situations are told. */
const OF_EACH = 50
const OUTCOMES = ['eligible', 'not eligible', 'undetermined'] as const

/**
 * Tests that a policy speaks plain Dutch: every sentence of the reasons of some fifty situations with each outcome, and
 * the rule itself. A formula says nothing of three words, so short sentences are measured together. A rule may take five
 * words more a sentence: whoever signs it needs it exact.
 */
export function speaksPlainDutch(policy: string, { rule, tell, terms }: InDutch): void {
  describe(`${policy} speaks plain Dutch`, () => {
    const { texts, seen } = drawn(tell)
    const sentences = [...new Set(texts.flatMap((text) => text.split('\n').map((line) => line.trim())))].filter(Boolean)

    it.each(OUTCOMES)('of fifty situations: %s', (outcome) => expect(seen.get(outcome)).toBe(OF_EACH))
    it.each(sentences)('%s', (sentence) => expect(hardSentences(sentence, terms)).toEqual([]))
    it('in its reasons, taken together', () =>
      expect(measured(sentences.join('\n'), terms).ease).toBeGreaterThanOrEqual(B1.ease))

    const ruleForReaders = measured(readOf(rule), terms)
    it('in the rule, sentence by sentence', () => {
      const long = ruleForReaders.sentences.filter(({ words }) => words > B1.longestSentence + MORE_OF_A_RULE)
      expect(long.map(({ text }) => text)).toEqual([])
    })
    it('in the rule, taken together', () => expect(ruleForReaders.ease).toBeGreaterThanOrEqual(B1.ease))
  })
}

const MORE_OF_A_RULE = 5
/** Sentences up to this many words are measured together only. */
const SHORT = 5

/** The sentences of a text that are too long or too hard, each measured by itself. */
export function hardSentences(text: string, terms: readonly string[]): readonly string[] {
  return measured(text, terms)
    .sentences.filter(({ text, words }) => {
      const isHard = words > SHORT && measured(text.replaceAll('…', QUOTED), []).ease < B1.ease
      return words > B1.longestSentence || isHard
    })
    .map(({ text }) => text)
}

/** What is quoted is cited as it stands, such as the article of a ground: it counts as one term. */
const measured = (text: string, terms: readonly string[]) =>
  readabilityOf(text.replace(/“[^”]+”/g, QUOTED), { terms: [...terms, QUOTED] })
const QUOTED = 'Citaat'

/** Tables are read by their cells; the title of a regulation, its figures and what is asked are for officers. */
const readOf = (rule: string) =>
  rule
    .split(/^(?=## )/m)
    .filter((chapter) => !/^## (?:Cijfers en lijsten|Gevraagde gegevens)$/m.test(chapter))
    .join('')
    .replace(/^\s*\|.*$/gm, '')
    .replace(/^- Reglement: .*$/m, '')

function drawn(tell: InDutch['tell']): {
  readonly texts: readonly string[]
  readonly seen: ReadonlyMap<string, number>
} {
  const draw = drawing()
  const seen = new Map<string, number>()
  const texts: string[] = []
  for (let tries = 0; tries < MOST_TRIES && OUTCOMES.some((outcome) => (seen.get(outcome) ?? 0) < OF_EACH); tries++) {
    const { outcome, text } = tell(draw)
    const before = seen.get(outcome) ?? 0
    if (before >= OF_EACH) continue
    seen.set(outcome, before + 1)
    texts.push(text)
  }
  return { texts, seen }
}

const MOST_TRIES = 5000

/** Park and Miller's generator: enough to choose, and not for secrets. */
function drawing(): Draw {
  let state = 20_261
  return (choices) => {
    state = (state * 48_271) % 0x7fff_ffff
    return choices[state % choices.length]
  }
}
