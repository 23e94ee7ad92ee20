import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { type LoopbackRest, type LoopbackRestOptions, loopbackMagdaRest } from '@vanzelf/testing/magda'
import { afterEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type MagdaRestOptions, magdaRest, type OAuthClient, type RequestLogged } from '../src/index.ts'
import { purpose } from './asking.ts'

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const { privateKey, publicKey } = pair()
const clients = { exampleville: publicKey.export({ type: 'spki', format: 'pem' }).toString() }

const registrations = {
  name: 'registrations',
  version: 'v1',
  path: '/v1/mobility/registrations',
  query: (plateNr: string) => ({ plateNr }),
  shape: z.object({ items: z.array(z.object({ plate: z.string() })) }),
}
const found = { body: { items: [{ plate: '1ABC123' }] } }
const known = { content: { items: [{ plate: '1ABC123' }] } }

let server: LoopbackRest
afterEach(() => server.close())
async function platform(options: Partial<LoopbackRestOptions> = {}): Promise<void> {
  server = await loopbackMagdaRest({ clients, answer: () => found, expiresIn: 3600, ...options })
}
interface Changed extends Omit<Partial<MagdaRestOptions>, 'oauth'> {
  readonly oauth?: Partial<OAuthClient>
}
const over = ({ oauth, ...options }: Changed = {}) =>
  magdaRest({
    endpoint: server.endpoint,
    sender: { uri: 'exampleville.be/lez', hoedanigheid: 'ipdc3' },
    retry: { attempts: 1, delay: 1 },
    ...options,
    oauth: { tokenEndpoint: server.tokenEndpoint, clientId: 'exampleville', key: privateKey, ...oauth },
  })
const asking = (signal = new AbortController().signal) => ({ subject: 'vehicle-1', purpose, signal })
const ask = (rest = over(), signal?: AbortSignal) => rest(registrations, '1ABC123', asking(signal))
const refused = (unknown: string, code?: string) => ({
  refusal: { unknown, ...(code !== undefined && { code }) },
  passing: unknown === 'unavailable',
})

describe('a question over REST', () => {
  it('says who asks, in what capacity, under a reference of its own', async () => {
    await platform()
    expect(await ask(over({ reference: () => 'reference-1' }))).toEqual(known)
    expect(server.asked).toEqual([
      {
        path: '/v1/mobility/registrations',
        query: { plateNr: '1ABC123' },
        correlation: 'reference-1',
        sender: { uri: 'exampleville.be/lez', hoedanigheid: 'ipdc3' },
      },
    ])
  })
  it('names the person on whose behalf it is, where there is one', async () => {
    await platform()
    await ask(over({ endUser: ({ asker }) => `somebody of ${asker}` }))
    expect(server.asked[0]).toMatchObject({ endUser: 'somebody of Exampleville' })
  })
  it('is logged with its outcome, without what it asks', async () => {
    const logged: RequestLogged[] = []
    await platform({ answer: ({ correlation }) => (correlation === 'r1' ? found : { status: 204 }) })
    let count = 0
    const rest = over({ log: (event) => logged.push(event), reference: () => `r${++count}` })
    await ask(rest)
    await ask(rest)
    expect(logged.map(({ outcome, reference, code }) => [outcome, reference, ...(code ? [code] : [])])).toEqual([
      ['requested', 'r1'],
      ['succeeded', 'r1'],
      ['requested', 'r2'],
      ['failed', 'r2', 'HTTP 204'],
    ])
    expect(JSON.stringify(logged)).not.toContain('1ABC123')
  })
})

describe('an answer over REST', () => {
  it.each<[string, ReturnType<LoopbackRestOptions['answer']>, object]>([
    ['no data', { status: 204 }, refused('not found', 'HTTP 204')],
    ['a question that is wrong', { status: 400 }, refused('in doubt', 'HTTP 400')],
    ['a path that is not there', { status: 404 }, refused('in doubt', 'HTTP 404')],
    ['no right', { status: 403 }, refused('not permitted', 'HTTP 403')],
    ['too many questions', { status: 429 }, refused('unavailable', 'HTTP 429')],
    ['a failure', { status: 503 }, refused('unavailable', 'HTTP 503')],
    ['another shape', { body: { things: [] } }, refused('in doubt')],
    ['no JSON', { body: 'busy, call again' }, refused('in doubt')],
    ['a redirection', { status: 302 }, refused('in doubt', 'HTTP 302')],
    ['a cut connection', 'cut', refused('unavailable', 'UND_ERR_SOCKET')],
    ['silence', 'silence', refused('unavailable', 'TimeoutError')],
  ])('of %s', async (_, answer, expected) => {
    await platform({ answer: () => answer })
    expect(await ask(over({ timeout: 300 }))).toEqual(expected)
  })
  it('is waited for again only while that may help', async () => {
    await platform({ answer: () => (server.asked.length < 3 ? { status: 503 } : found) })
    expect(await ask(over({ retry: { attempts: 3, delay: 1 } }))).toEqual(known)
    await server.close()
    await platform({ answer: () => ({ status: 400 }) })
    await ask(over({ retry: { attempts: 3, delay: 1 } }))
    expect(server.asked).toHaveLength(1)
  })
})

describe('an access token', () => {
  it('is asked for once, however many need it at once', async () => {
    await platform({ tokenDelay: 30 })
    const rest = over()
    expect(await Promise.all(Array.from({ length: 20 }, () => ask(rest)))).toEqual(Array(20).fill(known))
    expect(server.tokensAsked()).toBe(1)
  })
  it.each([
    [3569, 1],
    [3570, 2],
    [3600, 2],
  ])('of 3600 seconds: when it is %i seconds old, %i were asked for', async (age, times) => {
    await platform()
    const start = Date.now()
    let later = 0
    const rest = over({ now: () => new Date(start + later) })
    await ask(rest)
    later = age * 1000
    expect(await ask(rest)).toEqual(known)
    expect(server.tokensAsked()).toBe(times)
  })
  it('of which no end is told serves one question', async () => {
    server = await loopbackMagdaRest({ clients, answer: () => found })
    const rest = over()
    expect(await ask(rest)).toEqual(known)
    expect(await ask(rest)).toEqual(known)
    expect(server.tokensAsked()).toBe(2)
  })
  it('that is no longer accepted is replaced, once', async () => {
    await platform()
    const rest = over()
    await ask(rest)
    server.revoke()
    expect(await ask(rest)).toEqual(known)
    expect(server.tokensAsked()).toBe(2)
    await server.close()
    await platform({ answer: () => ({ status: 401 }) })
    expect(await ask()).toEqual(refused('not permitted', 'HTTP 401'))
    expect(server.tokensAsked()).toBe(2)
  })
  it('is granted on a key that was a JWK, and on an elliptic one', async () => {
    const jwk = privateKey.export({ format: 'jwk' })
    await platform()
    expect(await ask(over({ oauth: { key: createPrivateKey({ key: jwk, format: 'jwk' }) } }))).toEqual(known)
    await server.close()
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    await platform({ clients: { exampleville: elliptic.publicKey.export({ type: 'spki', format: 'pem' }).toString() } })
    expect(await ask(over({ oauth: { key: elliptic.privateKey, algorithm: 'ES256' } }))).toEqual(known)
  })
  it.each<[string, () => Partial<OAuthClient>]>([
    ["another's key", () => ({ key: pair().privateKey })],
    ['another client', () => ({ clientId: 'otherville' })],
  ])('is refused to %s', async (_, oauth) => {
    await platform()
    expect(await ask(over({ oauth: oauth() }))).toEqual(refused('not permitted', 'invalid_client'))
    expect(server.asked).toEqual([])
  })
  it('is refused where the assertion is addressed to the endpoint by another name', async () => {
    await platform()
    const tokenEndpoint = server.tokenEndpoint.replace('127.0.0.1', 'localhost')
    expect(await ask(over({ oauth: { tokenEndpoint } }))).toEqual(refused('not permitted', 'invalid_client'))
  })
  it.each([
    [{ status: 503 }, refused('unavailable', 'HTTP 503')],
    [{ status: 400, error: 'invalid_scope' }, refused('not permitted', 'invalid_scope')],
    [{ status: 400, error: 'invalid_request' }, refused('in doubt', 'invalid_request')],
    [{ status: 400, error: 'WHO IS 85673003459' }, refused('in doubt', 'HTTP 400')],
    [{ status: 200, error: 'no token' }, refused('in doubt', 'TokenUnreadable')],
  ])('that does not come, since the server says %o', async (failure, expected) => {
    await platform({ failToken: () => failure })
    expect(await ask()).toEqual(expected)
  })
  it('is asked for again while the server fails', async () => {
    await platform({ failToken: (before) => (before < 2 ? { status: 503 } : undefined) })
    expect(await ask(over({ retry: { attempts: 3, delay: 1 } }))).toEqual(known)
  })
})

describe('cancelling over REST', () => {
  it('rejects, and leaves alone who waits for the same token', async () => {
    await platform({ tokenDelay: 100 })
    const rest = over()
    const one = ask(rest, AbortSignal.timeout(20))
    const two = ask(rest)
    await expect(one).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(await two).toEqual(known)
    expect(server.tokensAsked()).toBe(1)
  })
  it('rejects while an answer is waited for', async () => {
    await platform({ answer: () => 'silence' })
    await expect(ask(over(), AbortSignal.timeout(100))).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})

describe('a platform over REST is not made', () => {
  const made = (options: Partial<MagdaRestOptions>, client: Partial<OAuthClient> = {}) =>
    magdaRest({
      endpoint: 'https://magda.example/rest',
      sender: { uri: 'exampleville.be/lez', hoedanigheid: 'ipdc3' },
      oauth: { tokenEndpoint: 'https://login.example/token', clientId: 'exampleville', key: privateKey, ...client },
      ...options,
    })
  const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey

  it.each<[string, boolean]>([
    ['https://magda.example/rest', true],
    ['http://127.0.0.1:8080/rest', true],
    ['http://localhost:8080', true],
    ['http://[::1]:8080', true],
    ['http://magda.example/rest', false],
    ['http://127.0.0.1.example', false],
    ['http://localhost.example', false],
    ['ftp://127.0.0.1', false],
    ['magda.example', false],
  ])('over %s: %s', (address, isMade) => {
    const error = expect.objectContaining({ code: 'not-https' })
    if (isMade) {
      expect(made({ endpoint: address }, { tokenEndpoint: address })).toBeTypeOf('function')
      return
    }
    expect(() => made({ endpoint: address })).toThrow(error)
    if (URL.canParse(address)) expect(() => made({ endpoint: new URL(address) })).toThrow(error)
    expect(() => made({}, { tokenEndpoint: address })).toThrow(error)
  })
  it.each<[string, Partial<OAuthClient>]>([
    ['a public one', { key: publicKey }],
    ['of RSA, too short', { key: generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey }],
    ['of RSA, for ES256', { algorithm: 'ES256' }],
    ['on a curve, for RS256', { key: ec('P-256') }],
    ['on a curve, for PS256', { key: ec('P-256'), algorithm: 'PS256' }],
    ['on another curve', { key: ec('P-384'), algorithm: 'ES256' }],
    ['of Edwards', { key: generateKeyPairSync('ed25519').privateKey, algorithm: 'ES256' }],
  ])('with a key %s', (_, client) => {
    expect(() => made({}, client)).toThrow(expect.objectContaining({ code: 'key-unfit' }))
  })
  it.each<Partial<OAuthClient>>([
    { algorithm: 'RS256' },
    { algorithm: 'PS256' },
    { key: ec('P-256'), algorithm: 'ES256' },
  ])('but with a key that fits it is: %#', (client) => expect(made({}, client)).toBeTypeOf('function'))
})
