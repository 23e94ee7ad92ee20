import { DelegateBackoff, handleWhenResult, retry } from 'cockatiel'
import PQueue from 'p-queue'
import { Agent, request } from 'undici'
import type { z } from 'zod'
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

/** The three requests that a channel makes. They reject only when cancelled. */
export interface Api {
  search(number: string, signal: AbortSignal): Promise<readonly string[] | Problem>
  read(id: string, signal: AbortSignal): Promise<Passholder | Problem>
  write(id: string, replacement: object, signal: AbortSignal): Promise<undefined | Problem>
}

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
      const found = await asked('GET', `/passholders?${query}`, foundSchema, signal)
      return isProblem(found) ? found : found.member.map(({ id }) => id)
    },
    read: (id, signal) => asked('GET', `/passholders/${encodeURIComponent(id)}`, passholderSchema, signal),
    async write(id, replacement, signal) {
      const reply = await sent('PUT', `/passholders/${encodeURIComponent(id)}`, signal, JSON.stringify(replacement))
      return isProblem(reply) ? reply : undefined
    },
  }

  async function asked<Schema extends z.ZodType>(method: 'GET', path: string, schema: Schema, signal: AbortSignal) {
    const reply = await sent(method, path, signal)
    if (isProblem(reply)) return reply
    try {
      return schema.parse(JSON.parse(reply.body))
    } catch {
      return { problem: 'reply-unreadable', again: 'later' } satisfies Problem
    }
  }

  async function sent(method: 'GET' | 'PUT', path: string, signal: AbortSignal, body?: string) {
    // A wait between attempts takes no place in the queue.
    const reply = await again.execute(() => queue.add(() => attempt(method, path, signal, body), { signal }), signal)
    signal.throwIfAborted()
    return reply
  }

  async function attempt(
    method: 'GET' | 'PUT',
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
      const told = await reply.body.text()
      if (reply.statusCode >= 200 && reply.statusCode < 300) return { body: told }
      if (reply.statusCode === 401) {
        access.forget(token)
        // It may have been withdrawn before its time: once more with another.
        if (!renewed) return attempt(method, path, signal, body, true)
      }
      const retryAfter = reply.headers['retry-after']?.toString()
      const problem = problemOf(reply.statusCode, { body: told, retryAfter, now: now() })
      if (problem.after !== undefined) leftAloneUntil = Math.max(leftAloneUntil, now().getTime() + problem.after)
      return problem
    } catch (error) {
      signal.throwIfAborted()
      return problemOfConnection(error)
    }
  }
}
