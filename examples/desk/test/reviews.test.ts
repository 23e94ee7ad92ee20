import { unknown } from '@vanzelf/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decidingOf } from '../src/desk-options.ts'
import { rightNamed } from '../src/rights.ts'
import { now, type Resident, town } from './town.ts'

let here: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

/** Somebody about whom a campaign could not decide, for a register was in doubt. */
async function inDoubt(right: string, resident: Resident) {
  const number = here.next()
  const subject = here.people.of(number)
  const connectors = here.registersOf({ [number]: resident })
  const campaign = `${right} of ${subject}`
  const deciding = decidingOf({ ledger: here.ledger, connectors, now: () => now }, 'campagne', 'officer-1')
  const run = () => rightNamed(right)?.campaign(campaign, () => [subject], deciding)
  await run()
  await here.ledger.campaigns.approve(campaign, 'officer-1')
  await run()
  return { number, subject }
}
const doubt = unknown('in doubt')
const said = { outcome: 'grant', reason: 'the certificate was shown' }

describe('what a reviewer decides', () => {
  it('takes effect once the register is mended, with the reason and who said it', async () => {
    const { number, subject } = await inDoubt('uitpas', { livingWage: doubt })
    const mended = here.open(here.registersOf({ [number]: { livingWage: true } }))
    const reviewer = await here.visit(mended, 'reviewer-1')
    const done = await reviewer.post('/reviews', { subject, policy: 'ghent/uitpas-reduced-rate', ...said })
    expect(done.body).toContain('Uw beslissing is bewaard. Het is toegekend.')
    expect(await here.ledger.grants.of(subject)).toMatchObject([{ state: 'in force', by: 'reviewer-1' }])
  })

  it('is not kept while the register is still in doubt: there is nothing to grant', async () => {
    const { number, subject } = await inDoubt('uitpas', { livingWage: doubt })
    const reviewer = await here.visit(here.open(here.registersOf({ [number]: { livingWage: doubt } })), 'reviewer-1')
    const refused = await reviewer.post('/reviews', { subject, policy: 'ghent/uitpas-reduced-rate', ...said })
    expect(refused.body).toContain('een register moet eerst antwoorden of kloppen')
    expect(await here.ledger.grants.of(subject)).toEqual([])
    const open = await here.ledger.reviews.open('ghent/uitpas-reduced-rate')
    expect(open.find((one) => one.subject === subject)?.said).toEqual([])
  })

  it('takes effect when the second of two says the same, where the right needs two', async () => {
    const { number, subject } = await inDoubt('waste-bags', { budgetGuidance: doubt })
    const app = here.open(here.registersOf({ [number]: { budgetGuidance: true } }))
    const form = { subject, policy: 'ghent/waste-bags', ...said }
    const first = await here.visit(app, 'reviewer-1')
    expect((await first.post('/reviews', form)).body).toContain('Een collega moet ook nog beslissen.')
    expect(await here.ledger.grants.of(subject)).toEqual([])
    const second = await here.visit(app, 'reviewer-2')
    expect((await second.post('/reviews', form)).body).toContain('Het is toegekend.')
    expect(await here.ledger.grants.of(subject)).toHaveLength(1)
  })
})

describe('what waits for a reviewer', () => {
  const policy = 'ghent/waste-bags'
  const ask = (subject: string, reason: string) =>
    here.ledger.reviews.ask({ subject, policy, by: 'reviewer-1', reason })

  it('is shown whatever the reason of who asked', async () => {
    await ask('of-reason', 'constructor')
    const page = await (await here.visit(here.open(here.registersOf({})), 'reviewer-1')).get('/reviews')
    expect(page.status).toBe(200)
    expect(page.body).toContain('<p>constructor</p>')
  })

  it('is reached, however many wait longer and cannot be decided yet', async () => {
    const many = Array.from({ length: 45 }, (_, index) => `of-many-${index}`)
    for (const subject of many) await ask(subject, 'the file is not complete')
    const reviewer = await here.visit(here.open(here.registersOf({})), 'reviewer-1')
    const found = new Set<string | undefined>()
    let next: string | undefined = '/reviews'
    while (next !== undefined) {
      const { body }: { readonly body: string } = await reviewer.get(next)
      for (const [, subject] of body.matchAll(/name="subject" value="([^"]+)"/g)) found.add(subject)
      next = /href="(\/reviews\?page=\d+)" rel="next"/.exec(body)?.[1]
    }
    expect([...found]).toEqual(expect.arrayContaining(many))
  })

  it('is not asked for by an answer that comes too late, or to nobody', async () => {
    const subject = 'of-late'
    await here.ledger.people.object(subject, { policy, by: 'the citizen', reason: 'I moved' })
    await here.ledger.people.answered(subject, { policy, by: 'reviewer-2', outcome: 'dismissed', reason: 'no' })
    const reviewer = await here.visit(here.open(here.registersOf({})), 'reviewer-1')
    for (const one of [subject, 'of-nobody']) {
      const upheld = { subject: one, policy, outcome: 'upheld', reason: 'the address was changed' }
      expect((await reviewer.post('/reviews/objections', upheld)).body).toContain('Een collega was u voor.')
      expect(await here.ledger.reviews.open(policy, { subject: one })).toEqual([])
    }
  })
})
