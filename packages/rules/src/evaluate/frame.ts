import type { Fact } from '../fact.ts'
import type { Reason } from '../situation.ts'

/** Somebody or something at hand, as a situation tells it: facts by their names. */
export interface Subject {
  readonly [fact: string]: unknown
}

/** The time about which a fact is asked. */
export type At =
  | { readonly on: string }
  | { readonly during: { readonly from: string; readonly until: string } }
  | { readonly year: number }

/** A fact that is not known, of a subject, at a time, and why not. */
export interface Ask {
  readonly fact: Fact
  readonly subject: Subject
  readonly at: At
  readonly because: Reason
}

/** A discretion that nobody has decided yet. */
export interface Decide {
  readonly discretion: string
  readonly subject: Subject
}

/**
 * The context in which an expression is read, and the place where a number or date leaves its upper bound: one object
 * for a whole decision, so that bounded values cost no allocation.
 */
export interface Frame {
  /** Who is at hand. */
  subject: Subject
  /** The policy's own subject. */
  applicant: Subject
  /** The date at hand: it lies between these, both included. */
  on: string
  onLast: string
  /** The date for which the policy is decided. */
  reference: string
  /** The most that the number just read can be. */
  high: number
  /** The latest that the date just read can be. */
  last: string
  /** While a period is swept: the first day on which what was read may differ. Empty outside one. */
  next: string
  /** Whether the date at hand is one on which perhaps nothing is read: a day of a period that may turn out shorter. */
  supposed: boolean
  /** While a period is swept: that period, for what has to be asked of it. */
  during: { readonly from: string; readonly until: string } | undefined
  /** How many days were read since the outermost period at hand began to be swept. */
  swept: number
  /** Where what is not known is noted, when somebody wants to hear it. */
  asks: (Ask | Decide)[] | undefined
  /** The date of what was noted last. */
  asked: { readonly on: string } | undefined
}

export function frameOf(subject: Subject, on: string, asks?: (Ask | Decide)[]): Frame {
  return {
    subject,
    applicant: subject,
    on,
    onLast: on,
    reference: on,
    high: 0,
    last: '',
    next: '',
    supposed: false,
    during: undefined,
    swept: 0,
    asks,
    asked: undefined,
  }
}

/** The frame of the decision before, for the next one: nothing of the former is left, however it ended. */
export function frameAgain(frame: Frame, subject: Subject, on: string): Frame {
  frame.subject = subject
  frame.applicant = subject
  frame.on = on
  frame.onLast = on
  frame.reference = on
  frame.next = ''
  frame.supposed = false
  frame.during = undefined
  return frame
}

/** Somebody of whom nothing at all is known, stands in for the subjects of a relation that is not known. */
export const SOMEBODY: Subject = Object.freeze({})
