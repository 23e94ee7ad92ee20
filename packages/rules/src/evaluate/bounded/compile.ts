import { type Cases, read } from '../../cases.ts'
import type { Kind, Node } from '../../tree.ts'
import type { Frame } from '../frame.ts'
import { arithmetic } from './arithmetic.ts'
import { benefit } from './benefit.ts'
import { type Bounded, PERHAPS } from './bounded.ts'
import { choice } from './choice.ts'
import { comparison } from './comparison.ts'
import { inputs } from './inputs.ts'
import { logic } from './logic.ts'
import { members } from './members.ts'
import { notes } from './notes.ts'
import { time } from './time.ts'

export type Compile = (node: Node) => Bounded

const cases: Cases<Kind, Compile, Bounded> = { ...inputs, ...logic, ...comparison, ...arithmetic, ...choice, ...members, ...time, ...notes, ...benefit }

/** Compiles an expression to closures that compute with what is known. */
export const compileBounded: Compile = (node) => read(cases, node, compileBounded)

/**
 * The same, and what is not known is noted in `frame.asks`: only what can still change the outcome, since whatever is
 * settled takes back what was noted below it.
 */
export const compileAsking: Compile = (node) => forgetting(read(cases, node, compileAsking))

function forgetting(part: Bounded): Bounded {
  if (part.as === 'truth') return { ...part, read: forget(part.read, (truth) => truth !== PERHAPS) }
  if (part.as === 'number') return { ...part, read: forget(part.read, (low, frame) => low === frame.high) }
  if (part.as === 'date') return { ...part, read: forget(part.read, (first, frame) => first === frame.last) }
  return part
}

function forget<Value>(read: (frame: Frame) => Value, isSettled: (value: Value, frame: Frame) => boolean): (frame: Frame) => Value {
  return (frame) => {
    const { asks } = frame
    const before = asks?.length ?? 0
    const value = read(frame)
    if (asks !== undefined && asks.length > before && isSettled(value, frame)) asks.length = before
    return value
  }
}
