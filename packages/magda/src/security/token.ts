import { X509Certificate } from 'node:crypto'
import { tokenTypes } from './names.ts'
import type { SigningProfile } from './signing-profile.ts'

/** The certificates as a token carries them: one, or a path from the authority down to its owner. */
export function tokenOf(
  type: SigningProfile['token'],
  [own, ...above]: readonly [X509Certificate, ...X509Certificate[]],
): string {
  const bytes =
    type === 'X509v3'
      ? own.raw
      : sequence(
          [...above]
            .reverse()
            .concat(own)
            .map(({ raw }) => raw),
        )
  return bytes.toString('base64')
}

/**
 * The certificates of a token, its owner's first.
 * @returns `undefined` when it is of another type, or cannot be read
 */
export function certificatesOfToken(type: string | undefined, base64: string): readonly X509Certificate[] | undefined {
  const bytes = Buffer.from(base64, 'base64')
  try {
    if (type === tokenTypes.X509v3) return [new X509Certificate(bytes)]
    if (type !== tokenTypes.PKIPath) return undefined
    return elements(elements(bytes)[0]?.content ?? Buffer.alloc(0))
      .map(({ whole }) => new X509Certificate(whole))
      .reverse()
  } catch {
    return undefined
  }
}

const SEQUENCE = 0x30

function sequence(parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([SEQUENCE, ...lengthOf(content.length)]), content])
}

/** A length in DER: one byte below 128, else the count of its bytes and the bytes. */
function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 0x100)) bytes.unshift(rest % 0x100)
  return [0x80 + bytes.length, ...bytes]
}

/** The sequences that stand one after another in DER. */
function elements(bytes: Buffer): readonly { readonly whole: Buffer; readonly content: Buffer }[] {
  const found: { whole: Buffer; content: Buffer }[] = []
  for (let at = 0; at < bytes.length; ) {
    const first = bytes.readUInt8(at + 1)
    const more = first < 0x80 ? 0 : first - 0x80
    if (bytes[at] !== SEQUENCE || more > 4) throw new RangeError('not a path of certificates')
    const start = at + 2 + more
    const end = start + (more === 0 ? first : bytes.readUIntBE(at + 2, more))
    if (end > bytes.length) throw new RangeError('not a path of certificates')
    found.push({ whole: bytes.subarray(at, end), content: bytes.subarray(start, end) })
    at = end
  }
  return found
}
