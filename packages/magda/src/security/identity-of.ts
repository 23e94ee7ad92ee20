import type { KeyObject, X509Certificate } from 'node:crypto'
import { DocumentError } from '@vanzelf/rules'
import { distinguishedName, isValidOn, pathFrom, vouchesForItself } from './certificates.ts'
import type { Identity } from './identity.ts'

/**
 * An identity of a key and certificates in any order, after a look at each.
 * @throws {DocumentError} `key-of-another`, `certificate-expired`, `certificate-to-come` or `chain-incomplete`
 */
export function identityOf(
  key: KeyObject,
  certificates: readonly X509Certificate[],
  { where, now }: { readonly where: string; readonly now: Date },
): Identity {
  const own = certificates.find((certificate) => certificate.checkPrivateKey(key))
  if (!own)
    throw new DocumentError({
      code: 'key-of-another',
      what: 'none of the certificates belongs to the private key',
      where,
      todo: 'give the certificate that was issued for this key, besides those of its authorities',
    })
  const chain = pathFrom(own, certificates)
  for (const [place, certificate] of chain.entries()) checkValid(certificate, place, now, where)
  const last = chain.at(-1) ?? own
  if (!vouchesForItself(last))
    throw new DocumentError({
      code: 'chain-incomplete',
      what: `the certificate of the authority \`${distinguishedName(last.issuer)}\` is missing`,
      where,
      todo: 'add it to the file, or give it in `authorities`',
    })
  return Object.freeze({ key, chain: Object.freeze(chain) })
}

function checkValid(certificate: X509Certificate, place: number, now: Date, where: string): void {
  if (isValidOn(certificate, now)) return
  // Who the certificate is for may be a person: its own name is not told.
  const whose =
    place === 0 ? 'the certificate' : `the certificate of the authority \`${distinguishedName(certificate.subject)}\``
  const expired = new Date(certificate.validTo) < now
  throw new DocumentError({
    code: expired ? 'certificate-expired' : 'certificate-to-come',
    what: expired
      ? `${whose} was valid until ${dayOf(certificate.validTo)}`
      : `${whose} is valid from ${dayOf(certificate.validFrom)}`,
    where,
    todo: expired ? 'ask the authority that issued it for a new one' : 'use the one it replaces until then',
  })
}

const dayOf = (moment: string) => new Date(moment).toISOString().slice(0, 10)
