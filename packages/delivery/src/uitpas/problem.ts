import * as z from 'zod'
import { type Refused, refused, type ToRetry, toRetry } from '../channel.ts'

/** Why a request came to nothing. */
export interface Problem {
  /** The API's own code, or that of HTTP or the connection. */
  readonly problem: string
  /** `now` where it may pass in a moment, `later` where it may pass at all. */
  readonly again: 'now' | 'later' | 'never'
  /** How many milliseconds the API asked to wait. */
  readonly after?: number
}

export const isProblem = (reply: unknown): reply is Problem =>
  typeof reply === 'object' && reply !== null && 'problem' in reply && 'again' in reply

export const outcomeOf = ({ problem, again, after }: Problem): Refused | ToRetry =>
  again === 'never' ? refused(problem) : toRetry(problem, after)

/** What a reply of another status than was asked for says: of problem details (RFC 7807) their type alone. */
export function problemOf(
  status: number,
  { body, retryAfter, now }: { readonly body: string; readonly retryAfter: string | undefined; readonly now: Date },
): Problem {
  const problem = codeIn(body) ?? `http-${status}`
  if (status === 429 || status === 503) {
    const after = waitIn(retryAfter, now)
    return { problem, again: 'now', ...(after !== undefined && { after }) }
  }
  if (status >= 500 || status === 408) return { problem, again: 'now' }
  // Of 401 it is our credentials that are wrong, and not what was asked: it may pass once they are mended.
  return { problem, again: status === 401 || status === 409 || status === 412 ? 'later' : 'never' }
}

/** A connection that failed: by its code only, since its message could quote the address that was asked. */
export function problemOfConnection(error: unknown): Problem {
  const code = z.object({ code: z.string().regex(/^[A-Z][A-Z0-9_]{0,59}$/) }).safeParse(error)
  return { problem: code.success ? code.data.code.toLowerCase().replaceAll('_', '-') : 'no-connection', again: 'now' }
}

// `detail` is for developers, and may quote what was sent.
const details = z.object({ type: z.string().transform((type) => type.split('/').at(-1) ?? '') })

function codeIn(body: string): string | undefined {
  try {
    const { type } = details.parse(JSON.parse(body))
    return /^[a-z][a-z-]{2,59}$/.test(type) ? type : undefined
  } catch {
    return undefined
  }
}

/** Seconds, or a moment. */
function waitIn(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now.getTime()
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}
