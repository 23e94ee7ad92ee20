import { birthDate } from '@vanzelf/source-population-register'
import { increasedReimbursement, livingWage } from '@vanzelf/source-social-security'
import { testNationalNumber } from '@vanzelf/testing'
import { type Failure, type Loopback, type LoopbackOptions, loopbackMagda, type Question } from '@vanzelf/testing/magda'
import { afterEach, describe, expect, it } from 'vitest'
import type { RequestLogged } from '../src/index.ts'
import { ask, over, purpose } from './asking.ts'

const person = testNationalNumber('1985-07-30', 34)
const other = testNationalNumber('1990-01-01', 12)
const resident = { birthDate: '1985-07-30', statuses: [{ name: 'BIM_BVT' }] }

let server: Loopback
afterEach(() => server.close())

async function platform(options: LoopbackOptions): Promise<Loopback> {
  server = await loopbackMagda({ city: { resident: () => resident } }, options)
  return server
}
/** Fails consultations, not the registration before them. */
const failing = (failure: (question: Question, before: number) => Failure | undefined) =>
  platform({ fail: (question, before) => (isConsultation(question) ? failure(question, before) : undefined) })
const isConsultation = ({ service }: Question) => service !== 'RegistreerInschrijving'

describe('a code of the platform', () => {
  it.each([
    ...['30001', '30016', '30101', '40000', '40131', '45008', '50003', '70001'].map((code) => [code, 'not found']),
    ...['20002', '30003'].map((code) => [code, 'not found']),
    ...['13202', '15021', '40005', '40006', '60011'].map((code) => [code, 'not permitted']),
    ...['16013', '60006', '60009', '60013', '90000', '99994', '99995', '99996', '99997'].map((code) => [
      code,
      'unavailable',
    ]),
    ...['16010', '48181', '60000', '60007', '99982', '99983', '99984', '99986'].map((code) => [code, 'in doubt']),
    ...['13101', '14001', '20003', '20004', '20006', '20007', '20110', '25001', '50000'].map((code) => [
      code,
      'in doubt',
    ]),
    ['12345', 'in doubt'],
  ])('%s: %s', async (code, reason) => {
    await failing(() => ({ code: code ?? '' }))
    expect(await ask(over(server), livingWage, person)).toEqual({ unknown: reason, code })
  })
  it('counts wherever it stands: with the question, the request or in a fault', async () => {
    await failing(() => ({ code: '40006', ofRequest: true }))
    expect(await ask(over(server), birthDate, person)).toEqual({ unknown: 'not permitted', code: '40006' })
    await server.close()
    await failing(() => ({
      body: fault(
        '<faultcode>soapenv:Server</faultcode><detail><e:Uitzondering xmlns:e="urn:e"><Identificatie>99997</Identificatie><Type>FOUT</Type></e:Uitzondering></detail>',
      ),
    }))
    expect(await ask(over(server), birthDate, person)).toEqual({ unknown: 'unavailable', code: '99997' })
  })
  it('that is no data keeps apart from a number that does not exist', async () => {
    await failing(() => ({ code: '30001', origin: 'KSZ', circumstance: 'SSH00048' }))
    expect(await ask(over(server), livingWage, person)).toEqual({ unknown: 'not found', code: '30001' })
  })
  it('of a registration that failed keeps the question from being asked', async () => {
    await platform({ fail: ({ service }) => (service === 'RegistreerInschrijving' ? { code: '40006' } : undefined) })
    const connectors = over(server)
    expect(await ask(connectors, birthDate, person)).toEqual({ unknown: 'not permitted', code: '40006' })
    expect(server.asked).toHaveLength(1)
    await ask(connectors, birthDate, person)
    expect(server.asked).toHaveLength(2)
  })
})

const fault = (below: string) =>
  `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault>${below}</soapenv:Fault></soapenv:Body></soapenv:Envelope>`

describe('no answer', () => {
  it.each<[string, Failure, { unknown: string; code?: string }]>([
    ['a fault of the server', { fault: 'Server' }, { unknown: 'unavailable', code: 'Server' }],
    ['a fault of our message', { fault: 'Client' }, { unknown: 'in doubt', code: 'Client' }],
    [
      'a fault of our rights',
      { fault: 'FailedAuthentication' },
      { unknown: 'not permitted', code: 'FailedAuthentication' },
    ],
    ['HTTP 503', { status: 503 }, { unknown: 'unavailable', code: 'HTTP 503' }],
    ['HTTP 403', { status: 403 }, { unknown: 'not permitted', code: 'HTTP 403' }],
    ['HTTP 404', { status: 404 }, { unknown: 'in doubt', code: 'HTTP 404' }],
    ['a cut connection', 'cut', { unknown: 'unavailable', code: 'UND_ERR_SOCKET' }],
    ['silence', 'silence', { unknown: 'unavailable', code: 'TimeoutError' }],
    ['no XML', { body: 'busy, call again' }, { unknown: 'in doubt' }],
    ['an empty body', { body: '' }, { unknown: 'in doubt' }],
    ['another message', { body: '<m:Something xmlns:m="urn:x"/>' }, { unknown: 'in doubt' }],
    ['a document type', { body: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }, { unknown: 'in doubt' }],
  ])('because of %s', async (_, failure, expected) => {
    await failing(() => failure)
    expect(await ask(over(server, { timeout: 200 }), birthDate, person)).toEqual(expected)
  })
  it('while nobody listens', async () => {
    await platform({})
    await server.close()
    expect(await ask(over(server), birthDate, person)).toEqual({ unknown: 'unavailable', code: 'ECONNREFUSED' })
  })
})

describe('an answer that does not fit', () => {
  const told = (content: string, asked: Question, reference = asked.reference) =>
    `<m:${asked.service}Response xmlns:m="${asked.envelope.match(/xmlns:m="([^"]*)"/)?.[1]}"><Repliek><Antwoorden><Antwoord><Referte>${reference}</Referte><Inhoud>${content}</Inhoud></Antwoord></Antwoorden></Repliek></m:${asked.service}Response>`
  const status =
    (below: string, number = person) =>
    (asked: Question) =>
      told(
        `<Persoon><INSZ>${number}</INSZ><SocialeStatuten><SociaalStatuut><Naam>BIM_BVT</Naam>${below}</SociaalStatuut></SocialeStatuten></Persoon>`,
        asked,
      )
  const period = (from: string, last: string) =>
    `<Periodes><Periode><Begindatum>${from}</Begindatum><Einddatum>${last}</Einddatum></Periode></Periodes>`
  const yes = '<Resultaat><Code>1</Code></Resultaat>'
  const no = '<Resultaat><Code>0</Code></Resultaat>'

  it.each<[string, (asked: Question) => string, { unknown: string; code?: string }]>([
    ['without a result', status(''), { unknown: 'in doubt' }],
    ['with a result nobody knows', status('<Resultaat><Code>2</Code></Resultaat>'), { unknown: 'in doubt', code: '2' }],
    ['about somebody else', status(yes, other), { unknown: 'in doubt' }],
    ['with a day that cannot be', status(yes + period('2022-11-31', '2030-01-01')), { unknown: 'in doubt' }],
    [
      'with a period that ends before it begins',
      status(yes + period('2030-01-01', '2022-01-01')),
      { unknown: 'in doubt' },
    ],
    ['with a yes for other days', status(yes + period('2020-01-01', '2020-12-31')), { unknown: 'in doubt' }],
    ['with a no for these days', status(no + period('2020-01-01', '2030-12-31')), { unknown: 'in doubt' }],
    [
      'with a no that is no data',
      status(`${no}<Status><Code>SSH00048</Code><Waarde/></Status>`),
      { unknown: 'not found', code: 'SSH00048' },
    ],
    ['to another question', (asked) => told('<Persoon/>', asked, 'another'), { unknown: 'in doubt' }],
    [
      'without the status',
      (asked) => told(`<Persoon><INSZ>${person}</INSZ><SocialeStatuten/></Persoon>`, asked),
      { unknown: 'not permitted' },
    ],
    [
      'with one code for all',
      (asked) =>
        told(`<Persoon><INSZ>${person}</INSZ><Status><Code>SSH00048</Code><Waarde/></Status></Persoon>`, asked),
      { unknown: 'not found', code: 'SSH00048' },
    ],
  ])('%s', async (_, body, expected) => {
    await failing((asked) => ({ body: body(asked) }))
    expect(await ask(over(server), increasedReimbursement, person)).toEqual(expected)
  })
  it('fits with a zone behind its days, and with space around its codes', async () => {
    await failing((asked) => ({
      body: status(`<Resultaat><Code> 1 </Code></Resultaat>${period('2026-01-01+01:00', '2026-12-31Z')}`)(asked),
    }))
    expect(await ask(over(server), increasedReimbursement, person)).toEqual({
      value: true,
      validity: { from: '2026-01-01', until: '2027-01-01' },
    })
  })
})

describe('what is busy', () => {
  it('is tried again, and only that', async () => {
    await failing((_, before) => (before < 3 ? { code: '99996' } : undefined))
    expect(await ask(over(server, { retry: { attempts: 4, delay: 1 } }), increasedReimbursement, person)).toEqual({
      value: true,
    })
    expect(server.asked).toHaveLength(4)
    await server.close()
    await failing(() => ({ code: '40006' }))
    await ask(over(server, { retry: { attempts: 4, delay: 1 } }), increasedReimbursement, person)
    expect(server.asked).toHaveLength(2)
  })
  it('is not pressed: so many requests at once', async () => {
    await platform({ delay: 5 })
    const { birthDate: answer } = over(server, { concurrency: 3, register: false })['population-register']
    const subjects = Array.from({ length: 30 }, (_, index) => `person-${testNationalNumber('1985-07-30', index + 1)}`)
    await answer({ fact: birthDate, at: { on: '2026-01-01' }, subjects, purpose })
    expect(server.atOnce()).toBe(3)
  })
})

describe('cancelling', () => {
  it('rejects, at once', async () => {
    await platform({ delay: 60_000 })
    const started = Date.now()
    const asking = ask(over(server), birthDate, person, { on: '2026-01-01' }, AbortSignal.timeout(50))
    await expect(asking).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(Date.now() - started).toBeLessThan(5_000)
  })
  it('rejects while it waits to try again', async () => {
    await failing(() => ({ code: '99996' }))
    const connectors = over(server, { retry: { attempts: 4, delay: 60_000 } })
    const asking = ask(connectors, birthDate, person, { on: '2026-01-01' }, AbortSignal.timeout(100))
    await expect(asking).rejects.toMatchObject({ name: 'TimeoutError' })
  })
  it('leaves alone who asked the same request', async () => {
    await platform({ delay: 50 })
    const connectors = over(server)
    const cancelled = new AbortController()
    const one = ask(connectors, increasedReimbursement, person, { on: '2026-01-01' }, cancelled.signal)
    const two = ask(connectors, livingWage, person, { on: '2026-01-01' })
    setTimeout(() => cancelled.abort(), 20)
    await expect(one).rejects.toMatchObject({ name: 'AbortError' })
    expect(await two).toEqual({ value: false })
  })
})

describe('the log', () => {
  it('is told what becomes of each request, and no number', async () => {
    const logged: RequestLogged[] = []
    await failing(({ service }, before) => {
      if (service === 'GeefPersoon') return { code: '30001' }
      return before < 2 ? { status: 503 } : undefined
    })
    const hidden = { of: () => 'p1', reveal: () => person }
    const connectors = over(server, {
      log: (event) => logged.push(event),
      pseudonyms: hidden,
      retry: { attempts: 2, delay: 1 },
    })
    const batch = { at: { on: '2026-01-01' }, subjects: ['p1'], purpose } as const
    await connectors['social-security'].livingWage({ ...batch, fact: livingWage })
    await connectors['population-register'].birthDate({ ...batch, fact: birthDate })
    expect(logged.map(({ service, outcome, code }) => [service, outcome, ...(code ? [code] : [])])).toEqual([
      ['RegistreerInschrijving', 'requested'],
      ['RegistreerInschrijving', 'succeeded'],
      ['GeefSociaalStatuut', 'requested'],
      ['GeefSociaalStatuut', 'unanswered', 'HTTP 503'],
      ['GeefSociaalStatuut', 'requested'],
      ['GeefSociaalStatuut', 'succeeded'],
      ['GeefPersoon', 'requested'],
      ['GeefPersoon', 'failed', '30001'],
    ])
    expect(JSON.stringify(logged)).not.toContain(person)
  })
})

describe('signing and sending', () => {
  it("are the caller's where given", async () => {
    await platform({})
    const sent: string[] = []
    const connectors = over(server, {
      endpoint: undefined as never,
      sign: async (envelope) => envelope.replace('<soapenv:Header/>', '<soapenv:Header><signature/></soapenv:Header>'),
      send: async ({ envelope }) => {
        sent.push(envelope)
        const response = await fetch(server.endpoint, { method: 'POST', body: envelope })
        return { status: response.status, body: await response.text() }
      },
    })
    expect(await ask(connectors, birthDate, person)).toEqual({ value: '1985-07-30' })
    expect(sent.every((envelope) => envelope.includes('<signature/>'))).toBe(true)
  })
})
