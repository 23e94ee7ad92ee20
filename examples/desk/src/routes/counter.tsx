import { recorded } from '@vanzelf/proactive'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type DeskOptions, decidingOf, today } from '../desk-options.ts'
import { type SignedIn, screenOf } from '../environment.ts'
import { lookUpLimit } from '../look-up-limit.ts'
import { numberTyped } from '../national-number.ts'
import { CasePage } from '../pages/case.tsx'
import { Counter, TooMany } from '../pages/counter.tsx'
import { LetterPage } from '../pages/letter.tsx'
import { type Right, rightNamed, rightsAtCounter } from '../rights.ts'
import { type Case, keep } from '../sessions.ts'
import { told, toldOfRecord } from '../told.ts'
import { letterOf } from '../told-letter.ts'
import { notice } from './notice.tsx'

const lookUpForm = z.object({ number: z.string().max(100).catch(''), right: z.string().catch('') })

/** The counter: a number and a right in; yes, no or not known out. */
export function counter(desk: DeskOptions): Hono<SignedIn> {
  const { people, ledger, now, token, lookUpsPerMinute: perMinute = 10 } = desk
  const limit = lookUpLimit({ perMinute, now })
  const app = new Hono<SignedIn>()

  app.get('/', (c) => c.html(<Counter screen={screenOf(c)} />))

  app.post('/look-ups', async (c) => {
    const form = lookUpForm.parse(await c.req.parseBody())
    const typed = numberTyped(form.number)
    const right = rightNamed(form.right, rightsAtCounter)
    if ('wrong' in typed || right === undefined)
      return c.html(
        <Counter
          screen={screenOf(c)}
          chosen={form.right}
          wrong={{
            ...('wrong' in typed && { number: `wrong_${typed.wrong}` as const }),
            ...(right === undefined && { right: 'noRight' as const }),
          }}
        />,
        422,
      )
    const seconds = limit.take(c.get('session').user.id)
    if (seconds > 0) return tooMany(c, seconds)
    const one = await lookUp(right, people.of(typed.number), c)
    return c.redirect(`/counter/cases/${one.id}`, 303)
  })

  // Addresses of forms that answered with a page: whoever asks for that page in another language begins before it.
  app.get('/look-ups', (c) => c.redirect('/counter', 303))
  app.get('/cases/:id/grant', (c) => c.redirect(`/counter/cases/${encodeURIComponent(c.req.param('id'))}`, 303))

  app.get('/cases/:id', (c) => {
    const one = c.get('session').cases.get(c.req.param('id'))
    return one ? c.html(<CasePage screen={screenOf(c)} one={one} on={today(now)} />) : notice(c, 'notFound')
  })

  app.post('/cases/:id/grant', async (c) => {
    const session = c.get('session')
    const one = session.cases.get(c.req.param('id'))
    if (one === undefined) return notice(c, 'notFound')
    // Once, and only what the clerk saw: sending the form again changes nothing.
    const { told: seen, granted } = one
    if (seen.outcome !== 'eligible' || seen.state === 'open' || granted !== undefined)
      return c.redirect(`/counter/cases/${one.id}`, 303)
    const seconds = limit.take(session.user.id)
    if (seconds > 0) return tooMany(c, seconds)
    const done = await grant(one, session.user.id)
    // A form that is sent twice at once finds its own grant: the letter of it stays.
    if (session.cases.get(one.id)?.granted !== 'granted') keep(session, done)
    return c.redirect(`/counter/cases/${one.id}`, 303)
  })

  app.get('/cases/:id/letter', (c) => {
    const one = c.get('session').cases.get(c.req.param('id'))
    if (one?.told.outcome !== 'eligible' || one.granted !== 'granted') return notice(c, 'notFound')
    const screen = screenOf(c)
    const { language, say } = screen.voice
    const made = letterOf({
      right: one.right,
      told: one.told,
      reference: say('reference', { id: one.id.slice(0, 8) }),
      on: today(now),
      ...(language !== 'nl' && { translation: language }),
    })
    return c.html(<LetterPage screen={screen} made={made} back={`/counter/cases/${one.id}`} />)
  })

  async function lookUp(right: Right, subject: string, c: Context<SignedIn>): Promise<Case> {
    const session = c.get('session')
    const deciding = decidingOf(desk, 'loket', session.user.id)
    const out = await ledger.people.optedOut(right.policy.name, [subject])
    // Of who does not want it no register is read.
    const saw = out.has(subject)
      ? ({ outcome: 'opted out' } as const)
      : told(
          right,
          await right.decide(subject, { ...deciding, connectors: recorded(deciding.connectors, ledger, now) }),
        )
    const one: Case = { id: token(), right, subject, told: saw }
    keep(session, one)
    return one
  }

  async function grant(one: Case, clerk: string): Promise<Case> {
    const done = await one.right.grant(one.subject, `loket (${clerk})`, decidingOf(desk, 'loket', clerk))
    if (done === undefined) return { ...one, told: { outcome: 'opted out' } }
    switch (done.effect) {
      case 'started':
      case 'renewed':
      case 'changed':
        return { ...one, told: toldOfRecord(one.right, done.decision) ?? one.told, granted: 'granted' }
      case 'unchanged':
        return { ...one, granted: 'stands' }
      // A grant stands, and it is no less to who is eligible: its first days are over, and no new ones are given.
      case 'kept':
        return { ...one, granted: done.decision.outcome === 'eligible' ? 'stands' : 'changed' }
      case 'granted before':
        return { ...one, granted: 'used' }
      // What was settled when the clerk looked is open now: a register fell silent in between.
      case 'nothing':
        return { ...one, granted: done.decision.outcome === 'eligible' ? 'open' : 'changed' }
      default:
        return { ...one, granted: 'changed' }
    }
  }

  return app
}

const tooMany = (c: Context<SignedIn>, seconds: number) => {
  c.header('retry-after', String(seconds))
  return c.html(<TooMany screen={screenOf(c)} seconds={seconds} />, 429)
}
