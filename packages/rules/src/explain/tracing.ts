import { ENDLESS } from '../calendar.ts'
import { read } from '../cases.ts'
import type { Bounded, ReadTruth } from '../evaluate/bounded/bounded.ts'
import { NO, YES } from '../evaluate/bounded/bounded.ts'
import { boundedCases } from '../evaluate/bounded/compile.ts'
import type { Given } from '../evaluate/decision.ts'
import { type Frame, SOMEBODY, type Subject } from '../evaluate/frame.ts'
import type { Node } from '../tree.ts'
import { pruning } from './prune.ts'
import type { Found, Step } from './step.ts'

/** Compiles expressions so that what they find is written down, step by step, pruned to what decided it. */
export interface Tracing {
  readonly compile: (node: Node) => Bounded
  /** The steps that were written down since the last time. */
  readonly taken: () => readonly Step[]
}

export function tracing(): Tracing {
  let open: Step[] = []

  const compile = (node: Node): Bounded => traced(node, read(boundedCases, node, compile))

  /** Whatever is read is a step, with the steps below it. */
  function step<Value>(
    node: Node,
    reading: (frame: Frame) => Value,
    found: (value: Value, frame: Frame) => Found | undefined,
  ): (frame: Frame) => Value {
    const prune = read(pruning, node, undefined)
    return (frame) => {
      const outside = open
      open = []
      const { subject, on, onLast } = frame
      const value = reading(frame)
      const what = found(value, frame)
      // Reading a date or a number for its steps must not disturb the bounds that the frame carries.
      const because = what === undefined ? [] : distinct(prune(what, open))
      open = outside
      if (what === undefined) return value
      // Of a relation that is not known there is nobody to tell about; of those who are known besides, there is.
      if (subject === SOMEBODY) open.push(...because)
      else open.push({ expression: node, found: what, subject, on: on === onLast ? on : undefined, because })
      return value
    }
  }

  function traced(node: Node, part: Bounded): Bounded {
    const present = part.present && presence(node, part.present)
    switch (part.as) {
      case 'truth':
        return { ...part, present, read: step(node, part.read, foundTruth) }
      case 'number':
        return { ...part, present, read: step(node, part.read, (least, { high }) => foundBetween(least, high)) }
      case 'date':
        return { ...part, present, read: step(node, part.read, (first, { last }) => foundBetween(first, last)) }
      case 'text':
        return { ...part, present, read: step(node, part.read, foundValue) }
      case 'texts':
        return { ...part, present, read: step(node, part.read, foundValue) }
      case 'one':
        return { ...part, present, read: step(node, part.read, foundSubject) }
      case 'those':
        // A filter is told by what it asks of each member.
        return part.member === undefined ? { ...part, read: step(node, part.read, foundMembers) } : part
      case 'period':
        return {
          ...part,
          present,
          from: step(node, part.from, (first, { last }) => foundBetween(first, last)),
          until: step(node, part.until, (first, { last }) => foundBetween(first, last)),
        }
      case 'benefit':
        return { ...part, read: step(node, part.read, foundBenefit) }
    }
  }

  /** Whether there is such a value is a finding of its own, until the value itself is read. */
  function presence(node: Node, present: ReadTruth): ReadTruth {
    return step(node, present, (truth) =>
      truth === NO ? { value: null } : truth === YES ? { present: true } : { unknown: true },
    )
  }

  return {
    compile,
    taken: () => {
      const steps = distinct(open)
      open = []
      return steps
    },
  }
}

const foundTruth = (truth: 0 | 1 | 2): Found => ({ truth: truth === YES ? 'yes' : truth === NO ? 'no' : 'unknown' })
const foundValue = (value: string | readonly string[] | undefined): Found =>
  value === undefined ? { unknown: true } : { value }
const foundSubject = (subject: Subject | undefined): Found =>
  subject === undefined || subject === SOMEBODY ? { unknown: true } : { subject }
const foundMembers = (list: readonly Subject[] | undefined): Found =>
  list === undefined ? { unknown: true } : { members: list.length }

function foundBetween(least: number | string, most: number | string): Found {
  if (least === most) return { value: least }
  const nothingKnown =
    least === Number.NEGATIVE_INFINITY
      ? most === Number.POSITIVE_INFINITY
      : typeof least === 'string' && least.startsWith('0000') && most === ENDLESS
  return nothingKnown ? { unknown: true } : { between: { least, most } }
}

function foundBenefit(given: Given): Found {
  if (!('amount' in given))
    return { truth: given.kind === 'nothing' ? 'no' : given.kind === 'open' ? 'unknown' : 'yes' }
  return typeof given.amount === 'number' ? { value: given.amount } : { between: given.amount }
}

/**
 * The same step twice says nothing twice: a period is read for both its ends. That a value is there is said only where
 * the value itself was not read.
 */
function distinct(steps: readonly Step[]): readonly Step[] {
  const kept = new Map<Node, Map<string, Step[]>>()
  for (const step of steps) {
    const ofNode = kept.get(step.expression) ?? new Map<string, Step[]>()
    kept.set(step.expression, ofNode)
    const sameDay = ofNode.get(step.on ?? '') ?? []
    ofNode.set(step.on ?? '', sameDay)
    if (!sameDay.some((other) => isSame(other, step))) sameDay.push(step)
  }
  const stays = new Set<Step>()
  for (const ofNode of kept.values())
    for (const sameDay of ofNode.values())
      for (const step of sameDay)
        if (!('present' in step.found && sameDay.some((other) => isAbout(other, step) && !('present' in other.found))))
          stays.add(step)
  return steps.filter((step) => stays.has(step))
}

const isAbout = (a: Step, b: Step) => a.expression === b.expression && a.subject === b.subject && a.on === b.on

/** Both ends of a period may be one day and yet rest on different facts. */
const isSame = (a: Step, b: Step): boolean =>
  isAbout(a, b) &&
  JSON.stringify(told(a)) === JSON.stringify(told(b)) &&
  a.because.length === b.because.length &&
  a.because.every((step, index) => isSame(step, b.because[index] as Step))

const told = ({ found }: Step) => ('subject' in found ? 'subject' : found)
