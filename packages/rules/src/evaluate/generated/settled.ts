import { ENDLESS } from '../../calendar.ts'
import { type Bounded, NO, PERHAPS, YES } from '../bounded/bounded.ts'
import { isSettled } from '../decision.ts'
import { type Frame, frameOf, SOMEBODY } from '../frame.ts'
import type { ReadOnce } from './writer.ts'

/** What closures read of a part: `undefined` where it is not settled, `null` where there is none. */
export function settled(part: Bounded): (frame: Frame) => unknown {
  const { present } = part
  if (present === undefined) return (frame) => valueIn(part, frame)
  return (frame) => {
    const there = present(frame)
    return there === NO ? null : there === PERHAPS ? undefined : valueIn(part, frame)
  }
}

/** The same, whether there is such a value or not. */
export function valueIn(part: Bounded, frame: Frame): unknown {
  switch (part.as) {
    case 'truth': {
      const truth = part.read(frame)
      return truth === PERHAPS ? undefined : truth === YES
    }
    case 'number': {
      const low = part.read(frame)
      return low === frame.high && low - low === 0 ? low : undefined
    }
    case 'date':
      return part.read(frame) === frame.last ? frame.last : undefined
    case 'period': {
      const from = part.from(frame)
      if (from !== frame.last) return undefined
      const until = part.until(frame)
      return until === frame.last ? { from, until } : undefined
    }
    case 'one': {
      const one = part.read(frame)
      return one === SOMEBODY ? undefined : one
    }
    case 'benefit': {
      const given = part.read(frame)
      return isSettled(given) ? given : undefined
    }
    default:
      return part.read(frame)
  }
}

/** The value of a part that asks nobody anything, on a date. */
export function settledOnce(part: Bounded): ReadOnce {
  const read = settled(part)
  return (on, reference) => {
    const value = read({ ...frameOf(SOMEBODY, on), reference })
    if (value === undefined) throw new RangeError('what follows from dates alone is not settled')
    return value
  }
}

/** The period of a grant that follows from dates alone: one object for everybody. */
export function grantOnce(part: Bounded): ReadOnce {
  const read = settledOnce(part)
  return (on, reference) => {
    const { from, until } = read(on, reference) as { from: string; until: string }
    return grantPeriod(from, until)
  }
}

export const grantPeriod = (from: string, until: string) =>
  Object.freeze({ from, until: until === ENDLESS ? null : until })
