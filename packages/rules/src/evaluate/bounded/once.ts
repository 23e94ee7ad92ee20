import type { Node } from '../../tree.ts'
import type { Frame } from '../frame.ts'
import { isFree } from '../free.ts'
import { type Bounded, PERHAPS, type ReadDate, type ReadNumber, type ReadTruth, type Truth } from './bounded.ts'

/**
 * What asks nobody anything follows from the dates alone, and a campaign decides everybody for one: the last value is
 * kept. Reading a parameter or a calendar day again costs more than all the rest of a decision.
 */
export function oncePerDate(node: Node, part: Bounded): Bounded {
  if (
    node.kind === 'constant' ||
    node.kind === 'thisDay' ||
    node.kind === 'referenceDate' ||
    part.present !== undefined ||
    !isFree(node)
  )
    return part
  switch (part.as) {
    case 'truth':
      return { ...part, read: kept(part.read) }
    case 'number':
      return { ...part, read: keptNumber(part.read) }
    case 'date':
      return { ...part, read: keptDate(part.read) }
    case 'period':
      return { ...part, from: keptDate(part.from), until: keptDate(part.until) }
    default:
      return part
  }
}

/** Whether what was kept for these dates holds here: not while a period is swept, when changes have to be heard of. */
const same = (frame: Frame, on: string, reference: string) =>
  frame.on === on && frame.onLast === on && frame.reference === reference && frame.next === '' && !frame.supposed

const keepable = (frame: Frame) => (frame.on === frame.onLast && !frame.supposed ? frame.on : '')

function kept(read: ReadTruth): ReadTruth {
  let [on, reference] = ['', '']
  let truth: Truth = PERHAPS
  return (frame) => {
    if (on !== '' && same(frame, on, reference)) return truth
    truth = read(frame)
    on = keepable(frame)
    reference = frame.reference
    return truth
  }
}

function keptNumber(read: ReadNumber): ReadNumber {
  let [on, reference, low, high] = ['', '', 0, 0]
  return (frame) => {
    if (on === '' || !same(frame, on, reference)) {
      low = read(frame)
      high = frame.high
      on = keepable(frame)
      reference = frame.reference
    }
    frame.high = high
    return low
  }
}

function keptDate(read: ReadDate): ReadDate {
  let [on, reference, first, last] = ['', '', '', '']
  return (frame) => {
    if (on === '' || !same(frame, on, reference)) {
      first = read(frame)
      last = frame.last
      on = keepable(frame)
      reference = frame.reference
    }
    frame.last = last
    return first
  }
}
