import { ghentUitpasReducedRate } from '@vanzelf/policy-uitpas-reduced-rate'
import { runCampaign } from '@vanzelf/proactive'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { now, town } from './town.ts'

let here: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())
afterEach(() => void vi.restoreAllMocks())

/** Somebody who is entitled, and the registers that say so. */
function entitled() {
  const number = here.next()
  return { subject: here.people.of(number), connectors: here.registersOf({ [number]: { livingWage: true } }) }
}

it('one that was begun elsewhere takes effect there, with as many approvals as it needs', async () => {
  const { subject, connectors } = entitled()
  const begun = {
    ledger: here.ledger,
    connectors,
    id: 'begun elsewhere',
    on: '2026-11-24',
    asker: 'Exampleville',
    population: () => [subject],
    takesEffect: { approvals: 2 },
    lost: { then: 'keep', law: 'art. 9' },
    now: () => now,
  } as const
  await runCampaign(ghentUitpasReducedRate, begun)
  const officer = await here.visit(here.open(connectors, { population: () => [subject] }), 'officer-1')
  const at = '/campaigns/begun%20elsewhere'
  expect((await officer.get(at)).body).toContain('Goedkeuren en toekennen')
  const approved = await officer.follow(await officer.post(`${at}/approve`))
  expect(approved.body).toContain('wacht op goedkeuring')
  expect(approved.body).toContain('Goedgekeurd door 1.')
  expect(approved.body).not.toContain('Goedkeuren en toekennen')
  expect(await here.ledger.grants.of(subject)).toEqual([])

  await here.ledger.campaigns.approve(begun.id, 'officer-2')
  await runCampaign(ghentUitpasReducedRate, begun)
  expect(await here.ledger.grants.of(subject)).toHaveLength(1)
})

it('one that was cut short goes on', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { subject, connectors } = entitled()
  const population = () => [subject]
  const register = connectors['population-register']
  const broken = { ...connectors, 'population-register': { ...register, municipality: async () => [] } }
  const first = await here.visit(here.open(broken, { population }), 'officer-1')
  await first.get('/campaigns')
  expect((await first.post('/campaigns', { right: 'uitpas' })).status).toBe(500)

  const officer = await here.visit(here.open(connectors, { population }), 'officer-1')
  const [, at = ''] = /href="(\/campaigns\/uitpas[^"]+)"/.exec((await officer.get('/campaigns')).body) ?? []
  expect((await officer.get(at)).body).toContain('Verdergaan')
  const decided = await officer.follow(await officer.post(`${at}/go-on`))
  expect(decided.body).toContain('wacht op goedkeuring')
  expect(decided.body).not.toContain('Verdergaan')
  await officer.post(`${at}/approve`)
  expect(await here.ledger.grants.of(subject)).toHaveLength(1)
})

it('is named after the right, by whichever of its names it was chosen', async () => {
  const officer = await here.visit(here.open(here.registersOf({})), 'officer-1')
  await officer.get('/campaigns')
  const seen = await officer.follow(await officer.post('/campaigns', { right: 'ghent/uitpas-reduced-rate' }))
  expect(seen.status).toBe(200)
})
