import { X509Certificate } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import { algorithms, BASE64, EXCLUSIVE, tokenTypes, WSSE, WSU } from './ws-security.ts'

/** With what answers are signed: PEM. */
export interface AnswerSigner {
  readonly key: string
  readonly certificate: string
  readonly hash: keyof typeof algorithms
}

/** Signs the body of an answer, as a WS-Security stack does: the prefix of the envelope counts as used. */
export function signedAnswer(envelope: string, { key, certificate, hash }: AnswerSigner): string {
  const token = new X509Certificate(certificate).raw.toString('base64')
  const prepared = envelope.replace(
    '<soapenv:Header/>',
    `<soapenv:Header><wsse:Security xmlns:wsse="${WSSE}" xmlns:wsu="${WSU}"><wsse:BinarySecurityToken EncodingType="${BASE64}" ValueType="${tokenTypes.X509v3}" wsu:Id="answer-token">${token}</wsse:BinarySecurityToken></wsse:Security></soapenv:Header>`,
  )
  const signature = new SignedXml({
    idMode: 'wssecurity',
    privateKey: key,
    signatureAlgorithm: algorithms[hash].signature,
    canonicalizationAlgorithm: EXCLUSIVE,
    inclusiveNamespacesPrefixList: ['soapenv'],
    getKeyInfoContent: () =>
      `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}"><wsse:Reference URI="#answer-token" ValueType="${tokenTypes.X509v3}"/></wsse:SecurityTokenReference>`,
  })
  signature.addReference({
    xpath: `/*/*[local-name()='Body']`,
    transforms: [EXCLUSIVE],
    digestAlgorithm: algorithms[hash].digest,
    inclusiveNamespacesPrefixList: ['soapenv'],
  })
  signature.computeSignature(prepared, {
    prefix: 'ds',
    location: { reference: `/*/*[local-name()='Header']/*[local-name()='Security']`, action: 'append' },
    existingPrefixes: { soapenv: 'http://schemas.xmlsoap.org/soap/envelope/' },
  })
  return signature.getSignedXml()
}
