import type { Chapter } from '../../cases.ts'
import { exact, exactLeast, exactMost, multiplied, product, quotient, rounded } from '../../number.ts'
import type { Node } from '../../tree.ts'
import type { Compile } from './bounded.ts'
import { as, type Bounded, type ReadNumber } from './bounded.ts'

const number = (node: Node, compile: Compile): ReadNumber => as('number', compile(node)).read

/** Two ranges, combined corner by corner; `settled` combines two numbers, and makes no ranges of them. */
function combined(
  left: ReadNumber,
  right: ReadNumber,
  combine: typeof product,
  scale = 1,
  settled?: (a: number, b: number) => number,
): Bounded {
  return {
    as: 'number',
    read: (frame) => {
      const low = left(frame)
      const high = frame.high
      const other = right(frame)
      if (settled !== undefined && low === high && other === frame.high) {
        const value = exact(settled(low, other) / scale)
        frame.high = value
        return value
      }
      const { least, most } = combine({ least: low, most: high }, { least: other, most: frame.high })
      frame.high = exact(most / scale)
      return exact(least / scale)
    },
  }
}

function extreme(parts: readonly Node[], compile: Compile, sign: 1 | -1): Bounded {
  const compiled = parts.map((part) => compile(part))
  if (compiled[0]?.as === 'date') {
    const reads = compiled.map((part) => as('date', part).read)
    const beyond = (a: string, b: string) => (sign === 1 ? a > b : a < b)
    return {
      as: 'date',
      read: (frame) => {
        let [first, last] = ['', '']
        reads.forEach((read, index) => {
          const one = read(frame)
          if (index === 0 || beyond(one, first)) first = one
          if (index === 0 || beyond(frame.last, last)) last = frame.last
        })
        frame.last = last
        return first
      },
    }
  }
  const reads = compiled.map((part) => as('number', part).read)
  const furthest = sign === 1 ? Math.max : Math.min
  return {
    as: 'number',
    read: (frame) => {
      let low = -sign * Number.POSITIVE_INFINITY
      let high = low
      for (const read of reads) {
        low = furthest(low, read(frame))
        high = furthest(high, frame.high)
      }
      frame.high = high
      return low
    },
  }
}

export const arithmetic: Chapter<'arithmetic', Compile, Bounded> = {
  plus: ({ parts }, compile) => {
    const reads = parts.map((part) => number(part, compile))
    return {
      as: 'number',
      read: (frame) => {
        let [low, high] = [0, 0]
        for (const read of reads) {
          low += read(frame)
          high += frame.high
        }
        frame.high = exactMost(high)
        return exactLeast(low)
      },
    }
  },
  minus: ({ left, right }, compile) => {
    const [a, b] = [number(left, compile), number(right, compile)]
    return {
      as: 'number',
      read: (frame) => {
        const low = a(frame)
        const high = frame.high
        const least = b(frame)
        const result = exactLeast(low - frame.high)
        frame.high = exactMost(high - least)
        return result
      },
    }
  },
  times: ({ left, by }, compile) => combined(number(left, compile), number(by, compile), product, 1, multiplied),
  dividedBy: ({ left, by }, compile) => combined(number(left, compile), number(by, compile), quotient),
  percentOf: ({ share, of }, compile) =>
    combined(number(of, compile), number(share, compile), product, 100, multiplied),
  round: ({ part, rule, step }, compile) => {
    const read = number(part, compile)
    return {
      as: 'number',
      read: (frame) => {
        const low = rounded(read(frame), rule, step)
        frame.high = rounded(frame.high, rule, step)
        return low
      },
    }
  },
  lowest: ({ parts }, compile) => extreme(parts, compile, -1),
  highest: ({ parts }, compile) => extreme(parts, compile, 1),
}
