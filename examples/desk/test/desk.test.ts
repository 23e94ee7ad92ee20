import { unknown } from '@vanzelf/rules'
import { testNationalNumber } from '@vanzelf/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { town } from './town.ts'
import { header, walk } from './walk.ts'

let here: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

const clerk = async (residents: Parameters<typeof here.registersOf>[0], more?: Parameters<typeof here.open>[1]) =>
  here.visit(here.open(here.registersOf(residents), more), 'clerk-1')

describe('the counter', () => {
  it.each([
    [
      'yes, with its ground',
      { increasedReimbursement: true },
      'Ja',
      'verhoogde tegemoetkoming (artikel niet ingezien)',
    ],
    ['yes, by the second ground', { livingWage: true }, 'Ja', 'leefloon (artikel niet ingezien)'],
    ['no, and that no ground holds', {}, 'Nee', 'Geen enkele grond geldt'],
    [
      'no, of who lives elsewhere, in the same words',
      { municipality: '44013', livingWage: true },
      'Nee',
      'Geen enkele grond geldt',
    ],
    ['not known, and not why', { livingWage: unknown('unavailable') }, 'Nog niet bekend', 'Wij weten nog niet'],
  ] as const)('tells %s', async (_, facts, title, text) => {
    const number = here.next()
    const me = await clerk({ [number]: facts })
    const seen = await me.follow(await me.post('/counter/look-ups', { number, right: 'uitpas' }))
    expect(seen.status).toBe(200)
    expect(seen.body).toContain(`<h1>${title}</h1>`)
    expect(seen.body).toContain(text)
  })

  it('has nothing to grant where the right is certain and its ground is not', async () => {
    const number = here.next()
    const me = await clerk({ [number]: { increasedReimbursement: unknown('unavailable'), debtMediation: true } })
    const found = await me.post('/counter/look-ups', { number, right: 'uitpas' })
    const seen = await me.follow(found)
    expect(seen.body).toContain('Het recht staat vast.')
    expect(seen.body).not.toContain('Toekennen</button>')
    expect((await me.follow(await me.post(`${header(found, 'location')}/grant`))).body).toBe(seen.body)
    expect(await here.ledger.grants.of(here.people.of(number))).toEqual([])
  })

  it('tells what "not known" can mean and which registers are asked: the same of everybody', async () => {
    const seenOf = async (facts: Parameters<typeof here.registersOf>[0][string]) => {
      const number = here.next()
      const me = await clerk({ [number]: facts })
      return (await me.follow(await me.post('/counter/look-ups', { number, right: 'uitpas' }))).body
    }
    const silent = await seenOf({ livingWage: unknown('unavailable') })
    expect(silent).toContain('Het loket toont niet welk van de vier')
    expect(await seenOf({ municipality: unknown('in doubt'), debtMediation: true })).toBe(silent)
  })

  it('lists each register that a right asks, and none that only another right asks', async () => {
    const number = here.next()
    const me = await clerk({ [number]: { livingWage: unknown('unavailable') } })
    const seen = await me.follow(await me.post('/counter/look-ups', { number, right: 'uitpas' }))
    expect(seen.body).toContain('Rijksregister')
    expect(seen.body).not.toContain('Onderwijs')
  })

  it('looks up no right of which a yes would tell what somebody at home has', async () => {
    const number = here.next()
    const me = await clerk({ [number]: { outOfSchoolCare: true, livingWage: true } })
    const page = await me.get('/counter')
    expect(page.body).toContain('Niet aan het loket: sociaal tarief voor opvang en schoolmaaltijden.')
    expect(page.body).not.toContain('value="social-rate"')
    for (const right of ['social-rate', 'ghent/social-assistance-discount'])
      expect((await me.post('/counter/look-ups', { number, right })).body).toContain('Kies een recht.')
    expect(await here.ledger.asks.about(here.people.of(number))).toEqual([])
  })

  it('does not know who is in no register', async () => {
    const me = await clerk({})
    const seen = await me.follow(await me.post('/counter/look-ups', { number: here.next(), right: 'uitpas' }))
    expect(seen.body).toContain('<h1>Nog niet bekend</h1>')
  })

  it.each([
    ['a number that is too short', '123', 'uitpas', '11 cijfers'],
    ['check digits that do not fit', '12345678901', 'uitpas', 'laatste twee cijfers'],
    ['a right that does not exist', testNationalNumber('1985-07-30', 33), 'everything', 'Kies een recht'],
  ])('refuses %s, and shows no number again', async (_, number, right, text) => {
    const me = await clerk({})
    const seen = await me.post('/counter/look-ups', { number, right })
    expect(seen.status).toBe(422)
    expect(seen.body).toContain(text)
    expect(seen.body).not.toContain(number)
  })

  it('grants once, and has a letter of it that says the ground', async () => {
    const number = here.next()
    const me = await clerk({ [number]: { debtMediation: true } })
    const found = await me.post('/counter/look-ups', { number, right: 'uitpas' })
    const at = header(found, 'location') ?? ''
    await me.follow(found)
    expect((await me.get(`${at}/letter`)).status).toBe(404)
    const granted = await me.follow(await me.post(`${at}/grant`))
    expect(granted.body).toContain('Toegekend. De brief is klaar.')
    expect((await me.follow(await me.post(`${at}/grant`))).body).toBe(granted.body)
    expect(await here.ledger.grants.of(here.people.of(number))).toHaveLength(1)
    const letter = await me.get(`${at}/letter?lang=fr`)
    expect(letter.body).toContain('schuldbemiddeling (artikel niet ingezien)')
    expect(letter.body).toContain('<article lang="fr">')
  })

  it('keeps the letter for who sends the form twice at once', async () => {
    const number = here.next()
    const me = await clerk({ [number]: { debtMediation: true } })
    const found = await me.post('/counter/look-ups', { number, right: 'uitpas' })
    const at = header(found, 'location') ?? ''
    await me.follow(found)
    await Promise.all([me.post(`${at}/grant`), me.post(`${at}/grant`)])
    expect((await me.get(at)).body).toContain('Toegekend. De brief is klaar.')
    expect((await me.get(`${at}/letter`)).status).toBe(200)
    expect(await here.ledger.grants.of(here.people.of(number))).toHaveLength(1)
  })

  it('sends an address that nobody made back to a page of the desk', async () => {
    const me = await clerk({})
    const seen = await me.get('/counter/cases/%0D%0Aset-cookie:x/grant')
    expect([seen.status, header(seen, 'location')]).toEqual([303, '/counter/cases/%0D%0Aset-cookie%3Ax'])
    expect((await me.follow(seen)).status).toBe(404)
  })

  it('tells that it was granted before', async () => {
    const number = here.next()
    for (const [text, index] of [
      ['Toegekend.', 0],
      ['Dit was al toegekend.', 1],
    ] as const) {
      const me = await clerk({ [number]: { livingWage: true } })
      const found = await me.post('/counter/look-ups', { number, right: 'uitpas' })
      await me.follow(found)
      const seen = await me.follow(await me.post(`${header(found, 'location')}/grant`))
      expect(seen.body, `${index}`).toContain(text)
    }
  })

  it('of a right of a household names all grounds, and a refusal is no grant', async () => {
    const number = here.next()
    const me = await clerk({ [number]: { others: [{ debtMediation: true }] } })
    const seen = await me.follow(await me.post('/counter/look-ups', { number, right: 'waste-bags' }))
    expect(seen.body).toContain('Een van deze gronden')
    expect(seen.body).toContain('voorwaarde 1, verhoogde tegemoetkoming')
    const no = here.next()
    const other = await clerk({ [no]: {} })
    const refused = await other.post('/counter/look-ups', { number: no, right: 'waste-bags' })
    await other.follow(refused)
    await other.post(`${header(refused, 'location')}/grant`)
    expect(await here.ledger.grants.of(here.people.of(no))).toEqual([])
  })

  it('counts the look-ups of each clerk on the server, also of who signs in again', async () => {
    const number = here.next()
    const app = here.open(here.registersOf({ [number]: {} }), { lookUpsPerMinute: 2 })
    const form = { number, right: 'uitpas' }
    const statusesOf = async (as: string) => {
      const me = await here.visit(app, as)
      await me.get('/counter')
      return [(await me.post('/counter/look-ups', form)).status, (await me.post('/counter/look-ups', form)).status]
    }
    expect(await statusesOf('clerk-1')).toEqual([303, 303])
    expect(await statusesOf('clerk-1')).toEqual([429, 429])
    expect(await statusesOf('clerk-2')).toEqual([303, 303])
  })

  it('reads no register of who opted out', async () => {
    const number = here.next()
    const subject = here.people.of(number)
    await here.ledger.people.optOut(subject, { by: 'the citizen' })
    const me = await clerk({ [number]: { livingWage: true } })
    const seen = await me.follow(await me.post('/counter/look-ups', { number, right: 'uitpas' }))
    expect(seen.body).toContain('Wij vroegen dus niets.')
    expect(await here.ledger.asks.about(subject)).toEqual([])
  })

  it('keeps who asked what and why, and no number', async () => {
    const number = here.next()
    const me = await clerk({ [number]: { livingWage: true } })
    const found = await me.post('/counter/look-ups', { number, right: 'uitpas' })
    await me.follow(found)
    await me.post(`${header(found, 'location')}/grant`)
    const asks = await here.ledger.asks.about(here.people.of(number))
    expect(asks.length).toBeGreaterThan(1)
    for (const { asker, policy, basis } of asks) {
      expect([asker, policy]).toEqual(['Stad Gent, loket (clerk-1)', 'ghent/uitpas-reduced-rate'])
      expect(basis).not.toBe('')
    }
    for await (const line of here.ledger.export()) expect(line).not.toContain(number)
    expect(header(found, 'location')).not.toContain(number)
  })
})

describe('who may see what', () => {
  const pages = {
    '/counter': 'clerk-1',
    '/reviews': 'reviewer-1',
    '/campaigns': 'officer-1',
    '/chain': 'data-protection-officer-1',
    '/me': 'citizen-1',
  }
  it.each(Object.entries(pages))('%s is of one role', async (path, its) => {
    const app = here.open(here.registersOf({}))
    expect((await walk(app, here.origin).get(path)).status).toBe(401)
    for (const as of Object.values(pages))
      expect((await (await here.visit(app, as)).get(path)).status, as).toBe(as === its ? 200 : 403)
  })

  it.each([
    ...['/counter/look-ups', '/counter/cases/token-1/grant', '/reviews', '/reviews/objections', '/campaigns'],
    ...['/campaigns/uitpas-1/approve', '/campaigns/uitpas-1/go-on', '/campaigns/uitpas-1/invite'],
    ...['/me/object', '/me/opt-out', '/me/opt-in'],
  ])('what is sent to %s is taken from one role', async (path) => {
    const app = here.open(here.registersOf({}))
    for (const [page, as] of Object.entries(pages)) {
      const me = await here.visit(app, as)
      await me.get(page)
      const { status, body } = await me.post(path)
      const isRefused = status === 403 && body.includes('Deze pagina is niet voor u')
      expect(isRefused, as).toBe(!path.startsWith(page))
    }
  })

  it('a case is of the session in which it was looked up', async () => {
    const number = here.next()
    const app = here.open(here.registersOf({ [number]: {} }))
    const [me, other] = [await here.visit(app, 'clerk-1'), await here.visit(app, 'clerk-2')]
    await me.get('/counter')
    const found = await me.post('/counter/look-ups', { number, right: 'uitpas' })
    expect((await other.get(header(found, 'location') ?? '')).status).toBe(404)
  })
})

describe('a citizen', () => {
  it.each([
    ['nl', 'Wie vroeg wat?', 'leefloon'],
    ['fr', 'Qui a demandé quoi ?', 'revenu d’intégration'],
    ['de', 'Wer hat was gefragt?', ''],
    ['en', 'Who asked what?', 'living wage'],
  ])('reads in %s who asked what, when and why', async (language, title, fact) => {
    const app = here.open(here.registersOf({ [here.citizen]: { debtMediation: true } }))
    const me = await here.visit(app, 'clerk-1')
    await me.get('/counter')
    await me.post('/counter/look-ups', { number: here.citizen, right: 'uitpas' })
    const ada = await here.visit(app, 'citizen-1')
    const seen = await ada.get(`/me?lang=${language}`)
    expect(seen.body).toContain(title)
    expect(seen.body.replaceAll('&#39;', '’').replaceAll("'", '’').toLowerCase()).toContain(fact)
    expect(seen.body).toContain('Stad Gent, loket (clerk-1)')
    expect(seen.body).not.toContain(here.citizen)
  })

  it.each([
    ['nl', 'de machtiging van de stad voor het Rijksregister; nummer niet gevonden'],
    ['fr', 'l’autorisation de la ville pour le Registre national ; numéro non trouvé'],
    ['de', 'die Ermächtigung der Stadt für das Nationalregister; Nummer nicht gefunden'],
    ['en', 'the city’s authorisation for the National Register; number not found'],
  ])('reads in %s on what legal basis', async (language, basis) => {
    const app = here.open(here.registersOf({ [here.citizen]: {} }))
    const me = await here.visit(app, 'clerk-1')
    await me.get('/counter')
    await me.post('/counter/look-ups', { number: here.citizen, right: 'uitpas' })
    const seen = await (await here.visit(app, 'citizen-1')).get(`/me?lang=${language}`)
    expect(seen.body.replaceAll('&#39;', '’')).toContain(`<dd lang="${language}">${basis}</dd>`)
  })

  it('reads a basis in the words of then, where the right rests on another one by now', async () => {
    await here.ledger.asks.record([
      {
        ...{ subject: here.people.of(here.citizen), source: 'population-register', fact: 'municipality' },
        purpose: { policy: 'ghent/uitpas-reduced-rate', basis: 'an earlier article', asker: 'Stad Gent' },
        ...{ at: { on: '2026-03-10' }, when: '2026-03-10T09:00:00Z', result: 'known' },
      },
    ])
    const seen = await (await here.visit(here.open(here.registersOf({})), 'citizen-1')).get('/me')
    expect(seen.body).toContain('<dd lang="en">an earlier article</dd>')
  })

  it('objects, is answered by a reviewer with a reason, and who was right is decided about again', async () => {
    const app = here.open(here.registersOf({}))
    const ada = await here.visit(app, 'citizen-1')
    await ada.get('/me')
    const number = here.citizen
    expect((await ada.post('/me/object', { right: 'uitpas', reason: `I am ${number}` })).status).toBe(422)
    const sent = await ada.follow(await ada.post('/me/object', { right: 'uitpas', reason: 'I moved in May' }))
    expect(sent.body).toContain('Een medewerker kijkt het na.')

    const reviewer = await here.visit(app, 'reviewer-1')
    expect((await reviewer.get('/reviews')).body).toContain('I moved in May')
    const about = { subject: here.people.of(number), policy: 'ghent/uitpas-reduced-rate' }
    const answer = { ...about, outcome: 'upheld', reason: 'the address was changed' }
    expect((await reviewer.post('/reviews/objections', answer)).body).toContain('Uw antwoord is bewaard.')
    expect((await reviewer.post('/reviews/objections', answer)).body).toContain('Een collega was u voor.')
    expect((await here.ledger.reviews.open(about.policy)).map(({ subject }) => subject)).toContain(about.subject)
    const read = await ada.get('/me')
    expect(read.body).toContain('U kreeg gelijk')
    expect(read.body).toContain('the address was changed')
  })

  it('can neither stop nor dispute here what is about a child, who is another person', async () => {
    const ada = await here.visit(here.open(here.registersOf({})), 'citizen-1')
    const page = await ada.get('/me')
    expect(page.body).toContain('Een recht van een kind: sociaal tarief')
    expect(page.body).not.toContain('value="social-rate"')
    expect((await ada.post('/me/opt-out', { right: 'social-rate' })).status).toBe(404)
    expect((await ada.post('/me/object', { right: 'social-rate', reason: 'I moved in May' })).status).toBe(422)
  })

  it('opts out of one right and in again', async () => {
    const ada = await here.visit(here.open(here.registersOf({})), 'citizen-1')
    await ada.get('/me')
    const isOut = () => here.ledger.people.optedOut('ghent/waste-bags', [here.people.of(here.citizen)])
    expect((await ada.follow(await ada.post('/me/opt-out', { right: 'waste-bags' }))).body).toContain(
      'Wij zoeken niet meer',
    )
    expect((await isOut()).size).toBe(1)
    await ada.post('/me/opt-in', { right: 'waste-bags' })
    expect((await isOut()).size).toBe(0)
  })
})

describe('the doors', () => {
  afterEach(() => void vi.restoreAllMocks())

  it('sets a content policy without inline code, and lets nobody frame or keep a page', async () => {
    const seen = await walk(here.open(here.registersOf({})), here.origin).get('/')
    expect(header(seen, 'content-security-policy')).toBe(
      `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${here.issuer}; frame-ancestors 'none'; base-uri 'none'`,
    )
    expect(header(seen, 'x-content-type-options')).toBe('nosniff')
    expect(header(seen, 'cache-control')).toBe('no-store')
    expect(seen.body).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
  })

  it('tells without signing in that it works, in states and codes, and counts nothing', async () => {
    const { status, headers, body } = await walk(here.open(here.registersOf({})), here.origin).get('/health')
    expect([status, new Map(headers).get('cache-control')]).toEqual([200, 'no-store'])
    expect(JSON.parse(body)).toMatchObject({ state: 'ok', live: true, ready: true })
    expect(body).toContain('"part":"ledger"')
    expect(body).not.toMatch(/"count"|"head"|"subject"/)
  })

  it('tells that it is not ready once its ledger is closed', async () => {
    const other = await town()
    const app = other.open(other.registersOf({}))
    await other.close()
    const seen = await walk(app, other.origin).get('/health')
    expect(seen.status).toBe(503)
    expect(JSON.parse(seen.body)).toMatchObject({ state: 'failed', ready: false })
  })

  it('links to no other place, whatever address is asked', async () => {
    const { status, body } = await walk(here.open(here.registersOf({})), here.origin).get('//elsewhere.example/x')
    expect(status).toBe(404)
    expect(body).not.toContain('elsewhere')
  })

  it('sets cookies that scripts and other sites do not get', async () => {
    const app = here.open(here.registersOf({}))
    const { headers } = await app.request(`${here.origin}/sign-in`)
    for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('refuses forms of others: without the token, or from another origin', async () => {
    const app = here.open(here.registersOf({}))
    const me = await here.visit(app, 'clerk-1')
    await me.get('/counter')
    expect((await me.post('/counter/look-ups', { token: 'guessed' })).status).toBe(403)
    const cookie = [...me.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const elsewhere = {
      origin: 'https://elsewhere.example',
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
    }
    const answer = await app.request(`${here.origin}/sign-out`, {
      method: 'POST',
      headers: elsewhere,
      body: 'token=token-3',
    })
    expect(answer.status).toBe(403)
  })

  it('ends a session that nobody used for a quarter of an hour', async () => {
    let time = Date.parse('2026-11-24T10:00:00Z')
    const app = here.open(here.registersOf({}), { clock: () => new Date(time) })
    const me = await here.visit(app, 'clerk-1')
    time += 14 * 60_000
    expect((await me.get('/counter')).status).toBe(200)
    time += 15 * 60_000 + 1
    expect((await me.get('/counter')).status).toBe(401)
  })

  it('ends the session of who signs out, also for who kept the cookie', async () => {
    const me = await here.visit(here.open(here.registersOf({})), 'clerk-1')
    await me.get('/counter')
    const kept = new Map(me.cookies)
    await me.post('/sign-out')
    for (const [name, value] of kept) me.cookies.set(name, value)
    expect((await me.get('/counter')).status).toBe(401)
  })

  it('says of nobody who is signed in that they are signed out', async () => {
    const me = await here.visit(here.open(here.registersOf({})), 'clerk-1')
    const seen = await me.get('/signed-out')
    expect(seen.body).not.toContain('U bent afgemeld')
    expect(header(seen, 'location')).toBe('/')
  })

  it('signs out at the provider too, with no token in the address, and comes back only where that was agreed', async () => {
    const me = await here.visit(here.open(here.registersOf({})), 'clerk-1')
    await me.get('/counter')
    const to = new URL(header(await me.post('/sign-out'), 'location') ?? '')
    expect(`${to.origin}${to.pathname}`).toBe(`${here.issuer}/end-session`)
    expect([...to.searchParams.keys()].sort()).toEqual(['client_id', 'post_logout_redirect_uri'])
    expect(await (await fetch(to)).text()).toContain('Ja, meld mij af')
    const back = await fetch(to, { method: 'POST', redirect: 'manual' })
    expect(back.headers.get('location')).toBe(`${here.origin}/signed-out`)
    expect((await me.get('/signed-out')).body).toContain('U bent afgemeld')
    to.searchParams.set('post_logout_redirect_uri', 'https://elsewhere.example')
    expect((await fetch(to, { method: 'POST', redirect: 'manual' })).status).toBe(400)
  })

  it('is signed in again without a question, until signing out at the provider', async () => {
    const provider = walk({ request: (url: string, init?: RequestInit) => fetch(url, init) }, here.issuer)
    const begin = await walk(here.open(here.registersOf({})), here.origin).get('/sign-in')
    const to = new URL(header(begin, 'location') ?? '')
    const again = `${to.pathname}${to.search}`
    await provider.get(`${again}&as=clerk-1`)
    expect((await provider.get(again)).status).toBe(303)
    const out = header(
      await (await here.visit(here.open(here.registersOf({})), 'clerk-1')).post('/sign-out'),
      'location',
    )
    await provider.post(out?.replace(here.issuer, '') ?? '')
    expect((await provider.get(again)).body).toContain('Wie bent u?')
  })

  it.each([
    ['of a role that the desk does not know', 'nobody'],
    ['whom the provider does not know', 'stranger'],
  ])('lets in nobody %s', async (_, as) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const me = walk(here.open(here.registersOf({})), here.origin)
    await me.signIn(as).catch(() => undefined)
    expect((await me.get('/counter')).status).toBe(401)
    // What the log tells of it has no name and nothing the provider said.
    for (const [line] of log.mock.calls) expect(line).toBe('desk: signing in failed, ZodError')
  })

  it.each([
    ['an answer that was not asked for', '/signed-in?code=provided-1&state=guessed'],
    ['an answer without code', '/signed-in'],
  ])('refuses %s', async (_, path) => {
    const me = walk(here.open(here.registersOf({})), here.origin)
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await me.get('/sign-in')
    expect((await me.get(path)).status).toBe(401)
    expect(log.mock.calls.flat()).toEqual(['desk: signing in failed, ClientError (OAUTH_INVALID_RESPONSE)'])
  })

  it('tells of a failure of its own that it failed, in the log where, and nothing else', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const number = here.next()
    const failing = here.registersOf({})
    const me = await here.visit(
      here.open({
        ...failing,
        'population-register': { ...failing['population-register'], municipality: async () => [] },
      }),
      'clerk-1',
    )
    const seen = await me.post('/counter/look-ups', { number, right: 'uitpas' })
    expect(seen.status).toBe(500)
    expect(seen.body).toContain('Er ging iets mis')
    expect(log.mock.calls.flat().join()).toMatch(/^desk: \w+ \([\w-]+\) on [\w/*-]+$/)
  })

  it('sends nobody back elsewhere from the provider', async () => {
    const me = walk(here.open(here.registersOf({})), here.origin)
    const to = new URL(header(await me.get('/sign-in'), 'location') ?? '')
    to.searchParams.set('redirect_uri', 'https://elsewhere.example')
    expect((await fetch(to, { redirect: 'manual' })).status).toBe(400)
  })
})
