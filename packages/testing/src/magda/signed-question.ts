import { X509Certificate } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import { algorithms, EXCLUSIVE, tokenTypes } from './ws-security.ts'

/** How a question must be signed. */
export interface SignatureDemand {
  /** The authorities of those who may ask, as PEM. */
  readonly authorities: string
  readonly token: keyof typeof tokenTypes
  readonly hash: keyof typeof algorithms
  /** What the signature must cover, besides the body. */
  readonly covers: readonly ('token' | 'timestamp')[]
}

/** What is wrong with a signature, in the words of WS-Security. */
export type SignatureFault = 'InvalidSecurity' | 'InvalidSecurityToken' | 'FailedCheck' | 'MessageExpired'

/** Whether an envelope is signed as is demanded: `undefined` where it is. */
export function signatureFault(envelope: string, demand: SignatureDemand): SignatureFault | undefined {
  const [signature] = envelope.match(/<ds:Signature [\s\S]*<\/ds:Signature>/) ?? []
  const ids = {
    body: idOf(envelope, 'Body'),
    token: idOf(envelope, 'BinarySecurityToken'),
    timestamp: idOf(envelope, 'Timestamp'),
  }
  if (!signature || !ids.body || !ids.token) return 'InvalidSecurity'
  // The token stands at the head of the security header, and the signature refers to it directly.
  if (!/<wsse:Security [^>]*><wsse:BinarySecurityToken /.test(envelope)) return 'InvalidSecurity'
  if (!signature.includes(`<wsse:Reference URI="#${ids.token}" ValueType="${tokenTypes[demand.token]}"`))
    return 'InvalidSecurity'
  // A reference to a path of certificates tells the type of its token, else the platform's verification refuses it.
  if (demand.token === 'PKIPath' && !signature.includes(`TokenType="${tokenTypes.PKIPath}"`)) return 'InvalidSecurity'
  const owner = ownerOf(envelope, demand)
  if (!owner) return 'InvalidSecurityToken'
  if (
    !isSigned(
      envelope,
      signature,
      owner,
      demand,
      ['body' as const, ...demand.covers].map((part) => ids[part]),
    )
  )
    return 'FailedCheck'
  const expires = /<wsu:Expires>([^<]*)/.exec(envelope)?.[1]
  return demand.covers.includes('timestamp') && !(expires && new Date(expires) > new Date())
    ? 'MessageExpired'
    : undefined
}

const idOf = (envelope: string, element: string) =>
  new RegExp(`<(?:[\\w-]+:)?${element}(?=\\s)[^>]*\\swsu:Id="([^"]+)"`).exec(envelope)?.[1]

function isSigned(
  envelope: string,
  signature: string,
  owner: X509Certificate,
  { hash }: SignatureDemand,
  ids: readonly (string | undefined)[],
): boolean {
  try {
    const check = new SignedXml({ idMode: 'wssecurity', publicCert: owner.publicKey })
    check.loadSignature(signature)
    if (check.canonicalizationAlgorithm !== EXCLUSIVE || check.signatureAlgorithm !== algorithms[hash].signature)
      return false
    if (!check.checkSignature(envelope)) return false
    const references = check.getReferences()
    return (
      references.every(({ digestAlgorithm }) => digestAlgorithm === algorithms[hash].digest) &&
      ids.every((id) => references.some(({ uri }) => id !== undefined && uri === `#${id}`))
    )
  } catch {
    return false
  }
}

/** Whose token it is, where it is of the demanded type and an authority vouches for it. */
function ownerOf(envelope: string, { token, authorities }: SignatureDemand): X509Certificate | undefined {
  const [, attributes, base64] = /<wsse:BinarySecurityToken ([^>]*)>([^<]*)</.exec(envelope) ?? []
  if (!attributes?.includes(`ValueType="${tokenTypes[token]}"`) || base64 === undefined) return undefined
  const bytes = Buffer.from(base64, 'base64')
  try {
    const path = (token === 'X509v3' ? [bytes] : certificatesIn(bytes)).map((der) => new X509Certificate(der))
    const owner = path.at(-1)
    // From the authority down, each vouches for the next.
    const top = path[0]
    const trusted = (authorities.match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----/g) ?? []).map(
      (pem) => new X509Certificate(pem),
    )
    const isAnchored = trusted.some((authority) => top?.verify(authority.publicKey))
    const isChain = path
      .slice(1)
      .every((certificate, place) => certificate.verify(path[place]?.publicKey ?? certificate.publicKey))
    return isAnchored && isChain ? owner : undefined
  } catch {
    return undefined
  }
}

/** The certificates of a path in DER: a sequence of sequences. */
function certificatesIn(path: Buffer): readonly Buffer[] {
  const found: Buffer[] = []
  for (let at = contentOf(path, 0).start; at < path.length; ) {
    const { end } = contentOf(path, at)
    found.push(path.subarray(at, end))
    at = end
  }
  return found
}

function contentOf(der: Buffer, at: number): { readonly start: number; readonly end: number } {
  const first = der.readUInt8(at + 1)
  const more = first < 0x80 ? 0 : first - 0x80
  const start = at + 2 + more
  return { start, end: start + (more ? der.readUIntBE(at + 2, more) : first) }
}
