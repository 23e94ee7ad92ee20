import type { X509Certificate } from 'node:crypto'
import type { XmlDocument } from 'libxml2-wasm'
import { SignedXml } from 'xml-crypto'
import { SOAP } from '../envelope.ts'
import { authoritiesIn, commonName, isIssuedBy, isValidOn, pathFrom } from './certificates.ts'
import { DSIG, digests, EXCLUSIVE, signatures, WSSE, WSU } from './names.ts'
import type { SigningProfile } from './signing-profile.ts'
import { certificatesOfToken } from './token.ts'

/** Whose signature an answer must bear. */
export interface TrustedSigner {
  /** The authorities that vouch for the signer, as PEM. */
  readonly authorities: string
  /** The common name its certificate is issued to: authorities vouch for many. */
  readonly name: string
}

/** What is wrong with an answer's signature. */
export type Distrust = 'NotSigned' | 'SignerUnknown' | 'SignatureInvalid'

/** An answer that holds only what its signature covers, or why it cannot be trusted. */
export type Verify = (answer: string) => Promise<{ readonly signed: string } | { readonly distrust: Distrust }>

/**
 * Verifies answers: the body must be signed, by whom we trust, and nothing else is read. A message whose signed body was
 * moved and another put in its place verifies too as a matter of mathematics; here it does not.
 * @throws {DocumentError} `no-certificate` or `bad-certificate` when there is nobody to trust
 */
export function verifier(
  { authorities, name }: TrustedSigner,
  { signature: own }: Pick<SigningProfile, 'signature'>,
  now: () => Date,
): Verify {
  const trusted = authoritiesIn(authorities, 'options of `magda`, `security.verifyAnswers`')
  // Nothing weaker than what we sign with ourselves.
  const accepted = own === 'RSA-SHA1' ? Object.values(signatures) : [signatures['RSA-SHA256'], signatures['RSA-SHA512']]
  const digested = own === 'RSA-SHA1' ? Object.values(digests) : [digests.SHA256, digests.SHA512]
  return async (told) => {
    // Both parsers are given the same text.
    const answer = told.replace(/^\uFEFF/, '').trimStart()
    const parts = await partsOf(answer)
    if (!parts) return { distrust: 'NotSigned' }
    const certificates = certificatesOfToken(parts.type, parts.token) ?? []
    const [signer] = certificates
    if (!signer || !isTrusted(signer, certificates)) return { distrust: 'SignerUnknown' }
    const body = signedBody(answer, parts, signer)
    return body === undefined
      ? { distrust: 'SignatureInvalid' }
      : { signed: `<soap:Envelope xmlns:soap="${SOAP}">${body}</soap:Envelope>` }
  }

  function isTrusted(signer: X509Certificate, certificates: readonly X509Certificate[]): boolean {
    if (commonName(signer) !== name) return false
    const isOurs = (certificate: X509Certificate) => trusted.some(({ raw }) => raw.equals(certificate.raw))
    const path = pathFrom(signer, certificates)
    const anchored = path.findIndex(
      (certificate) =>
        isOurs(certificate) ||
        trusted.some((authority) => isValidOn(authority, now()) && isIssuedBy(certificate, authority)),
    )
    return anchored >= 0 && path.slice(0, anchored + 1).every((certificate) => isValidOn(certificate, now()))
  }

  function signedBody(answer: string, { signature, id }: Parts, signer: X509Certificate): string | undefined {
    try {
      const check = new SignedXml({ idMode: 'wssecurity', publicCert: signer.publicKey })
      check.loadSignature(signature)
      if (check.canonicalizationAlgorithm !== EXCLUSIVE || !accepted.some((one) => one === check.signatureAlgorithm))
        return undefined
      if (!check.checkSignature(answer)) return undefined
      const [reference, second] = check.getReferences().filter(({ uri }) => uri === `#${id}`)
      if (!reference || second) return undefined
      const { transforms, digestAlgorithm, signedReference } = reference
      if (transforms.some((transform) => transform !== EXCLUSIVE) || !digested.some((one) => one === digestAlgorithm))
        return undefined
      return signedReference
    } catch {
      // Signed elements of one identifier, algorithms that are not known, a value that does not fit: all say no.
      return undefined
    }
  }
}

interface Parts {
  /** The signature, with the declarations it needs to stand alone. */
  readonly signature: string
  /** The identifier of the body that stands where a body stands. */
  readonly id: string
  readonly token: string
  readonly type: string | undefined
}

const namespaces = { soap: SOAP, wsse: WSSE, wsu: WSU, ds: DSIG }

/** The parts of a signed message, each in its place and there only once. */
async function partsOf(answer: string): Promise<Parts | undefined> {
  if (answer.includes('<!DOCTYPE')) return undefined
  const { ParseOption, XmlC14NMode, XmlDocument, XmlElement } = await import('libxml2-wasm')
  let document: XmlDocument
  try {
    document = XmlDocument.fromString(answer, {
      option: ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_IGNORE_ENC,
    })
  } catch {
    return undefined
  }
  const only = (path: string) => {
    const [first, second] = document.find(path, namespaces)
    return second ? undefined : first
  }
  try {
    const signature = only('//ds:Signature[parent::wsse:Security/parent::soap:Header/parent::soap:Envelope]')
    if (!(signature instanceof XmlElement) || !only('//ds:Signature')) return undefined
    const target = only('//ds:Signature/ds:KeyInfo/wsse:SecurityTokenReference/wsse:Reference/@URI')?.content ?? ''
    const id = only('/soap:Envelope/soap:Body/@wsu:Id')?.content
    if (!/^#[\w.-]+$/.test(target) || !id || !only('/soap:Envelope/soap:Body')) return undefined
    const place = `/soap:Envelope/soap:Header/wsse:Security/wsse:BinarySecurityToken[@wsu:Id="${target.slice(1)}"]`
    const token = only(place)?.content
    if (token === undefined) return undefined
    return {
      signature: signature.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }),
      id,
      token,
      type: only(`${place}/@ValueType`)?.content,
    }
  } finally {
    document.dispose()
  }
}
