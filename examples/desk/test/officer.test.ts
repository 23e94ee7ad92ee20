import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, demo } from '../src/demo.ts'
import { now } from './town.ts'
import { header, type Walk, walk } from './walk.ts'

let here: Demo
let officer: Walk
beforeAll(async () => {
  here = await demo({
    residents: 600,
    now: () => now,
    disturbance: { fail: { 'social-security': 0.2 }, doubt: 0.02, seed: 3 },
  })
  officer = overHttp()
  await officer.signIn('officer-1')
})
afterAll(() => here.close())

/** The demo as a browser meets it, over a real connection. */
const overHttp = () => walk({ request: (url: string, init?: RequestInit) => fetch(url, init) }, here.origin)

const cells = (body: string) =>
  [...body.matchAll(/<td class="number">([\d.]+)<\/td>/g)].map(([, count]) => Number(count?.replace('.', '')))

it('a campaign is run, approved, and counted by who was reached and which register was missing', async () => {
  await officer.get('/campaigns')
  const started = await officer.post('/campaigns', { right: 'waste-bags' })
  const page = await officer.follow(started)
  expect(page.body).toContain('wacht op goedkeuring')
  expect(page.body).toContain('nog niet nagekeken in het reglement')
  const [eligible = 0, notEligible = 0, undetermined = 0, waits = 0] = cells(page.body)
  expect(eligible + notEligible + undetermined).toBe(here.city.householdCount)
  expect(eligible).toBeGreaterThan(0)
  expect(waits).toBeGreaterThan(0)
  // Of who is certainly entitled the amount may wait for a register too.
  expect(waits).toBeLessThanOrEqual(undetermined + eligible)

  const done = await officer.follow(await officer.post(`${header(started, 'location')}/approve`))
  const [, reached] = /([\d.]+) mensen krijgen dit zonder aanvraag/.exec(done.body) ?? []
  // Of some it is certain that they are entitled, and not yet to how much: they wait.
  expect(Number(reached)).toBeGreaterThan(eligible / 2)
  expect(Number(reached)).toBeLessThanOrEqual(eligible)
  for (const chart of ['outcomes.svg', 'missing.svg', 'take-up.svg']) {
    const svg = await officer.get(`${header(started, 'location')}/${chart}`)
    expect(svg.status).toBe(200)
    expect(svg.body).toMatch(/^<svg[^>]*role="img"><title>[^<]+<\/title><desc>[^<]+<\/desc>/)
  }
  expect((await officer.get(`${header(started, 'location')}/another.svg`)).status).toBe(404)
})

it('stands beside what Ghent told, and says what is told, what is supposed and what is simulated', async () => {
  const { body } = await officer.get('/campaigns/waste-bags-1')
  const [reached = 0, applied = 0, missed = 0, citizen = 0, reviewer = 0, register = 0] = cells(body)
  expect([applied, missed]).toEqual([Math.round((reached * 1_350) / 25_745), reached - applied])
  expect(body).toContain(`${citizen} tot ${citizen + reviewer + register}`)
  for (const text of [
    'Deze stad is nagebootst: haar cijfers zijn geen feiten.',
    'Dit is een aanname, geen telling.',
    '1.350 (2019)',
    `${applied} (aanname)`,
    '25.745',
    '28 (2022)',
    'Hier, nagebootst',
    'href="https://www.vvsg.be/',
  ])
    expect(body).toContain(text)
})

it('invites by letter who alone can tell what is missing, each once, and says how many', async () => {
  const { body } = await officer.get('/campaigns/waste-bags-1')
  const toTell = cells(body)[3] ?? 0
  expect(toTell).toBeGreaterThan(0)
  expect(body).toContain('Uitgenodigd met een brief: 0.')
  expect(body).toContain(`Nog uit te nodigen: hoogstens ${toTell}.`)
  const invited = await officer.follow(await officer.post('/campaigns/waste-bags-1/invite'))
  expect(invited.body).toContain(`Uitgenodigd met een brief: ${toTell}.`)
  expect(invited.body).not.toContain('Nog uit te nodigen')
  await officer.post('/campaigns/waste-bags-1/invite')
  const letters = readdirSync(here.letters).filter((name) => name.endsWith('.html'))
  expect(letters).toHaveLength(toTell)
  const text = readFileSync(`${here.letters}/${letters[0]}`, 'utf8')
  expect(text).toContain('Wij vragen u iets')
  // Which register is silent about whom at home, a letter to the household does not tell.
  expect(text).not.toContain('schuldbemiddeling')
})

it('invites nobody before a campaign is approved, or without the token of the form', async () => {
  const started = await officer.post('/campaigns', { right: 'waste-bags' })
  const at = header(started, 'location')
  await officer.get(at ?? '')
  const before = readdirSync(here.letters).length
  const seen = await officer.follow(await officer.post(`${at}/invite`))
  expect(seen.body).toContain('wacht op goedkeuring')
  expect((await officer.post('/campaigns/waste-bags-1/invite', { token: 'guessed' })).status).toBe(403)
  expect(readdirSync(here.letters)).toHaveLength(before)
})

it('supposes nothing of a right of which nothing was published', async () => {
  const started = await officer.post('/campaigns', { right: 'uitpas' })
  await officer.follow(started)
  const { body } = await officer.follow(await officer.post(`${header(started, 'location')}/approve`))
  expect(body).toContain('bereikt zonder aanvraag')
  expect(body).not.toContain('aanname')
})

/** Who waits for a decision on waste bags. */
const waiting = (body: string) =>
  [...body.matchAll(/name="subject" value="([^"]+)"[^>]*\/><input[^>]*value="ghent\/waste-bags"/g)].map(([, of]) => of)

it('what was in doubt waits for two reviewers, who say why and agree', async () => {
  const [first, second] = [overHttp(), overHttp()]
  const { body } = await first.signIn('reviewer-1')
  const [subject = ''] = waiting(body)
  expect(subject).not.toBe('')
  const form = { subject, policy: 'ghent/waste-bags', outcome: 'refuse' }
  expect((await first.post('/reviews', { ...form, reason: ' ' })).status).toBe(422)
  const said = await first.post('/reviews', { ...form, reason: 'the certificate is of another person' })
  expect(said.body).toContain('Uw oordeel is bewaard. Een collega moet ook nog beslissen.')
  expect(said.body).toContain('U besliste al.')
  const again = await first.post('/reviews', { ...form, reason: 'once more' })
  expect(again.body).toMatch(/role="alert">U besliste al/)

  expect((await second.signIn('reviewer-2')).body).toContain('the certificate is of another person')
  const settled = await second.post('/reviews', { ...form, reason: 'I saw it too' })
  expect(settled.body).toContain('Uw beslissing is bewaard.')
  // They may still wait for a decision under another right.
  expect(waiting(settled.body)).not.toContain(form.subject)
})

it('the chain is whole, and is compared with a head that was kept', async () => {
  const guard = overHttp()
  const { body } = await guard.signIn('protection-1')
  expect(body).toContain('Het logboek is heel.')
  const [, head = ''] = /<code>(\d+:[0-9a-f]{64})<\/code>/.exec(body) ?? []
  const comparedWith = async (kept: string) => (await guard.get(`/chain?kept=${encodeURIComponent(kept)}`)).body
  expect(await comparedWith(head)).toContain('past nog bij dit zegel')
  expect(await comparedWith(head.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toContain('klopt niet vanaf')
  expect(await comparedWith('a seal')).toContain('Dit is geen zegel')
})
