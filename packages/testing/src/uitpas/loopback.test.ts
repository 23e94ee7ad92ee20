import { afterEach, describe, expect, it } from 'vitest'
import { testNationalNumber } from '../city/national-number.ts'
import { type LoopbackUitpas, loopbackUitpas } from './loopback.ts'
import type { UitpasPassholder } from './passholders.ts'

const inszNumber = testNationalNumber('1985-07-30', 33)
const anna: UitpasPassholder = {
  id: 'h1',
  name: 'Peeters',
  firstName: 'Anna',
  dateOfBirth: '1985-07-30',
  inszNumber,
  address: { street: 'Kouter 1', postalCode: '9000', city: 'Gent' },
  memberships: [{ cardSystemId: 1, postalCodes: ['9000'], tariffUntil: '2026-02-15' }],
  more: { email: 'anna@example.org' },
}
let platform: LoopbackUitpas
afterEach(() => platform.close())

async function started() {
  platform = await loopbackUitpas({ passholders: [anna], now: () => new Date('2026-03-02T09:00:00Z') })
  const { endpoint, client } = platform
  const { clientId: client_id, clientSecret: client_secret } = client
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
  const reply = await fetch(client.tokenEndpoint, { method: 'POST', body })
  const { access_token } = (await reply.json()) as { readonly access_token: string }
  return (path: string, init: { method?: string; body?: string } = {}) =>
    fetch(`${endpoint}${path}`, { ...init, headers: { authorization: `Bearer ${access_token}` } })
}

describe('a loopback UiTPAS platform', () => {
  it('is found by national number, and tells a rate in its days of grace as active', async () => {
    const ask = await started()
    expect(await (await ask(`/passholders?inszNumber=${inszNumber}`)).json()).toMatchObject({ totalItems: 1 })
    expect(await (await ask('/passholders/h1')).json()).toMatchObject({
      email: 'anna@example.org',
      cardSystemMemberships: [
        { socialTariff: { status: 'ACTIVE', inGracePeriod: true, endDate: '2026-02-15T22:59:59Z' } },
      ],
    })
  })

  it('clears what a write leaves out', async () => {
    const ask = await started()
    const { memberships: _, more: __, id: ___, ...own } = anna
    expect((await ask('/passholders/h1', { method: 'PUT', body: JSON.stringify(own) })).status).toBe(204)
    const [left] = platform.passholders()
    expect(left).not.toHaveProperty('more')
    expect(left?.memberships).toEqual([{ cardSystemId: 1, postalCodes: ['9000'] }])
  })

  it('lets nobody with a reduced rate leave the region, and refuses what lacks a field', async () => {
    const ask = await started()
    const put = (body: object) => ask('/passholders/h1', { method: 'PUT', body: JSON.stringify(body) })
    const moved = await put({ ...anna, address: { ...anna.address, postalCode: '8400' } })
    expect(await moved.json()).toMatchObject({ status: 400, type: expect.stringMatching(/invalid-city$/) })
    expect(await (await put({ name: 'Peeters' })).json()).toMatchObject({
      type: expect.stringMatching(/invalid-data$/),
    })
  })

  it('accepts no token that it withdrew', async () => {
    const ask = await started()
    platform.revoke()
    expect((await ask('/passholders/h1')).status).toBe(401)
  })
})
