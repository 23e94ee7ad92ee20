import type { Node } from '../tree.ts'
import type { Unit, ValueType } from '../value-type.ts'

/** What is known of an expression before any fact is: its value's type, its bounds, and whom it is about. */
export interface Typed {
  /** `number` is a bare number, which takes the unit of the place where it stands. */
  readonly type: ValueType['type'] | 'number' | 'benefit' | 'brackets' | 'keyed'
  /** Kinds of subject that have to be at hand. */
  readonly about: ReadonlySet<string>
  /** Of a relation: to which kind; `undefined` for the policy's own subject and the subject at hand. */
  readonly to?: string
  /** Whether there may be no such value. */
  readonly absent: boolean
  readonly least: number
  readonly most: number
  /** Whether it is certainly a whole number. */
  readonly whole: boolean
  /** Of a step table: what it goes by; of any table: what it gives. */
  readonly by?: string
  readonly gives?: Typed
  /** Of a text: the texts it can be. */
  readonly among?: readonly string[]
}

/** Reads the type of a part, perhaps at another time or about another subject. */
export interface Typing {
  (node: Node, shift?: Partial<Place>): Typed
  readonly place: Place
}

/** Where in a policy an expression stands. */
export interface Place {
  /** For messages: `policy x, ground art. 3`. */
  readonly where: string
  /** The kind of the policy's own subject; unknown for an expression by itself. */
  readonly applicant: string | undefined
  /** Whether facts are read over a period, on each of its days. */
  readonly over: 'date' | 'period'
}

const NOBODY: ReadonlySet<string> = new Set()

export function typed(type: Typed['type'], more: Partial<Typed> = {}): Typed {
  return {
    type,
    about: NOBODY,
    absent: false,
    least: Number.NEGATIVE_INFINITY,
    most: Number.POSITIVE_INFINITY,
    whole: true,
    ...more,
  }
}

/** Everybody at hand in any of these. */
export function aboutOf(...parts: readonly Typed[]): ReadonlySet<string> {
  const first = parts.find(({ about }) => about.size > 0)
  if (first === undefined) return NOBODY
  return parts.every(({ about }) => about.size === 0 || about === first.about)
    ? first.about
    : new Set(parts.flatMap(({ about }) => [...about]))
}

const UNITS: ReadonlySet<string> = new Set<Unit | 'number'>([
  'number',
  'money',
  'count',
  'days',
  'months',
  'years',
  'year',
  'percentage',
])
export const isNumeric = ({ type }: Typed): boolean => UNITS.has(type)
export const isOrdered = (part: Typed): boolean => isNumeric(part) || part.type === 'date'
