import type { Chapter } from '../cases.ts'
import type { Node } from '../tree.ts'
import { sentence } from './sentence.ts'
import type { Telling } from './telling.ts'
import { type Measure, measureOf, type Words } from './words.ts'

export const arithmetic: Chapter<'arithmetic', Telling, Words> = {
  plus: ({ parts }, telling) => total(parts, telling, (texts) => telling.in.arithmetic.plus(texts)),

  minus: ({ left, right }, telling) => {
    const operands = [telling.tell(left), telling.tell(right)]
    const [first, second] = operands
    if (first?.measure === 'year' && second?.figure)
      return sentence(operands, telling, (year = '', number = '') => telling.in.arithmetic.yearsBefore(number, year), {
        measure: 'year',
      })
    return total([left, right], telling, ([a = '', b = '']) => telling.in.arithmetic.minus(a, b))
  },

  times: ({ left, by }, telling) => total([left, by], telling, ([a = '', b = '']) => telling.in.arithmetic.times(a, b)),

  dividedBy: ({ left, by }, telling) =>
    total([left, by], telling, ([a = '', b = '']) => telling.in.arithmetic.dividedBy(a, b)),

  percentOf: ({ share, of }, telling) => {
    const operands = [telling.tell(share), telling.tell(of)]
    const whole = operands[1]
    return sentence(operands.map(bracketed), telling, (a = '', b = '') => telling.in.arithmetic.percentOf(a, b), {
      ...(whole?.measure !== undefined && { measure: whole.measure }),
    })
  },

  round: ({ part, rule, step }, telling) => {
    const { arithmetic } = telling.in
    const words = telling.tell(part)
    return sentence(
      [bracketed(words)],
      telling,
      (text = '') => arithmetic.round(text, rule, arithmetic.step(step, words.measure)),
      measureOf(words),
    )
  },

  lowest: ({ parts }, telling) =>
    chosen(parts, telling, (texts, measure) => telling.in.arithmetic.lowest(texts, measure)),
  highest: ({ parts }, telling) =>
    chosen(parts, telling, (texts, measure) => telling.in.arithmetic.highest(texts, measure)),
}

/** "The lowest of a minus b and c" reads as it is; one choice within another does not. */
function chosen(
  parts: readonly Node[],
  telling: Telling,
  say: (texts: readonly string[], measure: Measure | undefined) => string,
): Words {
  const operands = parts.map((part) => telling.tell(part))
  const { measure } = measureOf(...operands)
  return sentence(
    operands.map((words) => (words.compound === 'choice' ? bracketed(words) : words)),
    telling,
    (...texts) => say(texts, measure),
    { ...measureOf(...operands), compound: 'choice' },
  )
}

function total(parts: readonly Node[], telling: Telling, say: (texts: readonly string[]) => string): Words {
  const operands = parts.map((part) => telling.tell(part))
  if (operands.length === 1 && operands[0] !== undefined) return operands[0]
  return sentence(operands.map(bracketed), telling, (...texts) => say(texts), {
    ...measureOf(...operands),
    compound: 'terms',
  })
}

/** Arithmetic within arithmetic stands in brackets, as at school. */
const bracketed = (words: Words): Words => (words.compound ? { ...words, text: `(${words.text})` } : words)
