import { DefinitionError } from '@vanzelf/rules'
import type { Tls } from '../connections.ts'
import { isProtected } from '../https.ts'
import type { Identity } from './identity.ts'
import { type Sign, signer } from './signature.ts'
import { referenceProfile, type SigningProfile } from './signing-profile.ts'
import { type TrustedSigner, type Verify, verifier } from './verification.ts'

/** How the platform knows us, and we the platform. */
export interface Security {
  /** Whose signature messages bear, and who presents itself as TLS client. */
  readonly identity: Identity
  /** How messages are signed; as the platform's reference connector does unless said, `false` where not at all. */
  readonly signing?: SigningProfile | false
  /**
   * The authorities whose servers are trusted, where they are not those Node knows, and an identity of its own for
   * connections. `false` where something in between, such as a proxy, does TLS.
   */
  readonly tls?: Tls | false
  /** Who must have signed the answers; without it they are not verified. */
  readonly verifyAnswers?: TrustedSigner
}

/** What a transport needs of it. */
export interface Secured {
  readonly sign: Sign | undefined
  readonly verify: Verify | undefined
  readonly tls: Tls | undefined
}

/**
 * What security comes to.
 * @param endpoint where messages go; `undefined` where the caller sends them
 * @throws {DefinitionError} `bad-signing-profile`, `key-not-rsa` or `not-https`
 * @throws {DocumentError} `no-certificate` or `bad-certificate` for authorities that are none
 */
export function secured(
  security: Security | undefined,
  { endpoint, now }: { readonly endpoint: string | URL | undefined; readonly now: () => Date },
): Secured {
  if (!security) return { sign: undefined, verify: undefined, tls: undefined }
  const { identity, signing = referenceProfile, tls = {}, verifyAnswers } = security
  if (tls && endpoint !== undefined) checkScheme(new URL(endpoint))
  return {
    sign: signing ? signer(signing, identity, now) : undefined,
    verify: verifyAnswers && verifier(verifyAnswers, signing || referenceProfile, now),
    tls: tls ? { identity, ...tls } : undefined,
  }
}

/** A client certificate that is never presented looks like one that is. */
function checkScheme(endpoint: URL): void {
  if (isProtected(endpoint)) return
  throw new DefinitionError({
    code: 'not-https',
    what: '`endpoint` is not an address of `https`, so no client certificate can be presented',
    where: 'options of `magda`',
    todo: 'use the address with `https`, or `security.tls: false` where a proxy does TLS',
  })
}
