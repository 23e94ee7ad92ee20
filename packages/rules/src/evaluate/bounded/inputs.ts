import { DAWN, ENDLESS } from '../../calendar.ts'
import type { Chapter } from '../../cases.ts'
import type { Constant, Parameter, VersionValue } from '../../tree.ts'
import type { Frame } from '../frame.ts'
import { SOMEBODY } from '../frame.ts'
import { inForce, inForceBetween, nextVersion } from '../in-force.ts'
import { isUnknown } from '../told.ts'
import type { Compile } from './bounded.ts'
import { type Bounded, NO, PERHAPS, YES } from './bounded.ts'
import { factBy, hearOnDate } from './facts.ts'
import { quick } from './quick.ts'

export const inputs: Chapter<'inputs', Compile, Bounded> = {
  fact: (fact) => quick(factBy(fact, hearOnDate(fact)), fact),
  parameter: (parameter) => parameterBy(parameter),
  constant: (node) => constantBy(node),
  applicant: () => ({ as: 'one', read: (frame) => frame.applicant }),
  self: () => ({ as: 'one', read: (frame) => frame.subject }),
  discretion: ({ name }) => ({
    as: 'truth',
    read: (frame) => {
      const told = frame.subject[name]
      if (told === true) return YES
      if (told === false) return NO
      if (frame.asks !== undefined && frame.subject !== SOMEBODY && (told === undefined || isUnknown(told)))
        frame.asks.push({ discretion: name, subject: frame.subject })
      return PERHAPS
    },
  }),
}

function constantBy({ value }: Constant): Bounded {
  if (typeof value === 'boolean') return { as: 'truth', read: () => (value ? YES : NO) }
  if (typeof value === 'number') return { as: 'number', read: (frame) => (frame.high = value) }
  if (typeof value !== 'string') return { as: 'texts', read: () => value }
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? { as: 'date', read: (frame) => (frame.last = value) }
    : { as: 'text', read: () => value }
}

/**
 * Every value that a parameter may have on the dates at hand; nothing where on one of them it perhaps has none.
 * @throws {DefinitionError} `parameter-not-in-force` when it certainly has none
 */
export function valuesOf(parameter: Parameter, frame: Frame): readonly VersionValue[] | undefined {
  if (frame.next !== '') {
    const next = nextVersion(parameter, frame.on)
    if (next < frame.next) frame.next = next
  }
  return frame.on === frame.onLast && !frame.supposed
    ? [inForce(parameter, frame.on).value]
    : inForceBetween(parameter, frame.on, frame.onLast)
}

function parameterBy(parameter: Parameter): Bounded {
  const values = (frame: Frame) => valuesOf(parameter, frame)
  switch (parameter.value.type) {
    case 'truth':
      return { as: 'truth', read: (frame) => agreed(values(frame)?.map((value) => (value ? YES : NO))) ?? PERHAPS }
    case 'date':
      return {
        as: 'date',
        read: (frame) => {
          const dates = (values(frame) as readonly string[] | undefined)?.toSorted()
          frame.last = dates?.at(-1) ?? ENDLESS
          return dates?.[0] ?? DAWN
        },
      }
    case 'text':
      return { as: 'text', read: (frame) => agreed(values(frame) as readonly string[] | undefined) }
    case 'texts':
      return { as: 'texts', read: (frame) => agreed(values(frame) as readonly (readonly string[])[] | undefined) }
    case 'brackets':
    case 'keyed':
      throw new TypeError('a table is read where it stands')
    default:
      return {
        as: 'number',
        read: (frame) => {
          const numbers = (values(frame) as readonly number[] | undefined) ?? ANY_NUMBER
          frame.high = Math.max(...numbers)
          return Math.min(...numbers)
        },
      }
  }
}

export const ANY_NUMBER: readonly number[] = Object.freeze([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])

/** The value that all have, where they all have the same. */
function agreed<Value>(values: readonly Value[] | undefined): Value | undefined {
  return values?.every((value) => value === values[0]) ? values[0] : undefined
}
