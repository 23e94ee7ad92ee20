import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LoopbackRest, loopbackMagdaRest } from './loopback-rest.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const clients = { exampleville: publicKey.export({ type: 'spki', format: 'pem' }).toString() }

let server: LoopbackRest
beforeEach(async () => {
  server = await loopbackMagdaRest({ clients, answer: () => ({ body: { told: true } }) })
})
afterEach(() => server.close())

interface Claims {
  readonly audience?: string | string[]
  readonly subject?: string
  readonly seconds?: number
}
function assertion({ audience = server.tokenEndpoint, subject = 'exampleville', seconds = 300 }: Claims = {}) {
  const issued = Math.floor(Date.now() / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer('exampleville')
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt(issued)
    .setExpirationTime(issued + seconds)
    .setJti(randomUUID())
    .sign(privateKey)
}
const granted = (client_assertion: string, grant_type = 'client_credentials') =>
  fetch(server.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    }),
  })

describe('a token', () => {
  it('is issued on an assertion, once', async () => {
    const signed = await assertion()
    expect((await granted(signed)).status).toBe(200)
    expect((await granted(signed)).status).toBe(401)
    expect(server.tokensAsked()).toBe(2)
  })
  it('is issued on one that lasts ten minutes, and not a second longer', async () => {
    expect((await granted(await assertion({ seconds: 600 }))).status).toBe(200)
    expect((await granted(await assertion({ seconds: 601 }))).status).toBe(401)
  })
  it.each<[string, Claims]>([
    ['is addressed to another', { audience: 'http://127.0.0.1/token' }],
    ['is about another', { subject: 'otherville' }],
    ['has expired', { seconds: -10 }],
  ])('is not issued on one that %s', async (_, claims) => {
    const reply = await granted(await assertion(claims))
    expect([reply.status, await reply.json()]).toEqual([401, { error: 'invalid_client' }])
  })
  it('is not issued on one that is good elsewhere too, nor for another grant', async () => {
    expect((await granted(await assertion({ audience: [server.tokenEndpoint, 'urn:other'] }))).status).toBe(401)
    expect(await (await granted(await assertion(), 'password')).json()).toEqual({ error: 'unsupported_grant_type' })
  })
})

it('answers who has a token and says who it is', async () => {
  const { access_token: token } = (await (await granted(await assertion())).json()) as { readonly access_token: string }
  const asked = (headers: { readonly [name: string]: string }) =>
    fetch(`${server.endpoint}/v1/anything?a=1`, { headers: { authorization: `Bearer ${token}`, ...headers } })
  const said = {
    'x-correlation-id': 'c1',
    'x-magda-sender-id': 'exampleville.be',
    'x-magda-sender-qualitycode': 'ipdc1',
  }
  expect(await (await asked(said)).json()).toEqual({ told: true })
  for (const header of Object.keys(said)) expect((await asked({ ...said, [header]: '' })).status).toBe(400)
  server.revoke()
  expect((await asked(said)).status).toBe(401)
  expect(server.asked).toHaveLength(1)
})
