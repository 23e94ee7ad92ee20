import { type Cases, read } from '../../cases.ts'
import type { Kind } from '../../tree.ts'
import { isSettled } from '../decision.ts'
import { type Frame, SOMEBODY } from '../frame.ts'
import { arithmetic } from './arithmetic.ts'
import { benefit } from './benefit.ts'
import { type Bounded, type Compile, PERHAPS } from './bounded.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import { inputs } from './inputs.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { notes } from './notes.ts'
import { oncePerDate } from './once.ts'
import { time } from './time.ts'

/** How each kind of expression is computed with what is known. */
export const boundedCases: Cases<Kind, Compile, Bounded> = {
  ...inputs,
  ...logic,
  ...comparison,
  ...arithmetic,
  ...choice,
  ...members,
  ...time,
  ...notes,
  ...benefit,
}

/** Compiles an expression to closures that compute with what is known. */
export const compileBounded: Compile = (node) => oncePerDate(node, read(boundedCases, node, compileBounded))

/**
 * The same, and what is not known is noted in `frame.asks`: only what can still change the outcome, since whatever is
 * settled takes back what was noted below it.
 */
export const compileAsking: Compile = (node) => forgetting(oncePerDate(node, read(boundedCases, node, compileAsking)))

function forgetting(part: Bounded): Bounded {
  switch (part.as) {
    case 'truth':
      return { ...part, read: forget(part.read, (truth) => truth !== PERHAPS) }
    case 'number':
      return { ...part, read: forget(part.read, (low, frame) => low === frame.high) }
    case 'date':
      return { ...part, read: forget(part.read, isOneDay) }
    case 'period':
      return { ...part, from: forget(part.from, isOneDay), until: forget(part.until, isOneDay) }
    case 'benefit':
      return { ...part, read: forget(part.read, isSettled) }
    case 'text':
      return { ...part, read: forget(part.read, isKnown) }
    case 'texts':
      return { ...part, read: forget(part.read, isKnown) }
    case 'one':
      return { ...part, read: forget(part.read, isKnown) }
    case 'those':
      // Who of a list belongs to it may rest on what was noted while it was read, such as a date.
      return part.member === undefined ? { ...part, read: forget(part.read, isKnown) } : part
  }
}

const isOneDay = (first: string, frame: Frame) => first === frame.last
const isKnown = (value: unknown) => value !== undefined && value !== SOMEBODY

function forget<Value>(
  read: (frame: Frame) => Value,
  isSettled: (value: Value, frame: Frame) => boolean,
): (frame: Frame) => Value {
  return (frame) => {
    const { asks } = frame
    const before = asks?.length ?? 0
    const value = read(frame)
    if (asks !== undefined && asks.length > before && isSettled(value, frame)) asks.length = before
    return value
  }
}
