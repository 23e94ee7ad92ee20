import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demo, demo } from '../src/demo.ts'
import { now } from './town.ts'
import { header, type Walk, walk } from './walk.ts'

let here: Demo
let officer: Walk
let page: string
beforeAll(async () => {
  // Large enough for some families on a living wage with children in care or at school.
  here = await demo({ residents: 2_000, now: () => now })
  officer = overHttp()
  await officer.signIn('officer-1')
  const started = await officer.post('/campaigns', { right: 'social-rate' })
  await officer.follow(started)
  page = (await officer.follow(await officer.post(`${header(started, 'location')}/approve`))).body
})
afterAll(() => here.close())

const overHttp = () => walk({ request: (url: string, init?: RequestInit) => fetch(url, init) }, here.origin)
const cells = () => [...page.matchAll(/<td class="number">([\d.]+)<\/td>/g)].map(([, count]) => Number(count))

it('counts the families of the children who were reached', () => {
  const [, children = ''] = /(\d+) mensen krijgen dit zonder aanvraag/.exec(page) ?? []
  const [families = 0] = cells()
  expect(families).toBeGreaterThan(0)
  expect(Number(children)).toBeGreaterThan(families)
})

it('leaves to Ghent that it reaches four times as many, and says with which arithmetic it supposes the same here', () => {
  const [families = 0, applied = 0, missed = 0] = cells()
  expect([applied, missed]).toEqual([Math.round(families / 4), families - applied])
  for (const text of [
    'Deze stad is nagebootst: haar cijfers zijn geen feiten.',
    'Dit is een aanname, geen telling. Gent zegt dat het 4 keer zoveel gezinnen bereikt als vroeger.',
    `${families} gedeeld door 4`,
    '<td class="number">4 keer zoveel</td><td class="number">niet gemeten</td>',
    'href="https://www.vvsg.be/',
  ])
    expect(page).toContain(text)
})

it('shows a parent what the child is granted, who asked what for it, and on what legal basis', async () => {
  const { body } = await overHttp().signIn('citizen-2')
  // Only what there is: of a child in care who eats at no school of the city, nothing on meals.
  expect(body).toMatch(/100% korting op buitenschoolse opvang(?: \+ 80% korting op schoolmaaltijden)?, van 1 september/)
  expect(body).toContain('Beslissen over: sociaal tarief voor opvang en schoolmaaltijden.')
  expect(body).toContain('eigen dossiers van het OCMW van Gent')
})
