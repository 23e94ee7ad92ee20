import { DefinitionError } from '@vanzelf/rules'
import type { digests, signatures, tokenTypes } from './names.ts'

/** How a message is signed. What both ends must agree upon stands here, and nowhere else. */
export interface SigningProfile {
  /** What the signature covers. */
  readonly parts: readonly ('body' | 'token' | 'timestamp')[]
  /** How the certificate travels: with its whole chain, or alone. */
  readonly token: keyof typeof tokenTypes
  /** For how many seconds a message is valid, told in a timestamp; without it there is none. */
  readonly timestamp?: number
  readonly signature: keyof typeof signatures
  readonly digest: keyof typeof digests
}

/**
 * As the platform's own reference connector signs: the body and the token, a token that holds the whole chain, no
 * timestamp, SHA-1. Canonicalisation is exclusive, in this as in every profile.
 * @example
 * ```ts
 * referenceProfile.signature // => 'RSA-SHA1'
 * ```
 */
export const referenceProfile = Object.freeze<SigningProfile>({
  parts: ['body', 'token'],
  token: 'PKIPath',
  signature: 'RSA-SHA1',
  // The reference leaves the digest at its library's default.
  digest: 'SHA1',
})

/**
 * The same with SHA-256, and a timestamp that is signed too. Whether the platform accepts it was not found: ask before
 * you choose it.
 * @example
 * ```ts
 * sha256Profile.parts // => ['body', 'token', 'timestamp']
 * ```
 */
export const sha256Profile = Object.freeze<SigningProfile>({
  parts: ['body', 'token', 'timestamp'],
  token: 'PKIPath',
  timestamp: 300,
  signature: 'RSA-SHA256',
  digest: 'SHA256',
})

/** Refuses a profile that signs nothing of the question, or a timestamp that is not there. */
export function checkProfile({ parts, timestamp }: SigningProfile): void {
  const complain = (what: string, todo: string) => {
    throw new DefinitionError({
      code: 'bad-signing-profile',
      what,
      where: 'options of `magda`, `security.signing`',
      todo,
    })
  }
  if (!parts.includes('body')) complain('the signature does not cover the body', 'add `body` to `parts`')
  if (parts.includes('timestamp') && timestamp === undefined)
    complain('it signs a timestamp that it does not write', 'give `timestamp` its seconds, or take it out of `parts`')
  if (timestamp !== undefined && !(Number.isInteger(timestamp) && timestamp > 0))
    complain('`timestamp` is not a whole number of seconds above zero', 'give a whole number, or leave it out')
}
