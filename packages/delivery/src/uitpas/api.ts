import { DelegateBackoff, handleWhenResult, retry } from 'cockatiel'
import PQueue from 'p-queue'
import { Agent, request } from 'undici'
import type { z } from 'zod'
import { checkHttps } from './https.ts'
import { foundSchema, type Passholder, passholderSchema } from './passholder.ts'
import { isProblem, type Problem, problemOf, problemOfConnection } from './problem.ts'
import { type OAuthClient, tokens } from './tokens.ts'

/** Where the API is, and how hard it may be pressed. */
export interface ApiOptions {
  readonly endpoint: string
  readonly client: OAuthClient
  /** How many requests may be under way at once; 4 unless said. */
  readonly concurrency?: number
  /** How many requests may begin in a second; 10 unless said. */
  readonly perSecond?: number
  /** How often one request is tried; 3 unless said. */
  readonly attempts?: number
  /** Milliseconds before it is tried again, twice as many each time; 500 unless said. */
  readonly delay?: number
  /** How many milliseconds one request may wait for an answer; 15 000 unless said. */
  readonly timeout?: number
  /** The clock. */
  readonly now?: () => Date
}

/** The requests that a channel makes. They reject only when cancelled. */
export interface Api {
  search(number: string, signal: AbortSignal): Promise<readonly string[] | Problem>
  read(id: string, signal: AbortSignal): Promise<Passholder | Problem>
  write(id: string, replacement: object, signal: AbortSignal): Promise<undefined | Problem>
  /** Once: made twice, there would be two of them. Whoever asks finds out first what became of the time before. */
  create(passholder: object, signal: AbortSignal): Promise<Passholder | Problem>
  /** Acts again, after a while, where what came of it is a problem that may pass in a moment. */
  persist<Result>(act: () => Promise<Result>, signal: AbortSignal): Promise<Result>
}

type Method = 'GET' | 'PUT' | 'POST'

export function api({
  endpoint,
  client,
  concurrency = 4,
  perSecond = 10,
  attempts = 3,
  delay = 500,
  timeout = 15_000,
  now = () => new Date(),
}: ApiOptions): Api {
  checkHttps('endpoint', endpoint)
  checkHttps('client.tokenEndpoint', client.tokenEndpoint)
  const dispatcher = new Agent({
    connections: concurrency,
    connect: { timeout },
    headersTimeout: timeout,
    bodyTimeout: timeout,
  })
  const access = tokens(client, { dispatcher, now })
  const queue = new PQueue({ concurrency, interval: 1000, intervalCap: perSecond, strict: true })
  const patience = delay * 2 ** attempts
  const again = retry(
    handleWhenResult((reply) => isProblem(reply) && reply.again === 'now' && (reply.after ?? 0) <= patience),
    {
      maxAttempts: attempts - 1,
      backoff: new DelegateBackoff(({ attempt, result }) => {
        const asked = 'value' in result && isProblem(result.value) ? result.value.after : undefined
        return Math.max(asked ?? 0, delay * 2 ** (attempt - 1))
      }),
    },
  )
  // Who asked to be left alone is left alone by all requests.
  let leftAloneUntil = 0

  return {
    async search(number, signal) {
      const query = new URLSearchParams({ inszNumber: number, limit: '2' })
      const found = told(await sent('GET', `/passholders?${query}`, signal), foundSchema)
      return isProblem(found) ? found : found.member.map(({ id }) => id)
    },
    async read(id, signal) {
      return told(await sent('GET', `/passholders/${encodeURIComponent(id)}`, signal), passholderSchema)
    },
    async write(id, replacement, signal) {
      const reply = await sent('PUT', `/passholders/${encodeURIComponent(id)}`, signal, JSON.stringify(replacement))
      return isProblem(reply) ? reply : undefined
    },
    async create(passholder, signal) {
      return told(await once('POST', '/passholders', signal, JSON.stringify(passholder)), passholderSchema)
    },
    persist,
  }

  // A wait between attempts takes no place in the queue.
  function sent(method: Method, path: string, signal: AbortSignal, body?: string) {
    return persist(() => once(method, path, signal, body), signal)
  }

  async function persist<Result>(act: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    const result = await again.execute(act, signal)
    signal.throwIfAborted()
    return result
  }

  function once(method: Method, path: string, signal: AbortSignal, body?: string) {
    return queue.add(() => attempt(method, path, signal, body), { signal })
  }

  async function attempt(
    method: Method,
    path: string,
    signal: AbortSignal,
    body?: string,
    renewed = false,
  ): Promise<{ readonly body: string } | Problem> {
    const wait = leftAloneUntil - now().getTime()
    if (wait > 0) return { problem: 'rate-limited', again: 'now', after: wait }
    const token = await access.token()
    signal.throwIfAborted()
    if (isProblem(token)) return token
    try {
      const reply = await request(`${endpoint}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json, application/problem+json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body }),
        dispatcher,
        signal,
      })
      const answer = await reply.body.text()
      if (reply.statusCode >= 200 && reply.statusCode < 300) return { body: answer }
      if (reply.statusCode === 401) {
        access.forget(token)
        // It may have been withdrawn before its time: once more with another.
        if (!renewed) return attempt(method, path, signal, body, true)
      }
      const retryAfter = reply.headers['retry-after']?.toString()
      const problem = problemOf(reply.statusCode, { body: answer, retryAfter, now: now() })
      if (problem.after !== undefined) leftAloneUntil = Math.max(leftAloneUntil, now().getTime() + problem.after)
      return problem
    } catch (error) {
      signal.throwIfAborted()
      return problemOfConnection(error)
    }
  }
}

function told<Schema extends z.ZodType>(reply: { readonly body: string } | Problem, schema: Schema) {
  if (isProblem(reply)) return reply
  try {
    return schema.parse(JSON.parse(reply.body))
  } catch {
    return { problem: 'reply-unreadable', again: 'later' } satisfies Problem
  }
}
