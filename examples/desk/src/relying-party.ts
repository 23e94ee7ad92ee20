import type { Pseudonyms } from '@vanzelf/source/pseudonyms'
import * as client from 'openid-client'
import { claims, type User } from './user.ts'

/** What must come back with somebody who signs in. */
export interface Pending {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** The desk's side of OpenID Connect: the code flow with PKCE. */
export interface RelyingParty {
  readonly begin: () => Promise<{ readonly to: URL; readonly pending: Pending }>
  /** @throws when what came back was not asked for here, or the provider does not say who it is */
  readonly finish: (cameBackTo: URL, pending: Pending) => Promise<User>
  /**
   * Where somebody signs out at the provider too, and is sent back from; undefined where the provider knows no such place.
   * It carries no token that says who: of a citizen that would put the national number in an address.
   */
  readonly signOut: URL | undefined
}

export interface RelyingPartyOptions {
  readonly issuer: string
  /** As it is registered at the provider, with the addresses to which people may be sent back. */
  readonly client: {
    readonly id: string
    readonly secret: string
    readonly redirectUri: string
    readonly signedOutUri: string
  }
  readonly people: Pseudonyms
}

/** Finds out at the provider where and how to sign in. */
export async function relyingParty(options: RelyingPartyOptions): Promise<RelyingParty> {
  const { issuer, people } = options
  const { redirectUri, signedOutUri } = options.client
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(issuer).hostname)
  const found = await client.discovery(
    new URL(issuer),
    options.client.id,
    undefined,
    client.ClientSecretBasic(options.client.secret),
    // Plain HTTP stays on this machine, or it is refused.
    isLoopback ? { execute: [client.allowInsecureRequests] } : undefined,
  )
  return {
    begin: async () => {
      const pending = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const to = client.buildAuthorizationUrl(found, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      })
      return { to, pending }
    },
    signOut:
      found.serverMetadata().end_session_endpoint === undefined
        ? undefined
        : client.buildEndSessionUrl(found, { post_logout_redirect_uri: signedOutUri }),
    finish: async (cameBackTo, { state, nonce, verifier }) => {
      const tokens = await client.authorizationCodeGrant(found, cameBackTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const said = claims.parse(tokens.claims())
      const user = { id: said.sub, name: said.name, role: said.role }
      // The national number becomes a pseudonym before anything else sees it.
      return said.role === 'citizen' ? { ...user, subject: people.of(said.national_number) } : user
    },
  }
}
