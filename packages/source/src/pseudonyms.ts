import { createHmac } from 'node:crypto'
import { RefusedError } from '@vanzelf/rules'
import type { SubjectId } from './answer.ts'

/** Pseudonyms for numbers that name somebody, and back. */
export interface Pseudonyms {
  /** The pseudonym of a number: always the same under one key. Spaces, dots and hyphens do not matter. */
  of(number: string): SubjectId
  /** The number behind a pseudonym that was made here; `undefined` of any other. */
  reveal(id: SubjectId): string | undefined
}

/**
 * Pseudonyms of national numbers, plates and the like: HMAC-SHA-256 of the number under a secret key, so that who
 * lacks the key can neither make nor reverse one. What was made is kept in memory, for connectors to reveal when they
 * ask; it leaves with the process.
 * @param key at least 32 bytes, as bytes or text; under another key all pseudonyms change
 * @throws {RefusedError} `weak-key` when the key is shorter
 * @example
 * ```ts
 * const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
 * const id = people.of('98.72.11 999-64')
 * id === people.of('98721199964') // => true
 * people.reveal(id) // => '98721199964'
 * people.reveal('somebody else') // => undefined
 * pseudonyms({ key: 'short' }) // => throws weak-key
 * ```
 */
export function pseudonyms({ key }: { readonly key: string | Uint8Array }): Pseudonyms {
  if (Buffer.byteLength(key) < KEY_BYTES)
    throw new RefusedError({
      code: 'weak-key',
      what: `the key of pseudonyms has fewer than ${KEY_BYTES} bytes`,
      todo: 'make one of random bytes, and keep it where secrets are kept',
    })
  const made = new Map<SubjectId, string>()
  return Object.freeze({
    of(number: string) {
      const plain = number.replace(/[\s.-]/g, '').toUpperCase()
      const id = createHmac('sha256', key).update(plain).digest('base64url')
      made.set(id, plain)
      return id
    },
    reveal: (id: SubjectId) => made.get(id),
  })
}

/** As long as the digest: a national number is short, so a key that can be guessed reverses all of them. */
const KEY_BYTES = 32
