import { describe as told } from '@vanzelf/rules/describe'
import { dutch } from '@vanzelf/rules/describe/nl'
import { B1, readabilityOf } from '@vanzelf/tooling/readability'
import { describe, expect, it } from 'vitest'
import { everyKind } from '../../test/every-kind.ts'
import type { Reason } from '../situation.ts'

const { proof } = dutch
const HOLDS = ['yes', 'no', 'unknown'] as const
const REASONS: { readonly [reason in Reason]: true } = {
  'not asked': true,
  'not found': true,
  unavailable: true,
  'not permitted': true,
  'in doubt': true,
}

/** What a citizen reads of a proof, around short words of their own. */
const forCitizens: readonly string[] = [
  proof.eligible,
  proof.notEligible,
  proof.undetermined,
  proof.missing,
  proof.nothing,
  proof.between('€ 10,00', '€ 20,00'),
  proof.oneOf(['geld', 'een bon']),
  proof.period('1 januari 2026', '1 januari 2027'),
  proof.period('1 januari 2026', undefined),
  proof.missingDiscretion('je huis'),
  ...HOLDS.map((holds) => proof.ground('art. 3', holds)),
  ...HOLDS.map((holds) => proof.found('je huis is klein', holds)),
  ...(Object.keys(REASONS) as Reason[]).map((reason) => proof.missingFact('je huis', reason)),
]

describe('Dutch for citizens is at level B1', () => {
  // A formula says nothing of three words: ease is measured of all of them together, and of each that is a sentence.
  it('taken together', () => expect(readabilityOf(forCitizens.join('\n')).ease).toBeGreaterThanOrEqual(B1.ease))

  it.each(forCitizens)('%s', (text) => {
    const { ease, longestSentence } = readabilityOf(text)
    expect(longestSentence).toBeLessThanOrEqual(B1.longestSentence)
    if (longestSentence > 4) expect(ease).toBeGreaterThanOrEqual(B1.ease)
  })
})

/** Names that a regulation gives; its text must use them. */
const terms = ['leefloon', 'gezinsleden', 'referentiepersoon', 'geboortedatum', 'schrijnende situatie', 'meerderjarig']

/** Tables are read by their cells. */
const withoutTables = (text: string) => text.replace(/^\s*\|.*$/gm, '')

describe('Dutch for officers', () => {
  const texts = Object.entries(everyKind).map(
    ([kind, expression]) => [kind, withoutTables(told(expression, { in: dutch, on: '2026-01-01' }))] as const,
  )

  // Whoever signs a rule needs it exact: it may take some words more, and no other words.
  it.each(texts)('has no sentence that has to be read twice: %s', (_, text) =>
    expect(readabilityOf(text, { terms }).longestSentence).toBeLessThanOrEqual(B1.longestSentence + 5),
  )

  it('is as easy as a text for citizens, taken together', () =>
    expect(readabilityOf(texts.map(([, text]) => text).join('\n'), { terms }).ease).toBeGreaterThanOrEqual(B1.ease))
})
