import type { Telling } from './telling.ts'
import { type Block, noun, type Words } from './words.ts'

/** A sentence longer than this is hard to read; its long parts are then told below it. */
const LONG_SENTENCE = 150
const LONG_PART = 45

/** Words as they can stand within a sentence; else a letter, and what it stands for. */
export function inline(
  words: Words,
  telling: Telling,
  tooLong = false,
): { readonly text: string; readonly below: readonly Block[] } {
  if (words.below.length === 0 && !words.clause && !tooLong) return { text: words.text, below: [] }
  const letter = telling.in.values.letter(telling.letter())
  return { text: letter, below: [point(letter, words, telling)] }
}

/** "(a): what it stands for". */
export function point(name: string, { text, below }: Words, telling: Telling): Words {
  return noun(`${name}${telling.in.values.colon} ${text}`, { below })
}

/**
 * Words over some operands. The points of a single operand follow the sentence; where several have points, or one is too
 * long, they get letters.
 */
export function sentence(
  operands: readonly Words[],
  telling: Telling,
  say: (...texts: string[]) => Pick<Words, 'text' | 'denied'> | string,
  more: Omit<Words, 'text' | 'denied' | 'below'> = {},
  after: readonly Block[] = [],
): Words {
  const said = (texts: readonly string[]) => {
    const words = say(...texts)
    return typeof words === 'string' ? { text: words } : words
  }
  const isLong = said(operands.map(({ text }) => text)).text.length > LONG_SENTENCE
  const pointed = operands.filter(({ below }) => below.length > 0).length + (after.length > 0 ? 1 : 0)
  const parts = operands.map((operand) => {
    const isTooLong = isLong && operand.text.length > LONG_PART
    return pointed > 1 || operand.clause || isTooLong ? inline(operand, telling, isTooLong) : operand
  })
  return { ...said(parts.map(({ text }) => text)), below: [...parts.flatMap(({ below }) => below), ...after], ...more }
}

/** A clause that starts with a shift, and then says what holds there. */
export function shifted(
  operands: readonly Words[],
  part: Words,
  telling: Telling,
  say: (clause: string, ...texts: string[]) => string,
  deniable = false,
): Words {
  const { text, denied, below } = part
  return sentence(
    operands,
    telling,
    (...texts) => ({
      text: say(text, ...texts),
      ...(deniable && denied !== undefined && { denied: say(denied, ...texts) }),
    }),
    { clause: true },
    below,
  )
}
