import { createHash, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { z } from 'zod'
import { css } from '../style.ts'
import { ChooseUser } from './choose-user.tsx'
import type { DemoUser } from './demo-user.ts'
import { SignOut } from './sign-out.tsx'

export interface ProviderOptions {
  readonly issuer: string
  readonly client: {
    readonly id: string
    readonly secret: string
    readonly redirectUri: string
    readonly signedOutUri: string
  }
  readonly users: readonly DemoUser[]
  readonly token: () => string
}

interface Grant {
  readonly user: DemoUser
  readonly challenge: string
  readonly nonce: string
  readonly until: number
}

const MINUTE = 60_000
const SESSION = 'provider-session'

const request = z.object({
  response_type: z.literal('code'),
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: z.string().regex(/\bopenid\b/),
  state: z.string().min(1),
  nonce: z.string().min(1),
  code_challenge: z.string().length(43),
  code_challenge_method: z.literal('S256'),
})
const leaving = z.object({
  client_id: z.string(),
  post_logout_redirect_uri: z.string(),
  state: z.string().optional(),
})
const redeeming = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  redirect_uri: z.string(),
  code_verifier: z.string().min(43).max(128),
})

/**
 * An OpenID Connect provider for the demo, on the loopback address: code flow with PKCE, signed ID tokens, and instead of a
 * password a page on which one chooses who to be, once until one signs out. Nobody's identity rests on it.
 */
export async function provider({ issuer, client, users, token }: ProviderOptions): Promise<Hono> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const kid = token()
  const key = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }
  const codes = new Map<string, Grant>()
  const signedIn = new Map<string, DemoUser>()
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  )

  app.get('/.well-known/openid-configuration', (c) =>
    c.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      end_session_endpoint: `${issuer}/end-session`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
    }),
  )
  app.get('/keys', (c) => c.json({ keys: [key] }))
  app.get('/desk.css', (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }))

  app.get('/authorize', (c) => {
    const asked = request.safeParse(c.req.query())
    // Where somebody is sent back to is registered: an address from outside is never followed.
    if (!asked.success || asked.data.client_id !== client.id || asked.data.redirect_uri !== client.redirectUri)
      return c.text('invalid request', 400)
    const { state, nonce, code_challenge: challenge } = asked.data
    const chosen = users.find(({ sub }) => sub === c.req.query('as'))
    if (chosen !== undefined) {
      const id = token()
      signedIn.set(id, chosen)
      setCookie(c, SESSION, id, { httpOnly: true, sameSite: 'Lax', path: '/' })
    }
    // Who is signed in here is not asked again, until signing out.
    const user = chosen ?? signedIn.get(getCookie(c, SESSION) ?? '')
    if (user === undefined) return c.html(<ChooseUser users={users} here={new URL(c.req.url)} />)
    const code = token()
    codes.set(code, { user, challenge, nonce, until: Date.now() + MINUTE })
    const back = new URL(client.redirectUri)
    back.search = new URLSearchParams({ code, state, iss: issuer }).toString()
    return c.redirect(back.href, 303)
  })

  // Nothing says who it is, so the person is asked; the cookie does not come along with the form of another site.
  app.on(['GET', 'POST'], '/end-session', (c) => {
    const asked = leaving.safeParse(c.req.query())
    if (
      !asked.success ||
      asked.data.client_id !== client.id ||
      asked.data.post_logout_redirect_uri !== client.signedOutUri
    )
      return c.text('invalid request', 400)
    if (c.req.method !== 'POST') return c.html(<SignOut />)
    signedIn.delete(getCookie(c, SESSION) ?? '')
    deleteCookie(c, SESSION)
    const back = new URL(client.signedOutUri)
    if (asked.data.state !== undefined) back.searchParams.set('state', asked.data.state)
    return c.redirect(back.href, 303)
  })

  app.post('/token', async (c) => {
    c.header('cache-control', 'no-store')
    if (!isClient(c, client)) return c.json({ error: 'invalid_client' }, 401, { 'www-authenticate': 'Basic' })
    const asked = redeeming.safeParse(await c.req.parseBody())
    if (!asked.success) return c.json({ error: 'invalid_request' }, 400)
    const grant = codes.get(asked.data.code)
    codes.delete(asked.data.code)
    const proved = createHash('sha256').update(asked.data.code_verifier).digest('base64url')
    if (
      grant === undefined ||
      grant.until < Date.now() ||
      proved !== grant.challenge ||
      asked.data.redirect_uri !== client.redirectUri
    )
      return c.json({ error: 'invalid_grant' }, 400)
    const { sub, ...said } = grant.user
    const idToken = await new SignJWT({ ...said, nonce: grant.nonce })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(issuer)
      .setAudience(client.id)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(privateKey)
    return c.json({ access_token: token(), token_type: 'Bearer', expires_in: 60, id_token: idToken })
  })
  return app
}

function isClient(c: Context, { id, secret }: { readonly id: string; readonly secret: string }): boolean {
  const [scheme, given = ''] = (c.req.header('authorization') ?? '').split(' ')
  // Both halves are encoded as in a form, so that a colon in one is no border between them.
  const halves = Buffer.from(given, 'base64').toString().split(':')
  const told = Buffer.from(JSON.stringify(halves.map((half) => new URLSearchParams(`half=${half}`).get('half'))))
  const right = Buffer.from(JSON.stringify([id, secret]))
  return scheme === 'Basic' && told.length === right.length && timingSafeEqual(told, right)
}
