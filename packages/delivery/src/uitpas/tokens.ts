import { type Dispatcher, request } from 'undici'
import * as z from 'zod'
import { isProblem, type Problem, problemOf, problemOfConnection } from './problem.ts'

/** A client of the authorisation server, by OAuth 2 client credentials. */
export interface OAuthClient {
  readonly tokenEndpoint: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope?: string
  readonly audience?: string
}

export interface Tokens {
  token(): Promise<string | Problem>
  /** Forgets a token that was refused. */
  forget(token: string): void
}

/** Tokens that are kept until shortly before they expire; whoever needs one meanwhile waits for the same request. */
export function tokens(
  { tokenEndpoint, clientId, clientSecret, scope, audience }: OAuthClient,
  { dispatcher, now }: { readonly dispatcher: Dispatcher; readonly now: () => Date },
): Tokens {
  let kept: { readonly token: string; readonly until: number } | undefined
  let underWay: Promise<string | Problem> | undefined
  return {
    async token() {
      if (kept && now().getTime() < kept.until) return kept.token
      underWay ??= asked().finally(() => {
        underWay = undefined
      })
      return underWay
    },
    forget(token) {
      if (kept?.token === token) kept = undefined
    },
  }

  async function asked(): Promise<string | Problem> {
    const started = now()
    try {
      const { statusCode, headers, body } = await request(tokenEndpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: clientSecret,
          ...(scope !== undefined && { scope }),
          ...(audience !== undefined && { audience }),
        }).toString(),
        dispatcher,
      })
      const told = await body.text()
      if (statusCode !== 200) {
        const refusal = problemOf(statusCode, {
          body: told,
          retryAfter: headers['retry-after']?.toString(),
          now: now(),
        })
        // Nothing of a grant is in this request: whatever is wrong with it, the grant is to be handed over again.
        return refusal.again === 'now' ? refusal : { problem: 'no-token', again: 'later' }
      }
      const granted = grantIn(told)
      if (isProblem(granted)) return granted
      const { access_token: token, expires_in: seconds } = granted
      // A server that does not say how long a token lasts promises nothing: it serves once.
      if (seconds !== undefined) kept = { token, until: started.getTime() + (seconds - MARGIN) * 1000 }
      return token
    } catch (error) {
      return problemOfConnection(error)
    }
  }
}

/** For how long a token must still be valid to be used, in seconds: a request takes its time. */
const MARGIN = 30

const grant = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().optional(),
})

function grantIn(body: string): z.infer<typeof grant> | Problem {
  try {
    return grant.parse(JSON.parse(body))
  } catch {
    return { problem: 'token-unreadable', again: 'later' }
  }
}
