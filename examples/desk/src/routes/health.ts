import { health } from '@vanzelf/proactive'
import { Hono } from 'hono'
import type { DeskOptions } from '../desk-options.ts'
import type { Environment } from '../environment.ts'

/** Whether the desk works, for whoever watches it: open to everybody, so that it tells states and codes, and counts nothing. */
export function healthOf({ ledger, now }: DeskOptions): Hono<Environment> {
  return new Hono<Environment>().get('/', async (c) => {
    const { state, live, ready, parts } = await health({ ledger, now })
    const told = parts.map(({ part, name, state: of, code, since }) => ({ part, name, state: of, code, since }))
    return c.json({ state, live, ready, parts: told }, ready ? 200 : 503, { 'cache-control': 'no-store' })
  })
}
