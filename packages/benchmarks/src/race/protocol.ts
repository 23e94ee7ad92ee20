import type { EngineName } from '../contenders/contenders.ts'
import type { Case } from './case.ts'

/** Which contender of a process, in which case. */
export interface Entry {
  readonly contender: number
  readonly case: Case
}

/** What is asked of the process of an engine, and what it answers. */
export interface Protocol {
  open(question: { readonly engine: EngineName }): readonly Opened[]
  /** Finds how many records fill a time slice, and warms up on them. */
  prepare(question: Entry & { readonly records: number; readonly milliseconds: number }): { readonly records: number }
  /** One time slice: nanoseconds a decision. */
  slice(question: Entry): number
  check(question: Entry & { readonly records: number }): Mistakes
}

export interface Opened {
  readonly name: string
  /** The cases it can say, by name. */
  readonly cases: readonly string[]
}

export interface Mistakes {
  readonly wrong: number
  /** Of the wrong ones, those that refuse what is or may be due. */
  readonly falseNo: number
  readonly example?: string
}

export type Verb = keyof Protocol
export type Question<V extends Verb> = Parameters<Protocol[V]>[0]
export type Reply<V extends Verb> = ReturnType<Protocol[V]>
export type Message = { readonly [V in Verb]: { readonly verb: V; readonly question: Question<V> } }[Verb]
export type Outcome = { readonly reply: unknown } | { readonly failure: string }
