import { type KeyObject, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { request } from 'undici'
import * as z from 'zod'
import { connectionsOf, type Tls } from '../connections.ts'
import { refusalOfConnection, refusalOfStatus } from '../door.ts'
import { type Refusal, refusal } from '../exceptions.ts'
import { checkHttps } from '../https.ts'
import { checkClientKey } from './client-key.ts'

/** A client of an authorisation server that proves itself by a signed assertion. */
export interface OAuthClient {
  /** Exactly as the server publishes it: assertions are addressed to it, letter by letter. */
  readonly tokenEndpoint: string
  readonly clientId: string
  /** The private key whose public half is registered; of a JWK `createPrivateKey({ key, format: 'jwk' })` makes one. */
  readonly key: KeyObject
  /** Which of several registered keys it is. */
  readonly keyId?: string
  /** RS256 unless said. */
  readonly algorithm?: 'RS256' | 'PS256' | 'ES256'
  readonly scope?: string
  readonly tls?: Tls
}

/** Access tokens of a client. */
export interface AccessTokens {
  /** A token that is valid for a while, or why there is none. It rejects only when cancelled. */
  token(signal: AbortSignal): Promise<{ readonly token: string } | Refusal>
  /** Forgets a token that was refused. */
  forget(token: string): void
}

/**
 * Access tokens that are kept until shortly before they expire; whoever needs one meanwhile waits for the same request.
 * @throws {DefinitionError} `not-https` or `key-unfit` for a client that cannot be
 */
export function accessTokens(
  client: OAuthClient,
  { timeout, now }: { readonly timeout: number; readonly now: () => Date },
): AccessTokens {
  checkHttps('oauth.tokenEndpoint', client.tokenEndpoint)
  checkClientKey(client.key, client.algorithm ?? 'RS256')
  const dispatcher = connectionsOf({ timeout, concurrency: 1, tls: client.tls })
  let kept: { readonly token: string; readonly until: number } | undefined
  let underWay: Promise<Told | Refusal> | undefined

  return {
    async token(signal) {
      if (kept && now().getTime() < kept.until) return kept
      underWay ??= asked().finally(() => {
        underWay = undefined
      })
      // Others may wait for the same token: the request goes on when one of them cancels.
      return unlessAborted(underWay, signal)
    },
    forget(token) {
      if (kept?.token === token) kept = undefined
    },
  }

  async function asked(): Promise<Told | Refusal> {
    const started = now()
    try {
      const { statusCode, body } = await request(client.tokenEndpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: client.clientId,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await assertionOf(client, started),
          ...(client.scope !== undefined && { scope: client.scope }),
        }).toString(),
        dispatcher,
        signal: AbortSignal.timeout(timeout),
      })
      const told = await body.text()
      if (statusCode !== 200) return refusalOfServer(statusCode, told)
      const granted = grant.safeParse(jsonOf(told))
      if (!granted.success) return refusal('in doubt', 'TokenUnreadable')
      const { access_token: token, expires_in: seconds } = granted.data
      // A server that does not say how long a token lasts promises nothing: it serves once.
      if (seconds !== undefined) kept = { token, until: started.getTime() + (seconds - MARGIN) * 1000 }
      return { token }
    } catch (error) {
      return refusalOfConnection(error)
    }
  }
}

interface Told {
  readonly token: string
}

/** For how long a token must still be valid to be used, in seconds: a request takes its time. */
const MARGIN = 30

/** For how long an assertion is valid; the Flemish authorisation server takes at most ten minutes. */
const ASSERTED = 300

const grant = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().optional(),
})

function assertionOf(
  { tokenEndpoint, clientId, key, keyId, algorithm = 'RS256' }: OAuthClient,
  now: Date,
): Promise<string> {
  const issued = Math.floor(now.getTime() / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(keyId !== undefined && { kid: keyId }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenEndpoint)
    .setIssuedAt(issued)
    .setExpirationTime(issued + ASSERTED)
    .setJti(randomUUID())
    .sign(key)
}

/** Errors that say that this client may not have the token. */
const refusals: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_scope',
  'access_denied',
])

function refusalOfServer(status: number, body: string): Refusal {
  const told = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) }).safeParse(jsonOf(body))
  const byStatus = refusalOfStatus(status)
  if (!told.success || byStatus.passing) return byStatus
  return refusal(refusals.has(told.data.error) ? 'not permitted' : 'in doubt', told.data.error)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
