import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
// By its shape only: that package is above this one.
import type { Channel } from '@vanzelf/delivery'
import { type Failure, type Loopback, loopbackMagda, type Question } from '@vanzelf/testing/magda'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type LowEmissionZoneOptions, lowEmissionZone, type Platform, type RequestLogged } from '../src/index.ts'
import { readablePlates } from './vehicles-over-rest.ts'

const schemas = fileURLToPath(new URL('../../../../shared/magda-mock/schemas', import.meta.url))
const missing = !existsSync(schemas)
if (missing) console.warn('exemptions are not validated: the schemas of the platform are not beside this checkout')

let server: Loopback
const bodies: string[] = []
afterEach(() => server.close())

async function platform(fail?: (question: Question, before: number) => Failure | undefined): Promise<void> {
  server = await loopbackMagda({ city: { resident: () => undefined } }, fail && { fail })
}

type Changed = Partial<Omit<LowEmissionZoneOptions, keyof Platform>> & { readonly send?: Platform['send'] }
const over = (options: Changed = {}) =>
  lowEmissionZone({
    send: sent,
    sender: { uri: 'exampleville.be/lez-aip', hoedanigheid: 'ipdc3' },
    source: 'Exampleville & environs',
    reason: 'disability',
    purpose: { basis: 'authorisation 2026/5', asker: 'Exampleville' },
    plates: readablePlates,
    vehicles: (batch) => batch.map(() => ({ vehicle: 'vehicle-1ABC123' })),
    ...options,
  } as LowEmissionZoneOptions)

async function sent({ envelope }: { readonly envelope: string }) {
  const response = await fetch(server.endpoint, { method: 'POST', body: envelope })
  const body = await response.text()
  bodies.push(envelope, body)
  return { status: response.status, body }
}

const grant = (id: string, period: object = { from: '2026-04-01', until: '2031-04-01' }) =>
  ({
    id,
    policy: 'exampleville/lez',
    recipient: 'p1',
    benefit: { kind: 'status', label: { nl: 'vrij' } },
    period,
  }) as never
const services = () => server.asked.map(({ service }) => service.replace('LEZGegevens', ''))
const receipt = (reference: string) => JSON.stringify(['vehicle-1ABC123', 'BE', reference])
const first = { outcome: 'delivered', receipt: receipt('lez-1') }

describe('an exemption', () => {
  it('is registered, once, and removed, once', async () => {
    await platform()
    const channel: Channel = over()
    expect(await channel.deliver([grant('g1')])).toEqual([first])
    expect(services()).toEqual(['Geef', 'Registreer', 'Geef'])
    expect(await channel.deliver([grant('g1')])).toEqual([{ ...first, outcome: 'already delivered' }])
    expect(await channel.withdraw([{ delivery: grant('g1'), receipt: first.receipt }])).toEqual([
      { outcome: 'withdrawn' },
    ])
    expect(await channel.withdraw([{ delivery: grant('g1'), receipt: first.receipt }])).toEqual([
      { outcome: 'already withdrawn' },
    ])
    expect(await channel.deliver([grant('g1')])).toEqual([{ outcome: 'delivered', receipt: receipt('lez-2') }])
  })
  it('says its days with the last one included, or without end', async () => {
    await platform()
    await over().deliver([
      grant('g1'),
      grant('g2', { from: '2026-05-01', until: null }),
      grant('g3', { from: '2026-06-01', until: '9999-12-31' }),
    ])
    const [one, other, third] = server.asked.filter(({ service }) => service === 'RegistreerLEZGegevens')
    expect(one?.envelope).toContain('<Periode><Begin>2026-04-01</Begin><Einde>2031-03-31</Einde></Periode>')
    expect(other?.envelope).toContain('<Periode><Begin>2026-05-01</Begin></Periode>')
    expect(third?.envelope).toContain('<Periode><Begin>2026-06-01</Begin></Periode>')
  })
  it('that is handed over twice at once is registered once', async () => {
    await platform()
    const channel = over()
    const outcomes = await Promise.all([channel.deliver([grant('g1'), grant('g1')]), channel.deliver([grant('g1')])])
    expect(outcomes.flat().map(({ outcome }) => outcome)).toEqual([
      'delivered',
      'already delivered',
      'already delivered',
    ])
    expect(services().filter((service) => service === 'Registreer')).toHaveLength(1)
  })
  it('is told from those with other days, another reason or of another source', async () => {
    await platform()
    await over({ source: 'Elsewhere' }).deliver([grant('g1')])
    await over({ reason: ({ id }) => `reason of ${id}` }).deliver([grant('g1')])
    const outcomes = await over().deliver([grant('g1'), grant('g1', { from: '2026-04-01', until: '2031-04-02' })])
    expect(outcomes).toEqual([
      { outcome: 'delivered', receipt: receipt('lez-3') },
      { outcome: 'delivered', receipt: receipt('lez-4') },
    ])
    const elsewhere = await over().withdraw([{ delivery: grant('g1'), receipt: receipt('lez-1') }])
    expect(elsewhere).toEqual([{ outcome: 'already withdrawn' }])
  })
  it('whose registration stayed without answer is found when it is handed over again', async () => {
    await platform()
    let isCut = true
    const send: Platform['send'] = async (message) => {
      const answer = await sent(message)
      if (message.service === 'RegistreerLEZGegevens' && isCut) throw new Error('the connection was cut')
      return answer
    }
    const channel = over({ send })
    expect(await channel.deliver([grant('g1')])).toEqual([{ outcome: 'to retry', why: 'unavailable' }])
    isCut = false
    expect(await channel.deliver([grant('g1')])).toEqual([{ ...first, outcome: 'already delivered' }])
    expect(services()).toEqual(['Geef', 'Registreer', 'Geef'])
  })
  it('that another process registered again, before the register showed it, ends alone', async () => {
    await platform((_, before) => (before < 6 && before % 3 !== 1 ? { code: '30001' } : undefined))
    const waits = [{ outcome: 'to retry', why: 'not-shown-yet' }]
    expect(await over().deliver([grant('g1')])).toEqual(waits)
    expect(await over().deliver([grant('g1')])).toEqual(waits)
    const ended = async (reference: string) => {
      const [outcome] = await over().withdraw([{ delivery: grant('g1'), receipt: receipt(reference) }])
      return outcome?.outcome
    }
    expect(await ended('lez-2')).toBe('withdrawn')
    expect(await ended('lez-2')).toBe('already withdrawn')
    expect(await over().deliver([grant('g1')])).toEqual([{ ...first, outcome: 'already delivered' }])
    expect(await ended('lez-1')).toBe('withdrawn')
  })
  it('without end is the same when the register ends it on the last day of the calendar', async () => {
    await platform((question) => ({
      body: `<m:GeefLEZGegevensResponse xmlns:m="http://webservice.geeflezgegevensdienst-02_00.milieu-02_00.vip.vlaanderen.be"><Repliek><Antwoorden><Antwoord><Referte>${question.reference}</Referte><Inhoud><LEZGegevens><Nummerplaat>1ABC123</Nummerplaat><LandISOCode>BE</LandISOCode><Vrijstellingen><Vrijstelling><Reden>disability</Reden><Periode><Begin>2026-04-01</Begin><Einde>9999-12-31</Einde></Periode><Bron>Exampleville &amp; environs</Bron><Referte>lez-7</Referte></Vrijstelling></Vrijstellingen></LEZGegevens></Inhoud></Antwoord></Antwoorden></Repliek></m:GeefLEZGegevensResponse>`,
    }))
    for (const until of [null, '9999-12-31']) {
      const outcomes = await over().deliver([grant('g1', { from: '2026-04-01', until })])
      expect(outcomes).toEqual([{ outcome: 'already delivered', receipt: receipt('lez-7') }])
    }
  })
  it('that is not shown at once is not registered again', async () => {
    await platform((_, before) => (before === 0 || before === 2 || before === 3 ? { code: '30001' } : undefined))
    let now = new Date('2026-04-01T10:00:00Z')
    const channel = over({ now: () => now })
    const waits = [{ outcome: 'to retry', why: 'not-shown-yet' }]
    expect(await channel.deliver([grant('g1')])).toEqual(waits)
    now = new Date('2026-06-01T10:00:00Z')
    expect(await channel.deliver([grant('g1')])).toEqual(waits)
    expect(await channel.deliver([grant('g1')])).toEqual([{ ...first, outcome: 'already delivered' }])
    expect(services()).toEqual(['Geef', 'Registreer', 'Geef', 'Geef', 'Geef'])
  })
})

describe('an exemption of which it is in doubt whether it was registered', () => {
  const exception = (code: string) => ({
    status: 200,
    body: `<Uitzonderingen><Uitzondering><Identificatie>${code}</Identificatie><Type>FOUT</Type></Uitzondering></Uitzonderingen>`,
  })
  /** Registers, and answers something else about it. */
  const answering =
    (reply: () => { readonly status: number; readonly body: string }): Platform['send'] =>
    async (message) => {
      const answer = await sent(message)
      return message.service === 'RegistreerLEZGegevens' ? reply() : answer
    }
  const registrations = () => services().filter((service) => service === 'Registreer').length

  it.each([
    ['a source whose answer was not understood', exception('60007'), 'in-doubt-60007'],
    ['a business rule', exception('60000'), 'in-doubt-60000'],
    ['a code nobody knows', exception('87654'), 'in-doubt-87654'],
    ['a source that gave no answer', exception('60006'), 'unavailable-60006'],
    ['a failure', { status: 500, body: '' }, 'unavailable-http-500'],
    ['a gateway that waited too long', { status: 504, body: '' }, 'unavailable-http-504'],
    ['what is no answer', { status: 200, body: 'thanks' }, 'in-doubt'],
  ])('by %s is looked for, and found', async (_, reply, why) => {
    await platform()
    const channel = over({ send: answering(() => reply) })
    expect(await channel.deliver([grant('g1')])).toEqual([{ outcome: 'to retry', why }])
    expect(await channel.deliver([grant('g1')])).toEqual([{ ...first, outcome: 'already delivered' }])
    expect(registrations()).toBe(1)
  })
  it('is not registered again while the register does not show it, for a day', async () => {
    await platform((_, before) => (before !== 1 && before < 4 ? { code: '30001' } : undefined))
    let now = new Date('2026-04-01T10:00:00Z')
    const channel = over({ send: answering(() => ({ status: 500, body: '' })), now: () => now })
    await channel.deliver([grant('g1')])
    now = new Date('2026-04-02T09:59:59Z')
    expect(await channel.deliver([grant('g1')])).toEqual([{ outcome: 'to retry', why: 'not-shown-yet' }])
    expect(registrations()).toBe(1)
    now = new Date('2026-04-02T10:00:00Z')
    await channel.deliver([grant('g1')])
    expect(registrations()).toBe(2)
  })
  it('is not registered again after it was cancelled on its way', async () => {
    await platform((_, before) => (before !== 1 && before < 3 ? { code: '30001' } : undefined))
    const controller = new AbortController()
    const send: Platform['send'] = async (message, signal) => {
      const answer = await sent(message)
      if (message.service === 'RegistreerLEZGegevens') controller.abort()
      signal.throwIfAborted()
      return answer
    }
    const channel = over({ send })
    await expect(channel.deliver([grant('g1')], controller.signal)).rejects.toThrow()
    expect(await channel.deliver([grant('g1')])).toEqual([{ outcome: 'to retry', why: 'not-shown-yet' }])
    expect(await channel.deliver([grant('g1')])).toEqual([{ ...first, outcome: 'already delivered' }])
    expect(registrations()).toBe(1)
  })
  it('is none of what was cancelled before it went out: the next try registers', async () => {
    await platform()
    const controller = new AbortController()
    const send: Platform['send'] = async (message) => {
      const answer = await sent(message)
      controller.abort()
      return answer
    }
    const channel = over({ send })
    await expect(channel.deliver([grant('g1')], controller.signal)).rejects.toThrow()
    expect(services()).toEqual(['Geef'])
    expect(await channel.deliver([grant('g1')])).toEqual([first])
  })
  it.each([
    ['that could not be connected to', () => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' }))],
    ['that lets nothing in', async () => ({ status: 503, body: '' })],
    ['that says that it is too busy', async () => exception('99996')],
    ['that says that it was asked wrongly', async () => exception('20003')],
  ] as const)('is none of a platform %s: the next try registers', async (_, refusing) => {
    await platform()
    let refuses = true
    const channel = over({
      send: (message) => (refuses && message.service === 'RegistreerLEZGegevens' ? refusing() : sent(message)),
    })
    await channel.deliver([grant('g1')])
    refuses = false
    expect(await channel.deliver([grant('g1')])).toEqual([first])
  })
  it('is none of what was removed: it is removed at the next try, or found to be', async () => {
    await platform()
    const doubtful: Platform['send'] = async (message) => {
      const answer = await sent(message)
      return message.service === 'VerwijderLEZGegevens' ? exception('60000') : answer
    }
    const channel = over({ send: doubtful })
    const [delivered] = await channel.deliver([grant('g1')])
    expect(delivered).toEqual(first)
    const withdrawal = { delivery: grant('g1'), receipt: first.receipt }
    expect(await channel.withdraw([withdrawal])).toEqual([{ outcome: 'to retry', why: 'in-doubt-60000' }])
    expect(await channel.withdraw([withdrawal])).toEqual([{ outcome: 'already withdrawn' }])
  })
})

describe('what goes wrong is an outcome', () => {
  const refused = (why: string) => ({ outcome: 'refused', why })
  const toRetry = (why: string) => ({ outcome: 'to retry', why })

  it.each<[string, Failure, object]>([
    ['busy', { code: '99996' }, toRetry('unavailable-99996')],
    ['a failure', { status: 503 }, toRetry('unavailable-http-503')],
    ['a cut connection', 'cut', toRetry('unavailable')],
    ['no right', { code: '13202' }, refused('not-permitted-13202')],
    ['a wrong question', { code: '20003' }, refused('in-doubt-20003')],
    ['what cannot be read', { body: 'busy, call again' }, toRetry('in-doubt')],
  ])('%s', async (_, failure, expected) => {
    for (const failing of ['GeefLEZGegevens', 'RegistreerLEZGegevens']) {
      await platform(({ service }) => (service === failing ? failure : undefined))
      expect(await over().deliver([grant('g1')])).toEqual([expected])
      await server.close()
    }
    await platform()
    const delivered = await over().deliver([grant('g1')])
    expect(delivered).toEqual([first])
    await server.close()
    await platform(({ service }) => (service === 'GeefLEZGegevens' ? failure : undefined))
    expect(await over().withdraw([{ delivery: grant('g1'), receipt: first.receipt }])).toEqual([expected])
  })
  it('a result that is no', async () => {
    const no = (service: string, { reference }: Question) =>
      `<m:${service}Response xmlns:m="http://webservice.registreerlezgegevensdienst-02_00.milieu-02_00.vip.vlaanderen.be"><Repliek><Antwoorden><Antwoord><Referte>${reference}</Referte><Inhoud><Resultaat>0</Resultaat></Inhoud></Antwoord></Antwoorden></Repliek></m:${service}Response>`
    await platform((question) =>
      question.service === 'RegistreerLEZGegevens' ? { body: no('RegistreerLEZGegevens', question) } : undefined,
    )
    expect(await over().deliver([grant('g1')])).toEqual([refused('not-registered')])
  })
  it.each<[string, Changed, object]>([
    ['no vehicle', { vehicles: () => [undefined] }, refused('vehicle-unknown')],
    ['a vehicle nobody knows', { vehicles: () => [{ vehicle: 'x' }] }, refused('vehicle-unknown')],
    ['a plate that is none', { vehicles: () => [{ vehicle: 'vehicle-<all>' }] }, refused('bad-plate')],
    ['no country', { vehicles: () => [{ vehicle: 'vehicle-1A', country: 'Belgium' }] }, refused('bad-country')],
    ['no vehicles at all', { vehicles: () => Promise.reject(new Error('1ABC123')) }, toRetry('vehicles-unavailable')],
  ])('%s: nothing is asked', async (_, options, expected) => {
    await platform()
    expect(await over(options).deliver([grant('g1')])).toEqual([expected])
    expect(server.asked).toHaveLength(0)
  })
  it.each<[string, () => string]>([
    ['is empty', () => ''],
    ['has white space around it', () => ' disability'],
    ['is too long', () => 'x'.repeat(121)],
    ['is none', () => undefined as never],
    [
      'is thrown',
      () => {
        throw new Error('1ABC123')
      },
    ],
  ])('a reason that %s: of that grant alone', async (_, bad) => {
    await platform()
    const channel = over({ reason: ({ id }) => (id === 'g1' ? bad() : 'disability') })
    expect(await channel.deliver([grant('g1'), grant('g2')])).toEqual([refused('bad-reason'), first])
  })
  it.each([
    { from: '2026-04-31', until: null },
    { from: '2026-04-01', until: '2026-04-01' },
    { from: '2026-04-01', until: 'later' },
  ])('a period that is none: %o', async (period) => {
    await platform()
    expect(await over().deliver([grant('g1', period)])).toEqual([refused('bad-period')])
  })
  it.each(['lez-1', '{}', '["a"]', '[1,2,3]'])('a receipt that is not ours: %s', async (receipt) => {
    await platform()
    expect(await over().withdraw([{ delivery: grant('g1'), receipt }])).toEqual([refused('receipt-unknown')])
  })
  it('is logged without plate', async () => {
    const logged: RequestLogged[] = []
    await platform()
    await over({ log: (event) => logged.push(event) }).deliver([grant('g1')])
    expect(logged).toHaveLength(6)
    expect(logged[0]).toMatchObject({ subject: 'p1', policy: 'exampleville/lez' })
    expect(JSON.stringify(logged)).not.toContain('1ABC123')
  })
})

describe('a channel is not made', () => {
  it.each<[string, Changed]>([
    ['no-legal-basis', { purpose: { basis: ' ', asker: 'Exampleville' } }],
    ['bad-option', { source: '' }],
    ['bad-option', { reason: 'x'.repeat(121) }],
  ])('%s', async (code, options) => {
    await platform()
    expect(() => over(options)).toThrow(expect.objectContaining({ code }))
  })
  it('nor goes on where vehicles are not answered one for one', async () => {
    await platform()
    await expect(over({ vehicles: () => [] }).deliver([grant('g1')])).rejects.toMatchObject({ code: 'answers-missing' })
  })
  it('stops when it is cancelled', async () => {
    await platform()
    await expect(over().deliver([grant('g1')], AbortSignal.abort())).rejects.toThrow()
  })
})

afterAll(() => {
  bodies.length = 0
})
describe.skipIf(missing)('requests and the answers of the loopback server fit their schemas', () => {
  it.each(['Geef', 'Registreer', 'Verwijder'])('%sLEZGegevens', async (verb) => {
    await platform()
    bodies.length = 0
    const channel = over({ vehicles: (batch) => batch.map(() => ({ vehicle: 'vehicle-W-ÄB 12', country: 'DE' })) })
    const outcomes = await channel.deliver([grant('g1'), grant('g2', { from: '2026-05-01', until: null })])
    const [one] = outcomes
    await channel.withdraw([{ delivery: grant('g1'), receipt: one && 'receipt' in one ? one.receipt : '' }])
    xmlRegisterFsInputProviders()
    for (const kind of ['', 'Response']) {
      const name = `${verb}LEZGegevens${kind}`
      const location = `${schemas}/Milieu.${verb}LEZGegevensDienst-02.00/WebService/${name}.xsd`
      const ours = bodies.filter((body) => body.includes(`:${name} `))
      expect(ours.length).toBeGreaterThanOrEqual(1)
      const schema = XmlDocument.fromString(readFileSync(location, 'utf8'), { url: location })
      const validator = XsdValidator.fromDoc(schema)
      for (const body of ours) {
        const inner = body.slice(body.indexOf('Body>') + 5, body.lastIndexOf('</soapenv:Body>'))
        const document = XmlDocument.fromString(inner)
        expect(() => validator.validate(document)).not.toThrow()
        document.dispose()
      }
      validator.dispose()
      schema.dispose()
    }
  })
})
