import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { DeskOptions } from '../desk-options.ts'
import type { Environment } from '../environment.ts'
import type { Pending } from '../relying-party.ts'
import type { Sessions } from '../sessions.ts'
import type { Role } from '../user.ts'
import { notice } from './notice.tsx'

/** Where each role begins. */
export const homes: { readonly [role in Role]: string } = {
  clerk: '/counter',
  reviewer: '/reviews',
  officer: '/campaigns',
  'data-protection-officer': '/chain',
  citizen: '/me',
}

export const SESSION = 'desk-session'
const SIGNING_IN = 'desk-signing-in'
/** How long somebody may take at the provider, in seconds. */
const PATIENCE = 600
/** How many may be on their way at once: who begins and never comes back costs no more than this. */
const ON_THEIR_WAY = 1_000

/** Signing in at the identity provider, and out, here and there. */
export function signIn({ origin, signIn: party, now, token }: DeskOptions, sessions: Sessions): Hono<Environment> {
  const under = new Map<string, { readonly pending: Pending; readonly began: number }>()
  // Lax: the provider sends people back from another site, and a strict cookie would stay behind.
  const cookie = { httpOnly: true, sameSite: 'Lax', path: '/', secure: origin.startsWith('https:') } as const
  const app = new Hono<Environment>()

  app.get('/sign-in', async (c) => {
    const { to, pending } = await party.begin()
    const id = token()
    under.set(id, { pending, began: now().getTime() })
    for (const oldest of under.keys()) if (under.size > ON_THEIR_WAY) under.delete(oldest)
    setCookie(c, SIGNING_IN, id, { ...cookie, maxAge: PATIENCE })
    return c.redirect(to.href, 303)
  })

  app.get('/signed-in', async (c) => {
    const id = getCookie(c, SIGNING_IN) ?? ''
    const started = under.get(id)
    under.delete(id)
    deleteCookie(c, SIGNING_IN, cookie)
    if (started === undefined || now().getTime() - started.began > PATIENCE * 1_000) return notice(c, 'notSignedIn')
    const cameBackTo = new URL(c.req.url)
    const user = await party
      .finish(new URL(`${cameBackTo.pathname}${cameBackTo.search}`, origin), started.pending)
      .catch((error: Error) => {
        // Its kind and no more: a message may hold what the provider said of somebody.
        console.error(`desk: signing in failed, ${error.name}${'code' in error ? ` (${error.code})` : ''}`)
        return undefined
      })
    if (user === undefined) return notice(c, 'notSignedIn')
    leave(c)
    setCookie(c, SESSION, sessions.begin(user).id, cookie)
    return c.redirect(homes[user.role], 303)
  })

  app.post('/sign-out', (c) => {
    leave(c)
    deleteCookie(c, SESSION, cookie)
    return c.redirect(party.signOut?.href ?? '/signed-out', 303)
  })

  app.get('/signed-out', (c) => (c.get('session') ? c.redirect('/', 303) : notice(c, 'signedOut')))

  const leave = (c: Context<Environment>) => sessions.end(c.get('session')?.id ?? '')
  return app
}
