import { createHash, verify } from 'node:crypto'
import { XmlC14NMode, XmlDocument, XmlElement } from 'libxml2-wasm'
import { beforeAll, describe, expect, it } from 'vitest'
import { threeLevels } from '../../test/certificates.ts'
import { SOAP } from '../envelope.ts'
import { identityFromPem } from './from-pem.ts'
import type { Identity } from './identity.ts'
import { DSIG, WSSE, WSSE11, WSU } from './names.ts'
import { signer } from './signature.ts'
import { referenceProfile, sha256Profile } from './signing-profile.ts'
import { certificatesOfToken } from './token.ts'

const namespaces = { soap: SOAP, wsse: WSSE, wsse11: WSSE11, wsu: WSU, ds: DSIG }
const now = () => new Date('2026-03-10T11:00:00Z')
const envelope = `<soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Header/><soapenv:Body><m:Ask xmlns:m="urn:m"><Text a="1">é &#38; &#60;b&#62;</Text></m:Ask></soapenv:Body></soapenv:Envelope>`

let identity: Identity
beforeAll(async () => {
  const { client, chain } = await threeLevels('Exampleville')
  identity = identityFromPem({ key: client.key, certificates: chain })
})

/** Reads a signed envelope with other tools than those that signed it. */
function read<Read>(
  signed: string,
  reading: (tools: { text: (path: string) => string; canonical: (path: string) => string }) => Read,
): Read {
  const document = XmlDocument.fromString(signed)
  try {
    return reading({
      text: (path) => document.get(path, namespaces)?.content ?? '',
      canonical: (path) => {
        const found = document.get(path, namespaces)
        if (!(found instanceof XmlElement)) throw new Error(`there is no ${path}`)
        return found.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 })
      },
    })
  } finally {
    document.dispose()
  }
}

describe.each([
  ['the reference profile', referenceProfile, 'sha1', ['soap:Body', 'wsse:BinarySecurityToken']],
  ['the profile of SHA-256', sha256Profile, 'sha256', ['soap:Body', 'wsse:BinarySecurityToken', 'wsu:Timestamp']],
] as const)('%s', (_, profile, hash, parts) => {
  it('digests each part as another canonicalisation does', () => {
    read(signer(profile, identity, now)(envelope), ({ text, canonical }) => {
      for (const part of parts) {
        const id = text(`//${part}/@wsu:Id`)
        const digest = createHash(hash)
          .update(canonical(`//${part}`))
          .digest('base64')
        expect(text(`//ds:Reference[@URI="#${id}"]/ds:DigestValue`)).toBe(digest)
      }
    })
  })
  it('signs the digests with the key of the token', () => {
    read(signer(profile, identity, now)(envelope), ({ text, canonical }) => {
      const [owner] =
        certificatesOfToken(text('//wsse:BinarySecurityToken/@ValueType'), text('//wsse:BinarySecurityToken')) ?? []
      const value = Buffer.from(text('//ds:SignatureValue'), 'base64')
      expect(owner?.subject).toBe('CN=Exampleville')
      expect(owner && verify(hash, Buffer.from(canonical('//ds:SignedInfo')), owner.publicKey, value)).toBe(true)
      expect(text('//wsse:Reference/@URI')).toBe(`#${text('//wsse:BinarySecurityToken/@wsu:Id')}`)
      expect(text('//wsse:SecurityTokenReference/@wsse11:TokenType')).toBe(
        text('//wsse:BinarySecurityToken/@ValueType'),
      )
    })
  })
  it('leaves the question as it was', () => {
    read(signer(profile, identity, now)(envelope), ({ text }) =>
      expect(text('/soap:Envelope/soap:Body')).toBe('é & <b>'),
    )
  })
})

it('puts the token at the head of the security header, with the whole chain, and no timestamp', () => {
  read(signer(referenceProfile, identity, now)(envelope), ({ text, canonical }) => {
    expect(canonical('/soap:Envelope/soap:Header/wsse:Security/*[1]')).toContain('BinarySecurityToken')
    const type = text('//wsse:BinarySecurityToken/@ValueType')
    expect(type.endsWith('#X509PKIPathv1')).toBe(true)
    expect(certificatesOfToken(type, text('//wsse:BinarySecurityToken'))).toHaveLength(3)
    expect(text('//wsu:Timestamp')).toBe('')
  })
})

it('writes a timestamp that lasts as long as the profile says', () => {
  read(signer({ ...sha256Profile, timestamp: 60 }, identity, now)(envelope), ({ text }) => {
    expect(text('//wsu:Created')).toBe('2026-03-10T11:00:00.000Z')
    expect(text('//wsu:Expires')).toBe('2026-03-10T11:01:00.000Z')
  })
})

it('does not read a token that is no path of certificates', () => {
  const type = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509PKIPathv1'
  for (const token of [
    '',
    'AAAA',
    'MIID',
    'MIL////',
    Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]).toString('base64'),
  ])
    expect(certificatesOfToken(type, token) ?? []).toEqual([])
  expect(certificatesOfToken('another type', 'AAAA')).toBeUndefined()
})
