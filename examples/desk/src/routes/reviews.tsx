import type { Effect } from '@vanzelf/proactive'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type DeskOptions, decidingOf } from '../desk-options.ts'
import { type SignedIn, screenOf } from '../environment.ts'
import type { Said } from '../pages/my-objections.tsx'
import { Reviews } from '../pages/reviews.tsx'
import { reason } from '../reason.ts'
import { rightNamed, rights } from '../rights.ts'
import type { TextKey } from '../texts/texts.ts'
import { notice } from './notice.tsx'

const about = { subject: z.string().min(1), policy: z.string().min(1), reason }
const review = z.object({ ...about, outcome: z.enum(['grant', 'refuse']) })
const answer = z.object({ ...about, outcome: z.enum(['upheld', 'dismissed']) })

/** What is said of a decision that took effect, where more is to be said than that it is kept. */
const SETTLED: { readonly [effect in Effect]?: TextKey } = {
  started: 'reviewGranted',
  renewed: 'reviewGranted',
  changed: 'reviewGranted',
  ended: 'reviewEnded',
}

/** Why nothing came of it, by the code with which it was refused. */
const REFUSED: { readonly [code: string]: Said } = {
  'nothing-to-review': { key: 'reviewTooLate', kind: 'bad' },
  'nothing-to-answer': { key: 'reviewTooLate', kind: 'bad' },
  'another-person-needed': { key: 'reviewYours', kind: 'bad' },
  'decided-since': { key: 'reviewTooLate', kind: 'bad' },
  'nothing-to-grant': { key: 'reviewNothing', kind: 'bad' },
  'opted-out': { key: 'reviewOptedOut', kind: 'bad' },
}

/** How many of each right stand on a page. */
const SHOWN = 20

/** Which page is asked for; the first where none is. */
const pageOf = (c: Context<SignedIn>): number => Number(/^[1-9]\d{0,2}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1)

/** What waits for a person, and what that person says. */
export function reviews(desk: DeskOptions): Hono<SignedIn> {
  const { ledger } = desk
  const app = new Hono<SignedIn>()
  const policies = rights.map(({ policy }) => policy.name)

  async function page(c: Context<SignedIn>, says?: Said) {
    const number = pageOf(c)
    // One more than is shown tells that there are others.
    const limit = SHOWN * number + 1
    const open = await Promise.all(policies.map((policy) => ledger.reviews.open(policy, { limit })))
    const objections = await Promise.all(policies.map((policy) => ledger.people.objections('open', { policy, limit })))
    const shown = <One,>(lists: readonly (readonly One[])[]) =>
      lists.flatMap((list) => list.slice(limit - 1 - SHOWN, limit - 1))
    return (
      <Reviews
        screen={screenOf(c)}
        page={number}
        hasMore={[...open, ...objections].some((list) => list.length === limit)}
        open={shown(open)}
        objections={shown(objections)}
        {...(says && { says })}
      />
    )
  }

  /** Whether an objection still waits: the page of a reviewer may be older than the answer of a colleague. */
  async function isOpen(subject: string, policy: string): Promise<boolean> {
    const acts = await ledger.people.acts(subject)
    const last = acts.findLast(
      ({ kind, subject: of, policy: under }) =>
        (kind === 'objected' || kind === 'answered') && of === subject && under === policy,
    )
    return last?.kind === 'objected'
  }

  app.get('/', async (c) => c.html(await page(c)))

  app.post('/', async (c) => {
    const said = review.safeParse(await c.req.parseBody())
    if (!said.success) return c.html(await page(c, { key: 'reasonMissing', kind: 'bad' }), 422)
    const right = rightNamed(said.data.policy)
    if (right === undefined) return notice(c, 'notFound')
    const by = c.get('session').user.id
    const { subject, outcome, reason: why } = said.data
    const says = await unlessRefused(async () => {
      const came = await right.review({ subject, outcome, reason: why, by }, decidingOf(desk, 'beoordeling', by))
      return { key: came.state === 'settled' ? (SETTLED[came.effect] ?? 'reviewDone') : 'reviewAnother', kind: 'good' }
    })
    return c.html(await page(c, says))
  })

  app.post('/objections', async (c) => {
    const said = answer.safeParse(await c.req.parseBody())
    if (!said.success) return c.html(await page(c, { key: 'reasonMissing', kind: 'bad' }), 422)
    const right = rightNamed(said.data.policy)
    if (right === undefined) return notice(c, 'notFound')
    const by = c.get('session').user.id
    const { subject, outcome, reason: why } = said.data
    const policy = right.policy.name
    const says = await unlessRefused(async () => {
      // An answer changes no grant: who was right to object is decided about again, by as many people as the right needs.
      // That comes first, so that a desk which stops in between leaves nobody who was right behind.
      if (outcome === 'upheld' && (await isOpen(subject, policy)))
        await ledger.reviews.ask({ subject, policy, by, reason: why })
      await ledger.people.answered(subject, { policy, outcome, reason: why, by })
      return { key: 'objectionDone', kind: 'good' }
    })
    return c.html(await page(c, says))
  })
  // The address of a form that answered with a page: whoever asks for that page in another language begins before it.
  app.get('/objections', (c) => c.redirect('/reviews', 303))
  return app
}

/** What is refused is told on the page: another reviewer may be first, and then the list shows who still waits. */
async function unlessRefused(decide: () => Promise<Said>): Promise<Said> {
  try {
    return await decide()
  } catch (error) {
    const says = error instanceof Error && 'code' in error ? REFUSED[String(error.code)] : undefined
    if (says === undefined) throw error
    return says
  }
}
