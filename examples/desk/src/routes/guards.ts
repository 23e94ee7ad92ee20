import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Environment } from '../environment.ts'
import type { Role } from '../user.ts'
import { notice } from './notice.tsx'

/** Lets one role through, and nobody else. */
export const only =
  (role: Role): MiddlewareHandler<Environment> =>
  async (c, next) => {
    const session = c.get('session')
    if (session === undefined) return notice(c, 'notSignedIn')
    if (session.user.role !== role) return notice(c, 'forbidden')
    return next()
  }

/** A form counts when it carries the token of the session that it was shown in. */
export const fromOwnForm: MiddlewareHandler<Environment> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const session = c.get('session')
  if (session === undefined) return notice(c, 'notSignedIn')
  const { token } = await c.req.parseBody()
  const [given, right] = [Buffer.from(typeof token === 'string' ? token : ''), Buffer.from(session.token)]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return notice(c, 'refused')
  return next()
}
