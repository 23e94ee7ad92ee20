import { randomUUID } from 'node:crypto'
import type { Purpose } from '@vanzelf/source'
import { request } from 'undici'
import { connectionsOf, type Tls } from '../connections.ts'
import { refusalOfConnection, refusalOfStatus } from '../door.ts'
import { type Refusal, refusal } from '../exceptions.ts'
import type { Asking } from '../exchange.ts'
import { checkHttps } from '../https.ts'
import type { ServiceLimits } from '../pace.ts'
import { paceOf, whole } from '../pace-of.ts'
import { type RequestLogged, teller } from '../request-log.ts'
import type { Sender } from '../service.ts'
import { type AccessTokens, accessTokens, type OAuthClient } from './access-tokens.ts'
import type { RestService } from './rest-service.ts'

/** How the platform is asked over REST; what is not said here is as for `magda`. */
export interface MagdaRestOptions {
  /** What the paths of services stand behind. */
  readonly endpoint: string | URL
  readonly oauth: OAuthClient
  readonly sender: Sender | ((purpose: Purpose) => Sender)
  /** The national number of the person on whose behalf is asked, such as a clerk. */
  readonly endUser?: (purpose: Purpose) => string | undefined
  readonly tls?: Tls
  readonly timeout?: number
  readonly concurrency?: number
  readonly limits?: { readonly [service: string]: ServiceLimits }
  readonly breaker?: { readonly failures?: number; readonly pause?: number } | false
  readonly retry?: { readonly attempts?: number; readonly delay?: number }
  readonly log?: (logged: RequestLogged) => void
  readonly now?: () => Date
  readonly reference?: () => string
}

/** Puts one question over REST and waits for what comes of it. It rejects only when cancelled. */
export type RestExchange = <Question, Content>(
  service: RestService<Question, Content>,
  question: Question,
  asking: Asking,
) => Promise<{ readonly content: Content } | Refusal>

/**
 * Asks the platform's REST services, with access tokens instead of signatures. No data (204) is `not found`.
 * @throws {DefinitionError} `bad-option` for a number out of its range, `not-https` for an address without TLS that is not
 * of the machine itself, `key-unfit` for a key that does not fit the algorithm
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import * as z from 'zod'
 *
 * const ask = magdaRest({
 *   endpoint: 'http://127.0.0.1:9',
 *   oauth: {
 *     tokenEndpoint: 'http://127.0.0.1:9/token',
 *     clientId: 'exampleville',
 *     key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
 *   },
 *   sender: { uri: 'exampleville.be/lez', hoedanigheid: 'ipdc3' },
 *   retry: { attempts: 1 },
 * })
 * const registrations = {
 *   name: 'registrations',
 *   version: 'v1',
 *   path: '/v1/mobility/registrations',
 *   query: (plateNr: string) => ({ plateNr }),
 *   shape: z.object({ items: z.array(z.unknown()) }),
 * }
 * const purpose = { policy: 'exampleville/lez', basis: 'authorisation 2026/5', asker: 'Exampleville' }
 * const reply = await ask(registrations, '1ABC123', { subject: 'v1', purpose, signal: AbortSignal.timeout(5_000) })
 * reply // => { refusal: { unknown: 'unavailable', … }, … }
 * ```
 */
export function magdaRest(options: MagdaRestOptions): RestExchange {
  const { log = () => {}, now = () => new Date(), reference = randomUUID, sender, oauth, endpoint, endUser } = options
  checkHttps('endpoint', endpoint)
  const timeout = whole('timeout', options.timeout ?? 30_000)
  const concurrency = whole('concurrency', options.concurrency ?? 8)
  const senderFor = typeof sender === 'function' ? sender : () => sender
  const pace = paceOf({ ...options, concurrency })
  const tokens = accessTokens(oauth, { timeout, now })
  const dispatcher = connectionsOf({ timeout, concurrency, tls: options.tls })
  return (service, question, asking) =>
    pace(service.name, (attempt) => once(service, question, asking, attempt), asking.signal)

  async function once<Question, Content>(
    { name, version, path, query, shape }: RestService<Question, Content>,
    question: Question,
    { subject, purpose, signal }: Asking,
    attempt: number,
  ): Promise<{ readonly content: Content } | Refusal> {
    const { uri, hoedanigheid } = senderFor(purpose)
    const correlation = reference()
    const tell = teller(
      { log, now },
      { service: name, version, subject, policy: purpose.policy, hoedanigheid, reference: correlation, attempt },
    )
    const user = endUser?.(purpose)
    const address = addressOf(endpoint, path, query(question))
    const headers = {
      accept: 'application/json',
      'x-correlation-id': correlation,
      'X-Magda-Sender-ID': uri,
      'X-Magda-Sender-QualityCode': hoedanigheid,
      ...(user !== undefined && { 'X-Magda-Enduser-ID': user }),
    }
    tell('requested')
    const came = await authorised(tokens, signal, (token) =>
      got(address, { ...headers, authorization: `Bearer ${token}` }, signal),
    )
    if ('refusal' in came) {
      tell(came.refusal.code === NO_DATA ? 'failed' : 'unanswered', came.refusal.code)
      return came
    }
    const content = shape.safeParse(came.content)
    tell(content.success ? 'succeeded' : 'failed')
    return content.success ? { content: content.data } : refusal('in doubt')
  }

  async function got(
    address: URL,
    headers: { readonly [name: string]: string },
    signal: AbortSignal,
  ): Promise<{ readonly content: unknown } | Refusal> {
    try {
      const { statusCode, body } = await request(address, {
        headers,
        dispatcher,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      })
      const text = await body.text()
      if (statusCode === 204) return refusal('not found', NO_DATA)
      return statusCode === 200 ? { content: jsonOf(text) } : refusalOfStatus(statusCode)
    } catch (error) {
      signal.throwIfAborted()
      return refusalOfConnection(error)
    }
  }
}

const NO_DATA = 'HTTP 204'

/** Asks with a token, and once more with a new one where the first is no longer accepted. */
async function authorised<Reply extends object>(
  tokens: AccessTokens,
  signal: AbortSignal,
  ask: (token: string) => Promise<Reply | Refusal>,
): Promise<Reply | Refusal> {
  const first = await tokens.token(signal)
  if ('refusal' in first) return first
  const reply = await ask(first.token)
  if (!('refusal' in reply) || reply.refusal.code !== 'HTTP 401') return reply
  tokens.forget(first.token)
  const second = await tokens.token(signal)
  if ('refusal' in second) return second
  const again = await ask(second.token)
  if ('refusal' in again && again.refusal.code === 'HTTP 401') tokens.forget(second.token)
  return again
}

function addressOf(endpoint: string | URL, path: string, query: { readonly [name: string]: string }): URL {
  const address = new URL(endpoint)
  address.pathname = `${address.pathname.replace(/\/$/, '')}${path}`
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
