import { type Unknown, unknown } from '@vanzelf/rules'
import type { DeclarationStatus } from './declared.ts'

/** What a city holds of one declaration by one citizen. */
export interface Held<Value> {
  readonly value: Value
  readonly status: DeclarationStatus
}

/** What the three facts of a declaration answer. */
export interface DeclaredAnswers<Value> {
  readonly stated: Value | Unknown
  readonly status: DeclarationStatus | Unknown
  readonly evidenced: Value | Unknown
}

/**
 * What the facts of a declaration answer, given what a city holds of it: the one place that says that what is merely
 * stated is no evidence, for connectors and tests. Where the citizen has not declared anything nothing is known, and
 * where there is no evidence that is *not found*: the step that follows is to ask the citizen.
 * @param held `undefined` where the citizen declared nothing
 * @example
 * ```ts
 * answersOf({ value: true, status: 'stated' }) // => { stated: true, status: 'stated', evidenced: { unknown: 'not found' } }
 * answersOf({ value: true, status: 'evidenced' }) // => { stated: true, status: 'evidenced', evidenced: true }
 * answersOf(undefined).stated // => { unknown: 'not found' }
 * ```
 */
export function answersOf<const Value>(held: Held<Value> | undefined): DeclaredAnswers<Value> {
  if (held === undefined) return { stated: NOT_FOUND, status: NOT_FOUND, evidenced: NOT_FOUND }
  const { value, status } = held
  return { stated: value, status, evidenced: status === 'evidenced' ? value : NOT_FOUND }
}

const NOT_FOUND = unknown('not found')
