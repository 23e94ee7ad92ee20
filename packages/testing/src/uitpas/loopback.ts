import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type HttpBindings, type ServerType, serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { replaced, statusOf, toldOf, type UitpasPassholder } from './passholders.ts'
import { registered, type UitpasCard, type UitpasCardSystem } from './registration.ts'

/** A request as the server received it, without what it said of whom. */
export interface LoopbackRequest {
  readonly method: string
  readonly path: string
  /** The names of what was written. */
  readonly fields?: readonly string[]
}

/** How a request fails: with problem details, without an answer, or with a connection that is cut. */
export type LoopbackFailure =
  | { readonly status: number; readonly type?: string; readonly retryAfter?: string; readonly body?: string }
  | 'silence'
  | 'cut'

export interface LoopbackUitpasOptions {
  readonly passholders?: readonly UitpasPassholder[]
  /** Where people may be registered, by the API's own ids of organizers; nowhere unless said. */
  readonly organizers?: readonly string[]
  /** In which people may be registered; none unless said. */
  readonly cardSystems?: readonly UitpasCardSystem[]
  /** Those in the stock of a counter; none unless said. */
  readonly cards?: readonly UitpasCard[]
  /** How long tokens last, in seconds; 3600 unless said, `null` where it is not told. */
  readonly expiresIn?: number | null
  /** Whether the client may set the reduced rate; it may unless said. */
  readonly mayGiveTariff?: boolean
  /** How a request fails; `before` counts those before it, tokens left out. */
  readonly fail?: (request: LoopbackRequest, before: number) => LoopbackFailure | undefined
  /** The same, once it was carried out: its answer is lost. */
  readonly failAfter?: (request: LoopbackRequest, before: number) => LoopbackFailure | undefined
  /** What somebody else does between a write and the next request. */
  readonly afterWrite?: (written: UitpasPassholder) => UitpasPassholder
  readonly now?: () => Date
}

/** A UiTPAS platform that runs. */
export interface LoopbackUitpas {
  readonly endpoint: string
  /** Who may ask for tokens. */
  readonly client: { readonly tokenEndpoint: string; readonly clientId: string; readonly clientSecret: string }
  /** Whom it keeps, as they are now. */
  readonly passholders: () => readonly UitpasPassholder[]
  /** What it was asked, in order, tokens left out. */
  readonly asked: readonly LoopbackRequest[]
  readonly tokensAsked: () => number
  /** No longer accepts the tokens it issued. */
  revoke(): void
  close(): Promise<void>
}

/**
 * The passholders of a UiTPAS platform on the loopback address, with its authorisation server: who has no token is
 * refused, what is left out of a write is cleared, nobody with a reduced rate leaves the region, and nobody is registered
 * twice, or without consent. Its problem details quote what was asked, as a careless server does.
 * @example
 * ```ts
 * const platform = await loopbackUitpas({})
 * const reply = await fetch(`${platform.endpoint}/passholders`)
 * reply.status // => 401
 * await platform.close()
 * ```
 */
export async function loopbackUitpas(options: LoopbackUitpasOptions): Promise<LoopbackUitpas> {
  const { expiresIn = 3600, mayGiveTariff = true, now = () => new Date() } = options
  const kept = new Map((options.passholders ?? []).map((passholder) => [passholder.id, passholder]))
  const asked: LoopbackRequest[] = []
  const issued = new Set<string>()
  const { organizers = [], cardSystems = [], cards = [] } = options
  const stock = new Map(cards.map((card) => [card.uitpasNumber, card]))
  const credentials = { clientId: 'a-city', clientSecret: randomUUID() }
  let tokensAsked = 0
  const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' }).format(now())

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.post('/token', async (context) => {
    tokensAsked += 1
    const form = new URLSearchParams(await context.req.text())
    if (form.get('grant_type') !== 'client_credentials') return context.json({ error: 'unsupported_grant_type' }, 400)
    if (form.get('client_id') !== credentials.clientId || form.get('client_secret') !== credentials.clientSecret)
      return context.json({ error: 'invalid_client' }, 401)
    const token = randomUUID()
    issued.add(token)
    return context.json({
      access_token: token,
      token_type: 'Bearer',
      ...(expiresIn !== null && { expires_in: expiresIn }),
    })
  })
  app.use('/passholders/*', async (context, next) => {
    const { method, path } = context.req
    const request = { method, path, ...(method !== 'GET' && { fields: Object.keys(await bodyOf(context)) }) }
    const before = asked.push(request) - 1
    const failure = options.fail?.(request, before)
    if (failure) return failed(context, failure)
    const [, token = ''] = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '') ?? []
    if (!issued.has(token)) return problem(401, 'auth/unauthorized', 'no token')
    await next()
    const lost = options.failAfter?.(request, before)
    if (!lost) return undefined
    const instead = await failed(context, lost)
    // Set twice: what is set over an answer inherits its headers.
    context.res = undefined
    context.res = instead
    return undefined
  })
  app.get('/passholders', (context) => {
    const number = context.req.query('inszNumber') ?? ''
    if (!/^\d{11}$/.test(number)) return problem(400, 'uitpas/invalid-insz-number', `${number} is no number`)
    const member = [...kept.values()].filter(({ inszNumber }) => inszNumber === number)
    // A search tells less than a read.
    return context.json({ totalItems: member.length, member: member.map(summaryOf) })
  })
  app.post('/passholders', async (context) => {
    const body = await bodyOf(context)
    const made = registered(`registered-${kept.size + 1}`, body, { organizers, cardSystems, stock, today: today() })
    if (typeof made === 'string') return problem(400, made, JSON.stringify(body))
    const twin = [...kept.values()].some(({ inszNumber }) => inszNumber === made.inszNumber)
    if (twin) return problem(409, 'uitpas/conflict', `${made.inszNumber} is a passholder`)
    stock.delete(String(body['registrationUitpasNumber']))
    kept.set(made.id, made)
    return context.json(toldOf(made, today()))
  })
  app.get('/passholders/:id', (context) => {
    const passholder = kept.get(context.req.param('id'))
    return passholder ? context.json(toldOf(passholder, today())) : problem(404, 'uitpas/passholder-not-found', 'gone')
  })
  app.put('/passholders/:id', async (context) => {
    const before = kept.get(context.req.param('id'))
    if (!before) return problem(404, 'uitpas/passholder-not-found', 'gone')
    const body = await bodyOf(context)
    if (!mayGiveTariff && 'registrationSocialTariffEndDate' in body) return problem(403, 'auth/forbidden', 'not you')
    const after = replaced(before, body)
    if (!after) return problem(400, 'body/invalid-data', JSON.stringify(body))
    const bound = before.memberships.filter((membership) => statusOf(membership, today()) === 'ACTIVE')
    if (
      after.address.postalCode !== before.address.postalCode &&
      bound.some(({ postalCodes }) => !postalCodes.includes(after.address.postalCode))
    )
      return problem(400, 'uitpas/invalid-city', after.address.city)
    kept.set(after.id, options.afterWrite?.(after) ?? after)
    return context.body(null, 204)
  })

  const server = await new Promise<ServerType>((started) => {
    const starting = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => started(starting))
  })
  // A server that listens on an address has a port.
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  return {
    endpoint,
    client: { tokenEndpoint: `${endpoint}/token`, ...credentials },
    passholders: () => [...kept.values()],
    asked,
    tokensAsked: () => tokensAsked,
    revoke: () => issued.clear(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function failed(context: Context<{ Bindings: HttpBindings }>, failure: LoopbackFailure): Response | Promise<never> {
  if (failure === 'cut') context.env.incoming.socket.destroy()
  if (typeof failure === 'string') return new Promise<never>(() => {})
  return problem(failure.status, failure.type ?? 'uitpas/failed', context.req.url, failure)
}

async function bodyOf(context: Context): Promise<{ readonly [field: string]: unknown }> {
  const body: unknown = await context.req.json().catch(() => undefined)
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

const summaryOf = ({ id, name, firstName, inszNumber, dateOfBirth, address }: UitpasPassholder) => ({
  id,
  name,
  firstName,
  inszNumber,
  dateOfBirth,
  address: { postalCode: address.postalCode, city: address.city },
})

function problem(
  status: number,
  type: string,
  detail: string,
  { retryAfter, body }: { readonly retryAfter?: string; readonly body?: string } = {},
): Response {
  return new Response(
    body ?? JSON.stringify({ type: `https://api.publiq.be/probs/${type}`, title: 'A problem', status, detail }),
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
      },
    },
  )
}
