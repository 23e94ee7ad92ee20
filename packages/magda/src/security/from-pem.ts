import { createPrivateKey, type KeyObject } from 'node:crypto'
import { DocumentError } from '@vanzelf/rules'
import { certificatesIn } from './certificates.ts'
import type { Identity, IdentityOptions } from './identity.ts'
import { identityOf } from './identity-of.ts'

const where = 'PEM of an identity'

/**
 * An identity from PEM files: a private key, and the certificates in any order.
 * @param pem the contents; key and certificates may be one text, given twice
 * @throws {DocumentError} `no-key`, `no-passphrase`, `wrong-passphrase`, `no-certificate`, `bad-certificate`,
 * `key-of-another`, `certificate-expired`, `certificate-to-come` or `chain-incomplete`
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 *
 * const readIdentity = async (folder: string) =>
 *   identityFromPem({
 *     key: await readFile(`${folder}/key.pem`, 'utf8'),
 *     certificates: await readFile(`${folder}/chain.pem`, 'utf8'),
 *     passphrase: process.env['MAGDA_PASSPHRASE'],
 *   })
 * await readIdentity('/nowhere').catch(({ code }) => code) // => 'ENOENT'
 * ```
 */
export function identityFromPem(
  pem: { readonly key: string; readonly certificates: string; readonly passphrase?: string | undefined },
  { authorities = '', now = () => new Date() }: IdentityOptions = {},
): Identity {
  const key = keyIn(pem.key, pem.passphrase)
  const certificates = certificatesIn(`${pem.certificates}\n${authorities}`, where)
  if (certificates.length === 0)
    throw new DocumentError({
      code: 'no-certificate',
      what: 'there is no certificate',
      where,
      todo: 'give the text that holds `-----BEGIN CERTIFICATE-----`',
    })
  return identityOf(key, certificates, { where, now: now() })
}

function keyIn(text: string, passphrase: string | undefined): KeyObject {
  const [key] = /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?-----END \1PRIVATE KEY-----/.exec(text) ?? []
  if (!key)
    throw new DocumentError({
      code: 'no-key',
      what: 'there is no private key',
      where,
      todo: 'give the text that holds `-----BEGIN PRIVATE KEY-----`, or that of an encrypted key',
    })
  const isEncrypted = /BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(key)
  if (isEncrypted && !passphrase)
    throw new DocumentError({
      code: 'no-passphrase',
      what: 'the private key is encrypted, and no passphrase was given',
      where,
      todo: 'give `passphrase`',
    })
  try {
    return createPrivateKey({ key, ...(isEncrypted && { passphrase }) })
  } catch {
    // What the library says of a key is not repeated.
    throw isEncrypted
      ? new DocumentError({
          code: 'wrong-passphrase',
          what: 'the private key does not open with this passphrase',
          where,
          todo: 'check the passphrase, and that the key is whole',
        })
      : new DocumentError({
          code: 'no-key',
          what: 'the private key cannot be read',
          where,
          todo: 'check that the text is whole, from its first line of dashes to its last',
        })
  }
}
