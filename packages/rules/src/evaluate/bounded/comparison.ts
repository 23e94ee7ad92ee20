import type { Chapter } from '../../cases.ts'
import type { Node } from '../../tree.ts'
import type { Frame } from '../frame.ts'
import { SOMEBODY } from '../frame.ts'
import type { Compile } from './bounded.ts'
import { as, type Bounded, bothPresent, least, NO, PERHAPS, type ReadTruth, type Truth, YES } from './bounded.ts'

/** `left < right`, or with `equal` `left <= right`, of values between bounds. */
function ordered(left: Bounded, right: Bounded, equal: boolean): ReadTruth {
  if (left.as === 'number') {
    const [a, b] = [left.read, as('number', right).read]
    return (frame) => {
      const low = a(frame)
      const high = frame.high
      const limit = b(frame)
      const most = frame.high
      return equal ? (high <= limit ? YES : low > most ? NO : PERHAPS) : high < limit ? YES : low >= most ? NO : PERHAPS
    }
  }
  const [a, b] = [as('date', left).read, as('date', right).read]
  return (frame) => {
    const first = a(frame)
    const last = frame.last
    const limit = b(frame)
    const latest = frame.last
    return equal
      ? last <= limit
        ? YES
        : first > latest
          ? NO
          : PERHAPS
      : last < limit
        ? YES
        : first >= latest
          ? NO
          : PERHAPS
  }
}

const compared = (left: Node, right: Node, equal: boolean, compile: Compile): Bounded => ({
  as: 'truth',
  read: ordered(compile(left), compile(right), equal),
})

export const comparison: Chapter<'comparison', Compile, Bounded> = {
  below: ({ left, right }, compile) => compared(left, right, false, compile),
  atMost: ({ left, right }, compile) => compared(left, right, true, compile),
  above: ({ left, right }, compile) => compared(right, left, false, compile),
  atLeast: ({ left, right }, compile) => compared(right, left, true, compile),
  is: ({ left, right }, compile) => {
    const [a, b] = [compile(left), compile(right)]
    return { as: 'truth', read: presentAnd(bothPresent(a.present, b.present), equal(a, b)) }
  },
  oneOf: ({ left, among }, compile) => {
    const [text, list] = [compile(left), as('texts', compile(among))]
    const [read, all] = [textOf(text), list.read]
    return {
      as: 'truth',
      read: presentAnd(bothPresent(text.present, list.present), (frame) => {
        const one = read(frame)
        const texts = all(frame)
        if (texts === undefined) return PERHAPS
        if (texts.length === 0) return NO
        return one === undefined ? PERHAPS : texts.includes(one) ? YES : NO
      }),
    }
  },
}

/** An absent value equals nothing and is one of nothing. */
export function presentAnd(present: ReadTruth | undefined, read: ReadTruth): ReadTruth {
  if (present === undefined) return read
  return (frame) => {
    const there = present(frame)
    return there === NO ? NO : least(there, read(frame))
  }
}

/** A text that looks like a date is one when it stands among texts. */
function textOf(part: Bounded): (frame: Frame) => string | undefined {
  if (part.as !== 'date') return as('text', part).read
  return (frame) => {
    const first = part.read(frame)
    return first === frame.last ? first : undefined
  }
}

function equal(left: Bounded, right: Bounded): ReadTruth {
  switch (left.as) {
    case 'number': {
      const [a, b] = [left.read, as('number', right).read]
      return (frame) => {
        const low = a(frame)
        const high = frame.high
        const other = b(frame)
        return meet(low, high, other, frame.high)
      }
    }
    case 'date': {
      const [a, b] = [left.read, as('date', right).read]
      return (frame) => {
        const first = a(frame)
        const last = frame.last
        const other = b(frame)
        return meet(first, last, other, frame.last)
      }
    }
    case 'truth': {
      const [a, b] = [left.read, as('truth', right).read]
      return (frame) => {
        const [one, other] = [a(frame), b(frame)]
        return one === PERHAPS || other === PERHAPS ? PERHAPS : one === other ? YES : NO
      }
    }
    case 'one': {
      const [a, b] = [left.read, as('one', right).read]
      return (frame) => {
        const [one, other] = [a(frame), b(frame)]
        if (one === undefined || other === undefined || one === SOMEBODY || other === SOMEBODY) return PERHAPS
        return one === other ? YES : NO
      }
    }
    default: {
      const [a, b] = [as('text', left).read, as('text', right).read]
      return (frame) => {
        const [one, other] = [a(frame), b(frame)]
        return one === undefined || other === undefined ? PERHAPS : one === other ? YES : NO
      }
    }
  }
}

/** Whether two ranges are one value, cannot be equal, or may be. */
function meet<Value extends number | string>(low: Value, high: Value, other: Value, most: Value): Truth {
  if (high < other || most < low) return NO
  return low === high && other === most ? YES : PERHAPS
}
