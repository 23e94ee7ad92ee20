import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { DocumentError } from '@vanzelf/rules'
import forge from 'node-forge'
import { certificatesIn } from './certificates.ts'
import type { Identity, IdentityOptions } from './identity.ts'
import { identityOf } from './identity-of.ts'

const where = 'PKCS#12 file of an identity'

/**
 * An identity from a PKCS#12 file (`.p12`, `.pfx`), as authorities issue them: one private key and its certificates.
 * @throws {DocumentError} `not-pkcs12`, `wrong-passphrase`, `no-key`, `several-keys`, `no-certificate`,
 * `key-of-another`, `certificate-expired`, `certificate-to-come` or `chain-incomplete`
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 *
 * const readIdentity = async (file: string) =>
 *   identityFromPkcs12({ file: await readFile(file), passphrase: process.env['MAGDA_PASSPHRASE'] ?? '' })
 * await readIdentity('/nowhere').catch(({ code }) => code) // => 'ENOENT'
 * ```
 */
export function identityFromPkcs12(
  { file, passphrase }: { readonly file: Uint8Array; readonly passphrase: string },
  { authorities = '', now = () => new Date() }: IdentityOptions = {},
): Identity {
  const store = opened(file, passphrase)
  const { keyBag, pkcs8ShroudedKeyBag, certBag } = forge.pki.oids
  const found = (bagType: string | undefined) => (bagType && store.getBags({ bagType })[bagType]) || []
  const keys = [...found(keyBag), ...found(pkcs8ShroudedKeyBag)].map(keyOf)
  const [key, second] = keys
  if (!key) throw lacking('no-key', 'there is no private key', 'export it with its key')
  if (second) throw lacking('several-keys', 'there are several private keys', 'export the one that is to be used')
  const certificates = found(certBag).map((bag) => new X509Certificate(derOf(bag)))
  if (certificates.length === 0) throw lacking('no-certificate', 'there is no certificate', 'export it with its chain')
  return identityOf(key, [...certificates, ...certificatesIn(authorities, where)], { where, now: now() })
}

const lacking = (code: string, what: string, todo: string) => new DocumentError({ code, what, where, todo })

function opened(file: Uint8Array, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  const asn1 = parsed(file)
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, passphrase)
  } catch (error) {
    // The library has no codes; what else it says may quote the file.
    const told = error instanceof Error ? error.message : ''
    if (/MAC could not be verified/.test(told)) throw wrongPassphrase()
    if (/decrypt/i.test(told)) return decrypted(asn1, passphrase)
    throw lacking('not-pkcs12', 'it cannot be read', 'export it again, encrypted with AES-256')
  }
}

/**
 * Opens a file whose seal was verified, or that has none, by the bytes of the passphrase. Letters beyond ASCII are two
 * bytes to the cipher and one character to the seal; the library takes one form for both.
 */
function decrypted(asn1: forge.asn1.Asn1, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  const [version, content] = Array.isArray(asn1.value) ? asn1.value : []
  try {
    if (!version || !content) throw wrongPassphrase()
    const unsealed = { ...asn1, value: [version, content] }
    return forge.pkcs12.pkcs12FromAsn1(unsealed, false, Buffer.from(passphrase, 'utf8').toString('binary'))
  } catch {
    throw wrongPassphrase()
  }
}

const wrongPassphrase = () =>
  lacking(
    'wrong-passphrase',
    'it does not open with this passphrase',
    'check the passphrase, and that the file is whole',
  )

function parsed(file: Uint8Array): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(file).toString('binary')))
  } catch {
    throw lacking('not-pkcs12', 'it is not a PKCS#12 file', 'give the contents of a `.p12` or `.pfx` file, as bytes')
  }
}

/** Node reads keys and certificates of every kind; the library itself only those of RSA. */
function derOf({ cert, key, asn1 }: forge.pkcs12.Bag): Buffer {
  const inner = cert
    ? forge.pki.certificateToAsn1(cert)
    : key
      ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key))
      : asn1
  return Buffer.from(forge.asn1.toDer(inner).getBytes(), 'binary')
}

function keyOf(bag: forge.pkcs12.Bag): KeyObject {
  try {
    return createPrivateKey({ key: derOf(bag), format: 'der', type: 'pkcs8' })
  } catch {
    throw lacking('no-key', 'its private key is of no kind that can be read', 'use a key of RSA')
  }
}
