import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, demo } from '../src/demo.ts'
import { header, type Walk, walk } from './walk.ts'

let here: Demo
let officer: Walk
beforeAll(async () => {
  here = await demo({ residents: 600, disturbance: { fail: { 'social-security': 0.2 }, doubt: 0.02, seed: 3 } })
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
  expect(waits).toBeLessThanOrEqual(undetermined)

  const done = await officer.follow(await officer.post(`${header(started, 'location')}/approve`))
  const [, reached] = /([\d.]+) mensen krijgen dit zonder aanvraag/.exec(done.body) ?? []
  // Of some it is certain that they are entitled, and not yet to how much: they wait.
  expect(Number(reached)).toBeGreaterThan(eligible / 2)
  expect(Number(reached)).toBeLessThanOrEqual(eligible)
  for (const chart of ['outcomes.svg', 'missing.svg']) {
    const svg = await officer.get(`${header(started, 'location')}/${chart}`)
    expect(svg.status).toBe(200)
    expect(svg.body).toMatch(/^<svg[\s\S]*aria-label=/)
  }
})

it('what was in doubt waits for a reviewer, who says why', async () => {
  const reviewer = overHttp()
  const { body } = await reviewer.signIn('reviewer-1')
  const subjects = [...body.matchAll(/name="subject" value="([^"]+)"/g)]
  expect(subjects.length).toBeGreaterThan(0)
  const form = { subject: subjects[0]?.[1] ?? '', policy: 'ghent/waste-bags', outcome: 'grant' }
  expect((await reviewer.post('/reviews', { ...form, reason: ' ' })).status).toBe(422)
  const said = await reviewer.post('/reviews', { ...form, reason: 'the certificate was shown' })
  expect(said.body).toContain('Uw beslissing is bewaard.')
  expect(said.body).not.toContain(form.subject)
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
