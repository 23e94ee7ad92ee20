import type { KeyObject, X509Certificate } from 'node:crypto'

/**
 * Who a machine is towards the platform: a private key and the certificates that vouch for it. The key stays a handle of
 * Node's: printed or serialised, it shows nothing.
 */
export interface Identity {
  readonly key: KeyObject
  /** From its own certificate to the authority that vouches for itself, complete and in this order. */
  readonly chain: readonly [X509Certificate, ...X509Certificate[]]
}

/** What reading an identity may need besides its file. */
export interface IdentityOptions {
  /** Of the authorities above the certificate, as PEM, where the file does not hold them itself. */
  readonly authorities?: string
  /** The clock by which a certificate is valid. */
  readonly now?: () => Date
}
