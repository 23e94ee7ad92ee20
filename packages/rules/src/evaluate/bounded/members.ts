import type { Chapter } from '../../cases.ts'
import { exactLeast, exactMost, product } from '../../number.ts'
import type { Node } from '../../tree.ts'
import { type Frame, SOMEBODY, type Subject } from '../frame.ts'
import type { Compile } from './bounded.ts'
import {
  as,
  type Bounded,
  type BoundedThose,
  bothPresent,
  least,
  most,
  NO,
  opposite,
  PERHAPS,
  type ReadTruth,
  type Truth,
  YES,
} from './bounded.ts'

/** Reads something about another; whoever was at hand is at hand again afterwards. */
function about<Value>(frame: Frame, subject: Subject, read: (frame: Frame) => Value): Value {
  const here = frame.subject
  frame.subject = subject
  const value = read(frame)
  frame.subject = here
  return value
}

const ALWAYS: ReadTruth = () => YES

const bothHold =
  (first: ReadTruth, second: ReadTruth): ReadTruth =>
  (frame) => {
    const truth = first(frame)
    return truth === NO ? NO : least(truth, second(frame))
  }
const unlessNot =
  (first: ReadTruth, second: ReadTruth): ReadTruth =>
  (frame) => {
    const truth = first(frame)
    return truth === NO ? YES : most(opposite(truth), second(frame))
  }

/** The scale over those: with `yes` as its far end, the most of its members; with `no`, the least. */
function overThose(those: BoundedThose, each: ReadTruth, end: typeof YES | typeof NO): ReadTruth {
  const member = those.member
  // Who does not belong to the list is not asked, and says nothing: no for "some", yes for "every".
  const one: ReadTruth = member === undefined ? each : end === YES ? bothHold(member, each) : unlessNot(member, each)
  return (frame) => {
    const list = those.read(frame)
    const here = frame.subject
    if (list === undefined) {
      const truth = about(frame, SOMEBODY, one)
      if (truth === opposite(end)) return truth
      return truth === end && those.least > 0 ? end : PERHAPS
    }
    let truth = opposite(end)
    for (let index = 0; index < list.length; index++) {
      frame.subject = list[index] as Subject
      const found = one(frame)
      if (found === end) {
        frame.subject = here
        return end
      }
      if (found === PERHAPS) truth = PERHAPS
    }
    frame.subject = here
    return truth
  }
}

function criterion(
  { those, part }: { readonly those: Node; readonly part: Node },
  compile: Compile,
  end: typeof YES | typeof NO,
): ReadTruth {
  return overThose(as('those', compile(those)), as('truth', compile(part)).read, end)
}

export const members: Chapter<'members', Compile, Bounded> = {
  of: ({ one, part }, compile) => of(compile(one), compile(part)),
  some: (node, compile) => ({ as: 'truth', read: criterion(node, compile, YES) }),
  every: (node, compile) => ({ as: 'truth', read: criterion(node, compile, NO) }),
  none: (node, compile) => {
    const read = criterion(node, compile, YES)
    return { as: 'truth', read: (frame) => opposite(read(frame)) }
  },
  count: ({ those }, compile) => countOf(as('those', compile(those))),
  sum: ({ those, part }, compile) => sumOf(as('those', compile(those)), as('number', compile(part)).read),
  filter: ({ those, part }, compile) => {
    const list = as('those', compile(those))
    const { read } = as('truth', compile(part))
    const { member } = list
    return { ...list, member: member === undefined ? read : bothHold(member, read) }
  },
  smallest: ({ those, part }, compile) => extreme(as('those', compile(those)), compile(part), -1),
  largest: ({ those, part }, compile) => extreme(as('those', compile(those)), compile(part), 1),
}

function of(one: Bounded, part: Bounded): Bounded {
  const relation = as('one', one)
  const shift =
    <Value>(read: (frame: Frame) => Value) =>
    (frame: Frame): Value =>
      about(frame, relation.read(frame) ?? SOMEBODY, read)
  const present = bothPresent(relation.present, part.present && shift(part.present))
  switch (part.as) {
    case 'truth':
      return { as: 'truth', present, read: shift(part.read) }
    case 'number':
      return { as: 'number', present, read: shift(part.read) }
    case 'date':
      return { as: 'date', present, read: shift(part.read) }
    case 'text':
      return { as: 'text', present, read: shift(part.read) }
    case 'texts':
      return { as: 'texts', present, read: shift(part.read) }
    case 'one':
      return { as: 'one', present, read: shift(part.read) }
    case 'period':
      return { as: 'period', present, from: shift(part.from), until: shift(part.until) }
    case 'benefit':
      return { as: 'benefit', present, read: shift(part.read) }
    case 'those':
      // Members are read about themselves; only the list is read about the other.
      return { ...part, read: shift(part.read) }
  }
}

function countOf({ read, member = ALWAYS, least: fewest, most: greatest }: BoundedThose): Bounded {
  return {
    as: 'number',
    read: (frame) => {
      const list = read(frame)
      if (list === undefined) {
        const belongs = about(frame, SOMEBODY, member)
        frame.high = belongs === NO ? 0 : greatest
        return belongs === YES ? fewest : 0
      }
      if (member === ALWAYS) {
        frame.high = list.length
        return list.length
      }
      let [certain, possible] = [0, 0]
      for (const subject of list) {
        const belongs = about(frame, subject, member)
        if (belongs === YES) certain++
        if (belongs !== NO) possible++
      }
      frame.high = possible
      return certain
    },
  }
}

function sumOf(
  { read, member = ALWAYS, least: fewest, most: greatest }: BoundedThose,
  part: (frame: Frame) => number,
): Bounded {
  return {
    as: 'number',
    read: (frame) => {
      const list = read(frame)
      if (list === undefined) {
        const belongs = about(frame, SOMEBODY, member)
        if (belongs === NO) {
          frame.high = 0
          return 0
        }
        const each = { least: about(frame, SOMEBODY, part), most: frame.high }
        const total = product(each, { least: belongs === YES ? fewest : 0, most: greatest })
        frame.high = total.most
        return total.least
      }
      const here = frame.subject
      let [low, high] = [0, 0]
      for (let index = 0; index < list.length; index++) {
        frame.subject = list[index] as Subject
        const belongs = member === ALWAYS ? YES : member(frame)
        if (belongs === NO) continue
        const value = part(frame)
        low += belongs === YES || value < 0 ? value : 0
        high += belongs === YES || frame.high > 0 ? frame.high : 0
      }
      frame.subject = here
      frame.high = exactMost(high)
      return exactLeast(low)
    },
  }
}

/** The furthest value among those: certain members bound it from one side, possible ones from both. */
function extreme(those: BoundedThose, part: Bounded, sign: 1 | -1): Bounded {
  const { read, member = ALWAYS, least: fewest } = those
  const present: ReadTruth = (frame) => {
    const list = read(frame)
    if (list === undefined) {
      const belongs = about(frame, SOMEBODY, member)
      return belongs === YES && fewest > 0 ? YES : belongs === NO ? NO : PERHAPS
    }
    let truth: Truth = NO
    for (const subject of list) truth = most(truth, about(frame, subject, member))
    return truth
  }
  if (part.as === 'date') {
    const date = part.read
    return { as: 'date', present, read: (frame) => furthest(frame, read, member, date, sign) }
  }
  const number = as('number', part).read
  return { as: 'number', present, read: (frame) => furthest(frame, read, member, number, sign) }
}

function furthest<Value extends number | string>(
  frame: Frame,
  read: (frame: Frame) => readonly Subject[] | undefined,
  member: ReadTruth,
  part: (frame: Frame) => Value,
  sign: 1 | -1,
): Value {
  const upper = (value: Value): Value => (typeof value === 'string' ? frame.last : frame.high) as Value
  const leave = (value: Value) => {
    if (typeof value === 'string') frame.last = value
    else frame.high = value as number
  }
  const list = read(frame)
  if (list === undefined || list.length === 0) return about(frame, SOMEBODY, part)
  const beyond = (a: Value, b: Value) => (sign === 1 ? a > b : a < b)
  let [certainLow, certainHigh, possibleLow, possibleHigh]: (Value | undefined)[] = []
  for (const subject of list) {
    const belongs = about(frame, subject, member)
    if (belongs === NO) continue
    const low = about(frame, subject, part)
    const high = upper(low)
    if (belongs === YES) {
      if (certainLow === undefined || beyond(low, certainLow)) certainLow = low
      if (certainHigh === undefined || beyond(high, certainHigh)) certainHigh = high
    }
    // Of the possible ones any may be the furthest, and any may be the only one.
    if (possibleLow === undefined || low < possibleLow) possibleLow = low
    if (possibleHigh === undefined || high > possibleHigh) possibleHigh = high
  }
  if (possibleLow === undefined || possibleHigh === undefined) return about(frame, SOMEBODY, part)
  if (certainLow === undefined || certainHigh === undefined) {
    leave(possibleHigh)
    return possibleLow
  }
  // Largest: at least what the certain ones reach, at most what any reaches. Smallest: the mirror image.
  leave(sign === 1 ? (possibleHigh > certainHigh ? possibleHigh : certainHigh) : certainHigh)
  return sign === 1 ? certainLow : possibleLow < certainLow ? possibleLow : certainLow
}
