import { DefinitionError } from '@vanzelf/rules'
import { SignedXml } from 'xml-crypto'
import { SOAP } from '../envelope.ts'
import type { Identity } from './identity.ts'
import { BASE64, digests, EXCLUSIVE, signatures, tokenTypes, WSSE, WSSE11, WSU } from './names.ts'
import { checkProfile, type SigningProfile } from './signing-profile.ts'
import { tokenOf } from './token.ts'

/** Signs an envelope whose header is still empty. */
export type Sign = (envelope: string) => string

/** Signs in the way of a profile: the token stands at the head of the security header, and the signature refers to it. */
export function signer(profile: SigningProfile, { key, chain }: Identity, now: () => Date): Sign {
  checkProfile(profile)
  if (key.asymmetricKeyType !== 'rsa')
    throw new DefinitionError({
      code: 'key-not-rsa',
      what: 'the private key is not one of RSA, and the signatures of every profile are',
      where: 'options of `magda`, `security.identity`',
      todo: 'use an identity with a key of RSA, or `security.signing: false` and this one for connections',
    })
  const type = tokenTypes[profile.token]
  const token = tokenOf(profile.token, chain)
  return (envelope) => {
    const prepared = envelope.replace(HEADER, `<soapenv:Header>${securityOf(profile, token, now())}</soapenv:Header>`)
    const signature = new SignedXml({
      idMode: 'wssecurity',
      privateKey: key,
      signatureAlgorithm: signatures[profile.signature],
      canonicalizationAlgorithm: EXCLUSIVE,
      // The reference names the type too: WS-I's basic security profile (R5215) wants that of a PKIPath, and WSS4J checks.
      getKeyInfoContent: () =>
        `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}" xmlns:wsse11="${WSSE11}" wsse11:TokenType="${type}"><wsse:Reference URI="#token" ValueType="${type}"/></wsse:SecurityTokenReference>`,
    })
    for (const part of profile.parts)
      signature.addReference({ xpath: paths[part], transforms: [EXCLUSIVE], digestAlgorithm: digests[profile.digest] })
    signature.computeSignature(prepared, {
      prefix: 'ds',
      location: { reference: security, action: 'append' },
    })
    return signature.getSignedXml()
  }
}

const HEADER = '<soapenv:Header/>'

const security = `/*/*[local-name()='Header']/*[local-name()='Security']`
const paths = {
  body: `/*/*[local-name()='Body' and namespace-uri()='${SOAP}']`,
  token: `${security}/*[local-name()='BinarySecurityToken']`,
  timestamp: `${security}/*[local-name()='Timestamp']`,
} as const

function securityOf({ token: type, timestamp }: SigningProfile, token: string, now: Date): string {
  const expires = timestamp && new Date(now.getTime() + timestamp * 1000)
  const lasting = expires
    ? `<wsu:Timestamp wsu:Id="timestamp"><wsu:Created>${now.toISOString()}</wsu:Created><wsu:Expires>${expires.toISOString()}</wsu:Expires></wsu:Timestamp>`
    : ''
  return `<wsse:Security xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}" soapenv:mustUnderstand="1"><wsse:BinarySecurityToken EncodingType="${BASE64}" ValueType="${tokenTypes[type]}" wsu:Id="token">${token}</wsse:BinarySecurityToken>${lasting}</wsse:Security>`
}
