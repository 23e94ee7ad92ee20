import type { Chapter } from '../../cases.ts'
import type { Node } from '../../tree.ts'
import { as, type Bounded, type Compile, least, most, NO, opposite, type ReadTruth, YES } from './bounded.ts'

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

/** The least of these: stops at the end of the scale. Of many, the first and all the rest: a loop costs more. */
export function allOf([a, ...rest]: readonly ReadTruth[]): ReadTruth {
  if (a === undefined) return () => YES
  if (rest.length === 0) return a
  const b = allOf(rest)
  return (frame) => {
    const first = a(frame)
    if (first === NO) return NO
    const second = b(frame)
    return least(first, second)
  }
}

/** The most of these, likewise. */
export function anyOf([a, ...rest]: readonly ReadTruth[]): ReadTruth {
  if (a === undefined) return () => NO
  if (rest.length === 0) return a
  const b = anyOf(rest)
  return (frame) => {
    const first = a(frame)
    if (first === YES) return YES
    const second = b(frame)
    return most(first, second)
  }
}
