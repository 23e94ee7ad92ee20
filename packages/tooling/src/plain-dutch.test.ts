import { describe, expect, it } from 'vitest'
import { type Draw, hardSentences, speaksPlainDutch } from './plain-dutch.ts'

describe('a sentence is too hard', () => {
  const hard = 'De verhoogde tegemoetkoming is van toepassing op je gezin.'
  it.each<[string, string, readonly string[], number]>([
    ['by its words', hard, [], 1],
    ['not by the name of a benefit', hard, ['verhoogde tegemoetkoming'], 0],
    ['not by what it quotes', 'Grond “retributiereglement, artikel niet ingezien”: nog niet bekend', [], 0],
    ['not where it is short', 'Verhoogde tegemoetkoming: nee', [], 0],
    ['by its length', `Je krijgt ${'dit en '.repeat(10)}dat.`, [], 1],
    ['not at twenty words', `Je krijgt ${'dit en '.repeat(8)}dit dat.`, [], 0],
    ['each by itself', `Je krijgt geld van de stad. ${hard}`, [], 1],
  ])('%s', (_, text, terms, count) => expect(hardSentences(text, terms)).toHaveLength(count))
})

speaksPlainDutch('a policy of a test', {
  rule: '# Bon\n\n- Reglement: reglementering betreffende tegemoetkomingen\n\n## Voorwaarden\n\nJe woont in de stad.\n',
  tell: (draw: Draw) => {
    const outcome = draw(['eligible', 'not eligible', 'undetermined'])
    return { outcome, text: `Er is ${outcome === 'eligible' ? 'recht' : 'geen recht'}.` }
  },
  terms: [],
})
