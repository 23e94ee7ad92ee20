import { DocumentError, type IsoDate } from '@vanzelf/rules'
import * as z from 'zod'
import type { SubjectId } from './answer.ts'

/**
 * That a source may answer otherwise from now on: of whom and which facts, never what. Who tells it does so in messages,
 * and a change is known by its source, its message and its place in it, however often it is delivered.
 */
export type Change = {
  /** The source whose facts these are. */
  readonly source: string
  /** What its sender calls the message. */
  readonly message: string
  /** Its place in the message, from 1. */
  readonly place: number
  /** Of whom a fact may have changed. Of a household: everybody whom the message tells to live in it. */
  readonly subjects: readonly SubjectId[]
  /** The names of the facts that may have changed. */
  readonly facts: readonly string[]
  /** The first day that the message speaks of; `null` where it tells none, so that it may be any. */
  readonly from: IsoDate | null
} & (
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'cancelled'
      /** The message that is taken back; `null`: all that the source told before of these subjects. */
      readonly cancels: string | null
    }
)

/**
 * Reads changes that came from outside, such as from a city's own queue: all of them, or none.
 * @throws {DocumentError} `bad-change`, with the place in the list and the part that does not fit, never its value
 * @example
 * ```ts
 * const told = { source: 'welfare', message: 'm-17', place: 1, subjects: ['p1'], facts: ['livingWage'], from: null, kind: 'changed' }
 * parseChanges([told]) // => [{ place: 1, kind: 'changed', … }]
 * parseChanges([told, { ...told, place: 0 }]) // => throws bad-change
 * ```
 */
export function parseChanges(raw: unknown): readonly Change[] {
  const read = changes().safeParse(raw)
  // Zod sees a text where the type says a date: it has checked that it is one.
  if (read.success) return read.data as readonly Change[]
  const [index, ...path] = read.error.issues[0]?.path ?? []
  const part = path.length > 0 ? `\`${path.join('.')}\` of it` : 'it'
  throw new DocumentError({
    code: 'bad-change',
    what: index === undefined ? 'this is no list of changes' : `${part} is missing or does not fit`,
    where: index === undefined ? 'changes of a source' : `change ${Number(index) + 1} of a list`,
    todo: 'tell each as a `Change` of `@vanzelf/source`; of this list none was taken',
  })
}

// Made when asked for: a schema at module level would stay in the bundle of every policy, which only wants `source`.
function changes() {
  const text = z.string().min(1).max(120)
  const change = {
    source: text,
    message: text,
    place: z.int().min(1),
    subjects: z.array(z.string().min(1)).min(1),
    facts: z.array(text),
    from: z.iso.date().nullable(),
  }
  return z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ ...change, kind: z.literal('changed') }),
      z.strictObject({ ...change, kind: z.literal('cancelled'), cancels: text.nullable() }),
    ]),
  )
}
