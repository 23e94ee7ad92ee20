import { X509Certificate } from 'node:crypto'
import { DocumentError } from '@vanzelf/rules'

/**
 * The certificates of a PEM text, in its order.
 * @throws {DocumentError} `bad-certificate` when one cannot be read
 */
export function certificatesIn(pem: string, where: string): readonly X509Certificate[] {
  const texts = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  try {
    return texts.map((text) => new X509Certificate(text))
  } catch {
    // What the library says may quote the text.
    throw new DocumentError({
      code: 'bad-certificate',
      what: 'a certificate cannot be read',
      where,
      todo: 'check that the text is whole, from its first line of dashes to its last',
    })
  }
}

/** Those of authorities that are to be trusted: at least one. */
export function authoritiesIn(pem: string, where: string): readonly X509Certificate[] {
  const authorities = certificatesIn(pem, where)
  if (authorities.length > 0) return authorities
  throw new DocumentError({
    code: 'no-certificate',
    what: 'there is no certificate of an authority',
    where,
    todo: 'give the text that holds `-----BEGIN CERTIFICATE-----`',
  })
}

export const isValidOn = (certificate: X509Certificate, now: Date): boolean =>
  new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo)

/** Whether an authority issued a certificate: by name, by signature, and because it may. */
export const isIssuedBy = (certificate: X509Certificate, authority: X509Certificate): boolean =>
  authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey)

/** Whether a certificate is signed with its own key. The same name twice proves nothing. */
export const vouchesForItself = (certificate: X509Certificate): boolean =>
  certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey)

/** A certificate and the authorities above it, as far as they are among those given. */
export function pathFrom(
  own: X509Certificate,
  certificates: readonly X509Certificate[],
): [X509Certificate, ...X509Certificate[]] {
  const path: [X509Certificate, ...X509Certificate[]] = [own]
  let last = own
  while (!vouchesForItself(last)) {
    const below = last
    const above = certificates.find(
      (certificate) =>
        isIssuedBy(below, certificate) &&
        !path.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256),
    )
    if (!above) break
    path.push(above)
    last = above
  }
  return path
}

/** A name as one line: `C=BE, O=Exampleville, CN=Authority`. */
export const distinguishedName = (name: string): string => name.split('\n').join(', ')

/** The common name a certificate was issued to. */
export const commonName = (certificate: X509Certificate): string | undefined =>
  certificate.subject
    .split('\n')
    .find((part) => part.startsWith('CN='))
    ?.slice(3)

/** Certificates as PEM, one after another. */
export const pemOf = (certificates: readonly X509Certificate[]): string =>
  certificates.map((certificate) => certificate.toString()).join('')
