import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clients, type Issued, tokenIssuer } from './token-issuer.ts'

/** A question over REST, as the server received it. */
export interface RestQuestion {
  readonly path: string
  readonly query: { readonly [name: string]: string }
  readonly correlation: string
  readonly sender: { readonly uri: string; readonly hoedanigheid: string }
  readonly endUser?: string
}

export interface LoopbackRestOptions {
  readonly clients: Clients
  /** What is answered: JSON with status 200, another status, nothing at all, or a cut connection. */
  readonly answer: (question: RestQuestion) => { readonly status?: number; readonly body?: unknown } | 'silence' | 'cut'
  /** How long tokens last, in seconds; it is not told unless said. */
  readonly expiresIn?: number
  /** How the authorisation server fails: with a status, or an error in the words of OAuth. */
  readonly failToken?: (before: number) => { readonly status: number; readonly error?: string } | undefined
  /** How long the authorisation server waits before it answers, in milliseconds. */
  readonly tokenDelay?: number
}

/** A REST platform that runs. */
export interface LoopbackRest {
  readonly endpoint: string
  readonly tokenEndpoint: string
  /** What it was asked, in order. */
  readonly asked: readonly RestQuestion[]
  /** How often a token was asked for. */
  readonly tokensAsked: () => number
  /** No longer accepts the tokens it issued. */
  revoke(): void
  close(): Promise<void>
}

/**
 * The REST side of a MAGDA platform on the loopback address, with its authorisation server: who has no token, or does
 * not say who it is, is refused.
 * @example
 * ```ts
 * const platform = await loopbackMagdaRest({ clients: {}, answer: () => ({ body: {} }) })
 * const reply = await fetch(`${platform.endpoint}/v1/anything`)
 * reply.status // => 401
 * await platform.close()
 * ```
 */
export async function loopbackMagdaRest(options: LoopbackRestOptions): Promise<LoopbackRest> {
  const asked: RestQuestion[] = []
  let tokensAsked = 0
  let origin = ''
  const tokenEndpoint = () => `${origin}/op/v1/token`
  const issuer = tokenIssuer(options.clients, tokenEndpoint)
  const server = createServer((request, response) => {
    const isToken = request.method === 'POST' && request.url === '/op/v1/token'
    ;(isToken ? token(request, response) : rest(request, response)).catch(() => tell(response, 500))
  })

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    tokensAsked += 1
    const before = tokensAsked - 1
    const form = new URLSearchParams(await bodyOf(request))
    const failure = options.failToken?.(before)
    await new Promise((waited) => setTimeout(waited, options.tokenDelay ?? 0))
    if (failure) return tell(response, failure.status, failure.error && { error: failure.error })
    const issued: Issued = await issuer.issue(form)
    if ('error' in issued) return tell(response, 401, { error: issued.error })
    const { expiresIn } = options
    tell(response, 200, {
      access_token: issued.token,
      token_type: 'Bearer',
      ...(expiresIn !== undefined && { expires_in: expiresIn }),
    })
  }

  async function rest({ url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, bearer = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? []
    if (!issuer.accepts(bearer)) return tell(response, 401)
    const said = (name: string) => headers[name]?.toString()
    const correlation = said('x-correlation-id')
    const uri = said('x-magda-sender-id')
    const hoedanigheid = said('x-magda-sender-qualitycode')
    const endUser = said('x-magda-enduser-id')
    if (!correlation || !uri || !hoedanigheid) return tell(response, 400)
    const { pathname, searchParams } = new URL(url, origin)
    const question = {
      path: pathname.replace(/^\/rest/, ''),
      query: Object.fromEntries(searchParams),
      correlation,
      sender: { uri, hoedanigheid },
      ...(endUser !== undefined && { endUser }),
    }
    asked.push(question)
    const answer = options.answer(question)
    if (answer === 'silence') return
    if (answer === 'cut') response.destroy()
    else tell(response, answer.status ?? 200, answer.body)
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A server that listens on an address has a port.
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  return {
    endpoint: `${origin}/rest`,
    tokenEndpoint: tokenEndpoint(),
    asked,
    tokensAsked: () => tokensAsked,
    revoke: issuer.revoke,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function tell(response: ServerResponse, status: number, body?: unknown): void {
  if (status === 204 || body === undefined) response.writeHead(status).end()
  else
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
