import { ENDLESS, isDate } from '../../calendar.ts'
import type { Fact } from '../../fact.ts'
import type { NumberType } from '../../value-type.ts'
import type { Frame, Subject } from '../frame.ts'
import { type Bounded, NO, PERHAPS, type ReadDate, type ReadTruth, YES } from './bounded.ts'

/** A plain value, or nothing, is what a situation nearly always tells: it needs no hearing. Whatever else, `slow` hears. */
export function quick(slow: Bounded, { name, value }: Fact): Bounded {
  const present = slow.present && quickPresence(slow.present, name)
  switch (slow.as) {
    case 'truth': {
      const { read } = slow
      return {
        ...slow,
        present,
        read: (frame) => {
          const told = frame.subject[name]
          return told === true ? YES : told === false ? NO : isNotTold(told, frame) ? PERHAPS : read(frame)
        },
      }
    }
    case 'number': {
      const { read } = slow
      const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = value as NumberType
      return {
        ...slow,
        present,
        read: (frame) => {
          const told = frame.subject[name]
          if (typeof told === 'number' && told - told === 0) {
            frame.high = told
            return told
          }
          if (!isNotTold(told, frame)) return read(frame)
          frame.high = most
          return least
        },
      }
    }
    case 'date': {
      const { read } = slow
      return {
        ...slow,
        present,
        read: (frame) => {
          const told = frame.subject[name]
          if (typeof told !== 'string' || !isDate(told)) return read(frame)
          frame.last = told
          return told
        },
      }
    }
    case 'text': {
      const { read } = slow
      return {
        ...slow,
        present,
        read: (frame) => {
          const told = frame.subject[name]
          return typeof told === 'string' ? told : read(frame)
        },
      }
    }
    case 'those': {
      const { read } = slow
      return {
        ...slow,
        read: (frame) => {
          const told = frame.subject[name]
          return Array.isArray(told) && areSubjects(told) ? told : read(frame)
        },
      }
    }
    case 'period':
      return { ...slow, present, from: quickEdge(slow.from, name, 'from'), until: quickEdge(slow.until, name, 'until') }
    default:
      return slow
  }
}

/** What is not told at all has nothing to hear, unless somebody wants to know of it. */
const isNotTold = (told: unknown, { asks }: Frame) => told === undefined && asks === undefined

function quickPresence(slow: ReadTruth, name: string): ReadTruth {
  return (frame) => {
    const told = frame.subject[name]
    if (told === null) return NO
    return told !== undefined && (typeof told !== 'object' || 'from' in told) ? YES : slow(frame)
  }
}

function quickEdge(slow: ReadDate, name: string, edge: 'from' | 'until'): ReadDate {
  return (frame: Frame) => {
    const told = frame.subject[name]
    if (typeof told !== 'object' || told === null || !('from' in told)) return slow(frame)
    const date = (told as Subject)[edge] ?? (edge === 'until' ? ENDLESS : undefined)
    if (typeof date !== 'string' || !isDate(date)) return slow(frame)
    frame.last = date
    return date
  }
}

function areSubjects(list: readonly unknown[]): list is readonly Subject[] {
  for (let index = 0; index < list.length; index++) {
    const one = list[index]
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return false
  }
  return true
}
