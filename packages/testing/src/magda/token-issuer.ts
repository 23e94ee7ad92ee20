import { createPublicKey, randomUUID } from 'node:crypto'
import { decodeJwt, jwtVerify } from 'jose'

/** Whom a loopback authorisation server knows: the public keys of its clients, as PEM, by client id. */
export type Clients = { readonly [clientId: string]: string }

/** What it says: a token, or an error in the words of OAuth. */
export type Issued = { readonly token: string } | { readonly error: string }

/** Issues access tokens to clients that prove themselves by a signed assertion. */
export function tokenIssuer(clients: Clients, audience: () => string) {
  const issued = new Set<string>()
  const used = new Set<string>()
  return {
    accepts: (token: string) => issued.has(token),
    revoke: () => issued.clear(),
    async issue(form: URLSearchParams): Promise<Issued> {
      if (form.get('grant_type') !== 'client_credentials') return { error: 'unsupported_grant_type' }
      if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
        return { error: 'invalid_client' }
      if (!(await isProven(form.get('client_assertion') ?? ''))) return { error: 'invalid_client' }
      const token = randomUUID()
      issued.add(token)
      return { token }
    },
  }

  async function isProven(assertion: string): Promise<boolean> {
    try {
      const { iss = '' } = decodeJwt(assertion)
      const key = clients[iss]
      if (key === undefined) return false
      const { payload } = await jwtVerify(assertion, createPublicKey(key), {
        audience: audience(),
        issuer: iss,
        subject: iss,
        requiredClaims: ['iat', 'exp', 'jti'],
      })
      const { iat = 0, exp = Number.POSITIVE_INFINITY, jti = '' } = payload
      // An audience of several would be good for another server too.
      if (payload.aud !== audience() || exp - iat > LONGEST || used.has(jti)) return false
      used.add(jti)
      return true
    } catch {
      return false
    }
  }
}

/** For how long an assertion may be valid, in seconds, as at the Flemish authorisation server. */
const LONGEST = 600
