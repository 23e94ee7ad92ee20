import type { AskedAbout } from '@vanzelf/ledger'
import { Hono } from 'hono'
import { type DeskOptions, today } from '../desk-options.ts'
import { type SignedIn, screenOf } from '../environment.ts'
import { Citizen, type Moment } from '../pages/citizen.tsx'
import { rightNamed, rights } from '../rights.ts'
import { notice } from './notice.tsx'

/** A citizen's own view: of nobody else, for the subject is that of the session. */
export function citizen({ ledger, now }: DeskOptions): Hono<SignedIn> {
  const app = new Hono<SignedIn>()

  app.get('/', async (c) => {
    const { subject } = c.get('session').user
    if (subject === undefined) return notice(c, 'forbidden')
    const outs = await Promise.all(rights.map(({ policy }) => ledger.people.optedOut(policy.name, [subject])))
    const grants = await ledger.grants.of(subject, { validOn: today(now) })
    return c.html(
      <Citizen
        screen={screenOf(c)}
        moments={momentsOf(await ledger.asks.about(subject))}
        grants={grants.filter(({ state }) => state === 'in force')}
        optedOut={rights.filter((_, index) => outs[index]?.has(subject))}
      />,
    )
  })

  for (const way of ['optOut', 'optIn'] as const)
    app.post(way === 'optOut' ? '/opt-out' : '/opt-in', async (c) => {
      const { subject } = c.get('session').user
      const { right: id } = await c.req.parseBody()
      const right = rightNamed(typeof id === 'string' ? id : undefined)
      if (subject === undefined || right === undefined) return notice(c, 'notFound')
      await ledger.people[way](subject, { policy: right.policy.name, by: 'the citizen' })
      return c.redirect('/me', 303)
    })
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
