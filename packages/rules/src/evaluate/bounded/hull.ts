import type { Given } from '../decision.ts'
import type { Frame } from '../frame.ts'
import { as, type Bounded, NO, PERHAPS, type ReadTruth, type Truth, YES } from './bounded.ts'

/** Says which of some parts may be the one, in order; the last of them certainly is if none before was. */
export type Choose = (frame: Frame) => readonly number[]

/**
 * What is known of a value of which it is not certain which part gives it: as wide as all the parts together.
 * @param parts of one type
 * @param choose the numbers of the parts that may give it
 */
export function oneOfThese(parts: readonly Bounded[], may: Choose): Bounded {
  const first = parts[0] as Bounded
  const present = presence(parts, may)
  const choose = present === undefined ? may : thoseThatAreThere(parts, may)
  switch (first.as) {
    case 'truth': {
      const reads = parts.map((part) => as('truth', part).read)
      return {
        as: 'truth',
        present,
        read: (frame) => agreed(choose(frame).map((index) => (reads[index] as ReadTruth)(frame))) ?? PERHAPS,
      }
    }
    case 'number': {
      const reads = parts.map((part) => as('number', part).read)
      return {
        as: 'number',
        present,
        read: (frame) => {
          const chosen = choose(frame)
          if (chosen.length === 1) return (reads[chosen[0] as number] as (typeof reads)[number])(frame)
          let [least, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
          for (const index of chosen) {
            const low = (reads[index] as (typeof reads)[number])(frame)
            if (low < least) least = low
            if (frame.high > highest) highest = frame.high
          }
          frame.high = highest
          return least
        },
      }
    }
    case 'date': {
      const read = dates(
        parts.map((part) => as('date', part).read),
        choose,
      )
      return { as: 'date', present, read }
    }
    case 'period': {
      const periods = parts.map((part) => as('period', part))
      return {
        as: 'period',
        present,
        from: dates(
          periods.map(({ from }) => from),
          choose,
        ),
        until: dates(
          periods.map(({ until }) => until),
          choose,
        ),
      }
    }
    case 'text': {
      const reads = parts.map((part) => as('text', part).read)
      return { as: 'text', present, read: (frame) => agreed(choose(frame).map((index) => reads[index]?.(frame))) }
    }
    case 'texts': {
      const reads = parts.map((part) => as('texts', part).read)
      return { as: 'texts', present, read: (frame) => agreed(choose(frame).map((index) => reads[index]?.(frame))) }
    }
    case 'one': {
      const reads = parts.map((part) => as('one', part).read)
      return { as: 'one', present, read: (frame) => agreed(choose(frame).map((index) => reads[index]?.(frame))) }
    }
    case 'benefit': {
      const reads = parts.map((part) => as('benefit', part).read)
      return {
        as: 'benefit',
        present,
        read: (frame) => together(choose(frame).map((index) => (reads[index] as (typeof reads)[number])(frame))),
      }
    }
    case 'those':
      throw new TypeError('a list of subjects is not chosen')
  }
}

function dates(reads: readonly ((frame: Frame) => string)[], choose: Choose): (frame: Frame) => string {
  return (frame) => {
    let [first, last] = ['', '']
    choose(frame).forEach((index, place) => {
      const earliest = (reads[index] as (typeof reads)[number])(frame)
      if (place === 0 || earliest < first) first = earliest
      if (place === 0 || frame.last > last) last = frame.last
    })
    frame.last = last
    return first
  }
}

/** A part that is certainly absent gives no value: it widens none either. */
function thoseThatAreThere(parts: readonly Bounded[], may: Choose): Choose {
  return (frame) => {
    const chosen = may(frame)
    if (chosen.length === 1) return chosen
    const there = chosen.filter((index) => parts[index]?.present?.(frame) !== NO)
    return there.length === 0 ? chosen : there
  }
}

function presence(parts: readonly Bounded[], choose: Choose): ReadTruth | undefined {
  if (parts.every((part) => part.present === undefined)) return undefined
  return (frame) => agreed(choose(frame).map((index): Truth => parts[index]?.present?.(frame) ?? YES)) ?? PERHAPS
}

function agreed<Value>(values: readonly Value[]): Value | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined
}

/** Benefits of which it is not certain which is granted; alike amounts are one range. */
function together(granted: readonly Given[]): Given {
  // A choice within a choice is one choice, and what may be granted for two reasons is told once.
  const each = granted.flatMap((one) => (one.kind === 'open' ? one.among : [one]))
  const all = each.filter((one, index) => each.findIndex((other) => same(one, other)) === index)
  const [first] = all
  if (first === undefined) return { kind: 'nothing' }
  if (all.length === 1) return first
  const ranges = all.map(rangeOf)
  if (ranges.every((range) => range !== undefined) && all.every((one) => unlike(one) === unlike(first)))
    return {
      ...first,
      amount: {
        least: Math.min(...ranges.map(({ least }) => least)),
        most: Math.max(...ranges.map(({ most }) => most)),
      },
    } as Given
  return { kind: 'open', among: all }
}

const same = (a: Given, b: Given) => a === b || JSON.stringify(a) === JSON.stringify(b)
const unlike = (given: Given) => JSON.stringify({ ...given, amount: undefined })

function rangeOf(given: Given) {
  if (!('amount' in given)) return undefined
  return typeof given.amount === 'number' ? { least: given.amount, most: given.amount } : given.amount
}

/** The numbers of the cases that may hold: those up to the first that certainly does. */
export function chooseCase(criteria: readonly ReadTruth[]): Choose {
  const only = [...criteria.map((_, index) => [index]), [criteria.length]]
  return (frame) => {
    let perhaps: number[] | undefined
    for (let index = 0; index < criteria.length; index++) {
      const truth = (criteria[index] as ReadTruth)(frame)
      if (truth === NO) continue
      if (truth === YES) return perhaps === undefined ? (only[index] as number[]) : [...perhaps, index]
      perhaps = [...(perhaps ?? []), index]
    }
    return perhaps === undefined ? (only[criteria.length] as number[]) : [...perhaps, criteria.length]
  }
}
