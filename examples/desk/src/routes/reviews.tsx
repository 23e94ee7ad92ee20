import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { DeskOptions } from '../desk-options.ts'
import { type SignedIn, screenOf } from '../environment.ts'
import { Reviews } from '../pages/reviews.tsx'
import { rights } from '../rights.ts'

const form = z.object({
  subject: z.string().min(1),
  policy: z.string().min(1),
  outcome: z.enum(['grant', 'refuse']),
  reason: z.string().trim().min(1).max(500),
})

/** What waits for a person, and what that person says. */
export function reviews({ ledger }: DeskOptions): Hono<SignedIn> {
  const app = new Hono<SignedIn>()
  const page = async (c: Context<SignedIn>, says?: Parameters<typeof Reviews>[0]['says']) => {
    const open = await Promise.all(rights.map(({ policy }) => ledger.reviews.open(policy.name, { limit: 20 })))
    return <Reviews screen={screenOf(c)} open={open.flat()} {...(says && { says })} />
  }

  app.get('/', async (c) => c.html(await page(c)))

  app.post('/', async (c) => {
    const said = form.safeParse(await c.req.parseBody())
    if (!said.success) return c.html(await page(c, { key: 'reasonMissing', kind: 'bad' }), 422)
    try {
      await ledger.reviews.decide({ ...said.data, by: c.get('session').user.id, people: 1 })
    } catch (error) {
      // Another reviewer was first: the list shows who still waits.
      if (!(error instanceof Error && 'code' in error && error.code === 'nothing-to-review')) throw error
    }
    return c.html(await page(c, { key: 'reviewDone', kind: 'good' }))
  })
  return app
}
