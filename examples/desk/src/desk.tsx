import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { languageDetector } from 'hono/language'
import { secureHeaders } from 'hono/secure-headers'
import type { DeskOptions } from './desk-options.ts'
import { type Environment, screenOf } from './environment.ts'
import { Welcome } from './pages/welcome.tsx'
import { campaigns } from './routes/campaigns.tsx'
import { chain } from './routes/chain.tsx'
import { citizen } from './routes/citizen.tsx'
import { counter } from './routes/counter.tsx'
import { fromOwnForm, only } from './routes/guards.ts'
import { healthOf } from './routes/health.ts'
import { notice } from './routes/notice.tsx'
import { reviews } from './routes/reviews.tsx'
import { homes, SESSION, signIn } from './routes/sign-in.ts'
import { sessions as newSessions } from './sessions.ts'
import { css } from './style.ts'
import { languages } from './texts/voice.ts'

/** The desk: pages made on the server, forms that work without a script, and one role for each page. */
export function desk(options: DeskOptions): Hono<Environment> {
  const { origin, signIn: party, residents, now, token } = options
  const sessions = newSessions({ now, token })
  const app = new Hono<Environment>()

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        // Signing out is a form, and goes on to the provider.
        formAction: ["'self'", ...(party.signOut ? [party.signOut.origin] : [])],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // Not `no-referrer`: forms would come without their origin, which is checked.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  )
  app.route('/health', healthOf(options))
  app.get('/desk.css', (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.use(async (c, next) => {
    c.header('cache-control', 'no-store')
    c.set('session', sessions.find(getCookie(c, SESSION)))
    await next()
  })
  app.use(
    languageDetector({
      supportedLanguages: [...languages],
      fallbackLanguage: 'nl',
      // Dutch until somebody chooses: it is the language of the city.
      order: ['querystring', 'cookie'],
      lookupQueryString: 'lang',
      lookupCookie: 'desk-language',
      caches: ['cookie'],
      cookieOptions: { httpOnly: true, sameSite: 'Lax', path: '/', secure: origin.startsWith('https:') },
    }),
  )
  app.use(bodyLimit({ maxSize: 10_000, onError: (c: Context<Environment>) => notice(c, 'refused') }))
  app.use(csrf({ origin }))
  app.use(fromOwnForm)

  app.get('/', (c) => {
    const session = c.get('session')
    return session
      ? c.redirect(homes[session.user.role], 303)
      : c.html(<Welcome screen={screenOf(c)} residents={residents} />)
  })
  app.route('/', signIn(options, sessions))

  app.use('/counter/*', only('clerk')).route('/counter', counter(options))
  app.use('/me/*', only('citizen')).route('/me', citizen(options))
  app.use('/campaigns/*', only('officer')).route('/campaigns', campaigns(options))
  app.use('/reviews/*', only('reviewer')).route('/reviews', reviews(options))
  app.use('/chain/*', only('data-protection-officer')).route('/chain', chain(options))

  app.notFound((c) => notice(c, 'notFound'))
  app.onError((error, c) => {
    if ('getResponse' in error) return notice(c, 'refused')
    // Its kind and no more: a message may quote what was sent.
    console.error(`desk: ${error.name}${'code' in error ? ` (${error.code})` : ''} on ${c.req.routePath}`)
    return notice(c, 'failed')
  })
  return app
}
