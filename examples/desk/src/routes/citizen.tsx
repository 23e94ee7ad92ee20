import type { AskedAbout, RecordedAct } from '@vanzelf/ledger'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type DeskOptions, today } from '../desk-options.ts'
import { type SignedIn, screenOf } from '../environment.ts'
import { Citizen, type Moment } from '../pages/citizen.tsx'
import type { MyObjection, Said } from '../pages/my-objections.tsx'
import { reason } from '../reason.ts'
import { rightNamed, rightsOfCitizens } from '../rights.ts'
import { notice } from './notice.tsx'

const objecting = z.object({ right: z.string(), reason })

/** A citizen's own view: of nobody else, for the subject is that of the session. */
export function citizen({ ledger, now }: DeskOptions): Hono<SignedIn> {
  const app = new Hono<SignedIn>()

  async function page(c: Context<SignedIn>, subject: string, says?: Said) {
    const outs = await Promise.all(rightsOfCitizens.map(({ policy }) => ledger.people.optedOut(policy.name, [subject])))
    const grants = await ledger.grants.of(subject, { validOn: today(now) })
    return (
      <Citizen
        screen={screenOf(c)}
        moments={momentsOf(await ledger.asks.about(subject))}
        grants={grants.filter(({ state }) => state === 'in force')}
        optedOut={rightsOfCitizens.filter((_, index) => outs[index]?.has(subject))}
        objections={objectionsIn(await ledger.people.acts(subject))}
        {...(says && { says })}
      />
    )
  }

  app.get('/', async (c) => {
    const { subject } = c.get('session').user
    return subject === undefined ? notice(c, 'forbidden') : c.html(await page(c, subject))
  })

  for (const way of ['optOut', 'optIn'] as const)
    app.post(way === 'optOut' ? '/opt-out' : '/opt-in', async (c) => {
      const { subject } = c.get('session').user
      const { right: id } = await c.req.parseBody()
      const right = rightNamed(typeof id === 'string' ? id : undefined, rightsOfCitizens)
      if (subject === undefined || right === undefined) return notice(c, 'notFound')
      await ledger.people[way](subject, { policy: right.policy.name, by: 'the citizen' })
      return c.redirect('/me', 303)
    })

  app.post('/object', async (c) => {
    const { subject } = c.get('session').user
    if (subject === undefined) return notice(c, 'forbidden')
    const said = objecting.safeParse(await c.req.parseBody())
    const right = rightNamed(said.data?.right, rightsOfCitizens)
    if (!said.success || right === undefined)
      return c.html(await page(c, subject, { key: 'objectWrong', kind: 'bad' }), 422)
    await ledger.people.object(subject, { policy: right.policy.name, by: 'the citizen', reason: said.data.reason })
    return c.redirect('/me', 303)
  })
  // The address of the form that answered with a page: whoever asks for that page in another language begins before it.
  app.get('/object', (c) => c.redirect('/me', 303))
  return app
}

/** Questions of the same minute, asker and right belong together; the latest come first. */
function momentsOf(asks: readonly AskedAbout[]): readonly Moment[] {
  const moments = new Map<string, Moment>()
  for (const ask of asks.toSorted((a, b) => (a.when < b.when ? 1 : -1))) {
    const { when, asker, policy } = ask
    const key = JSON.stringify([when.slice(0, 16), asker, policy])
    const moment = moments.get(key) ?? { when, asker, policy, asks: [] }
    const isThere = moment.asks.some(
      ({ source, fact, result }) => source === ask.source && fact === ask.fact && result === ask.result,
    )
    moments.set(key, isThere ? moment : { ...moment, asks: [...moment.asks, ask] })
  }
  return [...moments.values()]
}

const answered = z.object({ outcome: z.enum(['upheld', 'dismissed']) })

/** What somebody objected to, each with the first answer after it: one answer is to all that was open. */
function objectionsIn(acts: readonly RecordedAct[]): readonly MyObjection[] {
  return acts.flatMap(({ kind, policy, at }, index) => {
    if (kind !== 'objected' || policy === undefined) return []
    const answer = acts.slice(index).find((act) => act.kind === 'answered' && act.policy === policy)
    if (answer === undefined) return [{ policy, at }]
    return [{ policy, at, answer: { ...answered.parse(answer.content), reason: answer.reason ?? '' } }]
  })
}
