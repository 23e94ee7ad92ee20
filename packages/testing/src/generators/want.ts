import type { ValueType } from '@vanzelf/rules'
import type { Chapters, Node, NodeOf } from '@vanzelf/rules/tree'
import type { Arbitrary } from 'fast-check'

/** The kinds of subject that generated rules speak of. */
export type Whom = 'person' | 'vehicle'
export const EVERYBODY: readonly Whom[] = ['person', 'vehicle']

/** What a place in a rule wants of the expression that stands there. */
export interface Want {
  readonly type: ValueType['type'] | 'benefit'
  /** Of a relation: to whom. */
  readonly to: Whom
  /** Who is at hand. */
  readonly about: Whom
  /** Whom the policy decides. */
  readonly applicant: Whom
  /** Whether facts are read on a date or on each day of a period. */
  readonly over: 'date' | 'period'
  /** Whether there certainly is such a value, or perhaps none. */
  readonly absent: 'never' | 'perhaps'
  /** Whether it must be a whole number. */
  readonly whole: boolean
  /** Whether the place is read once for each day of a period: there, only short periods are gone through. */
  readonly swept: boolean
}

/** Grows a part: like the place itself but certainly there and perhaps with decimals, unless told otherwise. */
export type Part = (change: Partial<Want>) => Arbitrary<Node>

/** How a kind of node grows where something is wanted; nothing where it cannot give that. */
export type Growth<Grown> = (want: Want, part: Part) => Arbitrary<Grown> | undefined
export type Growths<Chapter extends keyof Chapters> = {
  readonly [kind in Chapters[Chapter]['kind']]: Growth<NodeOf<kind>>
}

export const UNITS = ['count', 'money', 'days', 'months', 'years', 'year', 'percentage'] as const
export const isNumeric = (type: Want['type']): boolean => (UNITS as readonly string[]).includes(type)
export const ORDERED = [...UNITS, 'date'] as const
