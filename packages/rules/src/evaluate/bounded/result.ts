import { ENDLESS } from '../../calendar.ts'
import { type Frame, SOMEBODY } from '../frame.ts'
import { type Bounded, NO, PERHAPS, YES } from './bounded.ts'

/** The value of a part as somebody outside reads it: settled, between bounds, absent, or whatever `open` says. */
export function resultOf(part: Bounded, frame: Frame, open: () => unknown): unknown {
  const present = part.present?.(frame) ?? YES
  if (present === NO) return null
  if (present === PERHAPS) return open()
  switch (part.as) {
    case 'truth': {
      const truth = part.read(frame)
      return truth === PERHAPS ? open() : truth === YES
    }
    case 'number': {
      const least = part.read(frame)
      const most = frame.high
      if (least === most) return least
      return least === Number.NEGATIVE_INFINITY && most === Number.POSITIVE_INFINITY ? open() : { least, most }
    }
    case 'date': {
      const least = part.read(frame)
      const most = frame.last
      if (least === most) return least
      return least.startsWith('0000') && most === ENDLESS ? open() : { least, most }
    }
    case 'period': {
      const from = part.from(frame)
      if (from !== frame.last) return open()
      const until = part.until(frame)
      return until !== frame.last ? open() : { from, until: until === ENDLESS ? null : until }
    }
    case 'those': {
      const list = part.read(frame)
      const { member } = part
      if (list === undefined || member === undefined) return list ?? open()
      const here = frame.subject
      const truths = list.map((subject) => {
        frame.subject = subject
        return member(frame)
      })
      frame.subject = here
      return truths.includes(PERHAPS) ? open() : list.filter((_, index) => truths[index] === YES)
    }
    case 'one': {
      const one = part.read(frame)
      return one === undefined || one === SOMEBODY ? open() : one
    }
    default:
      return part.read(frame) ?? open()
  }
}
