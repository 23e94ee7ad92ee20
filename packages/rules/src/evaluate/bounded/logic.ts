import type { Chapter } from '../../cases.ts'
import type { Node } from '../../tree.ts'
import {
  as,
  type Bounded,
  type Compile,
  least,
  most,
  NO,
  opposite,
  PERHAPS,
  type ReadTruth,
  type Truth,
  YES,
} from './bounded.ts'

const criteria = (parts: readonly Node[], compile: Compile): readonly ReadTruth[] =>
  parts.map((part) => as('truth', compile(part)).read)

export const logic: Chapter<'logic', Compile, Bounded> = {
  all: ({ parts }, compile) => ({ as: 'truth', read: allOf(criteria(parts, compile)) }),
  any: ({ parts }, compile) => ({ as: 'truth', read: anyOf(criteria(parts, compile)) }),
  not: ({ part }, compile) => {
    const { read } = as('truth', compile(part))
    return { as: 'truth', read: (frame) => opposite(read(frame)) }
  },
  howMany: ({ parts }, compile) => {
    const reads = criteria(parts, compile)
    return {
      as: 'number',
      read: (frame) => {
        let [certain, possible] = [0, 0]
        for (const read of reads) {
          const truth = read(frame)
          if (truth === YES) certain++
          if (truth !== NO) possible++
        }
        frame.high = possible
        return certain
      },
    }
  },
}

/** The least of these: stops at the end of the scale. Two parts are by far the most frequent, and a loop costs. */
export function allOf(reads: readonly ReadTruth[]): ReadTruth {
  const [a, b] = reads
  if (a !== undefined && reads.length === 1) return a
  if (a !== undefined && b !== undefined && reads.length === 2)
    return (frame) => {
      const first = a(frame)
      if (first === NO) return NO
      const second = b(frame)
      return least(first, second)
    }
  return (frame) => {
    let truth: Truth = YES
    for (let index = 0; index < reads.length; index++) {
      const one = (reads[index] as ReadTruth)(frame)
      if (one === NO) return NO
      if (one === PERHAPS) truth = PERHAPS
    }
    return truth
  }
}

/** The most of these: stops at the end of the scale. */
export function anyOf(reads: readonly ReadTruth[]): ReadTruth {
  const [a, b] = reads
  if (a !== undefined && reads.length === 1) return a
  if (a !== undefined && b !== undefined && reads.length === 2)
    return (frame) => {
      const first = a(frame)
      if (first === YES) return YES
      const second = b(frame)
      return most(first, second)
    }
  return (frame) => {
    let truth: Truth = NO
    for (let index = 0; index < reads.length; index++) {
      const one = (reads[index] as ReadTruth)(frame)
      if (one === YES) return YES
      if (one === PERHAPS) truth = PERHAPS
    }
    return truth
  }
}
