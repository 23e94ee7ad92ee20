import { afterEach, describe, expect, it } from 'vitest'
import { testNationalNumber } from '../city/national-number.ts'
import { type LoopbackUitpas, type LoopbackUitpasOptions, loopbackUitpas } from './loopback.ts'
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

async function started(options: LoopbackUitpasOptions = {}) {
  platform = await loopbackUitpas({ passholders: [anna], now: () => new Date('2026-03-02T09:00:00Z'), ...options })
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

describe('a registration at a loopback UiTPAS platform', () => {
  const { id: _, memberships: __, more: ___, ...own } = anna
  const whole = {
    ...own,
    inszNumber: testNationalNumber('1990-01-01', 2),
    registrationOrganizer: { id: 'counter-1' },
    registrationCardSystemId: 1,
    registrationCardType: 'DIGITAL',
    legalTermsPaper: true,
    optInPreferences: { serviceMails: true, milestoneMails: false, infoMails: false, sms: false, post: false },
  }
  const atCounter = async (more: LoopbackUitpasOptions = {}) => {
    const ask = await started({
      organizers: ['counter-1'],
      cardSystems: [{ id: 1, postalCodes: ['9000'] }],
      cards: [{ uitpasNumber: '0930000000001' }, { uitpasNumber: '0930000000002', socialTariff: true }],
      ...more,
    })
    return (body: object) => ask('/passholders', { method: 'POST', body: JSON.stringify(body) })
  }

  it('tells the passholder it made, and nobody what was consented to', async () => {
    const register = await atCounter()
    const reply = await register(whole)
    expect(reply.status).toBe(200)
    const told = await reply.json()
    expect(told).toMatchObject({ id: 'registered-2', inszNumber: whole.inszNumber, cardSystemMemberships: [{}] })
    expect(JSON.stringify(told)).not.toMatch(/legal|consent|registrationCard/i)
    expect(platform.passholders()[1]?.consent).toEqual({ legalTerms: ['on paper'], parental: false })
  })

  it.each([
    ['invalid-data', { legalTermsPaper: undefined }],
    ['invalid-data', { legalTermsPaper: false, legalTermsDigital: false }],
    ['invalid-data', { legalTermsPaper: 'yes' }],
    ['invalid-data', { dateOfBirth: '2008-03-03' }],
    ['invalid-data', { dateOfBirth: '2008-03-03', parentalConsent: false }],
    ['invalid-data', { optInPreferences: undefined }],
    ['invalid-data', { optInPreferences: { serviceMails: true } }],
    ['invalid-data', { name: undefined }],
    ['invalid-data', { firstName: undefined }],
    ['invalid-data', { dateOfBirth: undefined }],
    ['invalid-data', { address: { street: 'Kouter 1' } }],
    ['invalid-data', { registrationCardType: undefined }],
    ['invalid-data', { registrationCardType: 'NFC_CARD' }],
    ['invalid-card-status', { registrationCardType: 'NFC_CARD', registrationUitpasNumber: '0930000000009' }],
    ['invalid-insz-number', { inszNumber: '12' }],
    ['organizer-not-found', { registrationOrganizer: { id: 'counter-9' } }],
    ['cardsystem-not-found', { registrationCardSystemId: 9 }],
  ])('is refused with problem details: %s, for %j', async (type, wrong) => {
    const register = await atCounter()
    const reply = await register({ ...whole, ...wrong })
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(await reply.json()).toMatchObject({ status: 400, type: expect.stringMatching(new RegExp(`/${type}$`)) })
    expect(platform.passholders()).toEqual([anna])
  })

  it('of a minor wants the consent of a parent', async () => {
    const register = await atCounter()
    expect((await register({ ...whole, dateOfBirth: '2008-03-03', parentalConsent: true })).status).toBe(200)
  })

  it('is a conflict for who is a passholder already', async () => {
    const register = await atCounter()
    expect((await register({ ...whole, inszNumber })).status).toBe(409)
  })

  it('takes a card once, and a card for the reduced rate gives it until 30 April of the next year', async () => {
    const register = await atCounter()
    const card = (registrationUitpasNumber: string, sequence: number) =>
      register({
        ...whole,
        registrationCardType: 'NFC_CARD',
        registrationUitpasNumber,
        inszNumber: testNationalNumber('1990-01-01', sequence),
      })
    expect((await card('0930000000001', 2)).status).toBe(200)
    expect((await card('0930000000001', 4)).status).toBe(400)
    expect((await card('0930000000002', 4)).status).toBe(200)
    expect(platform.passholders().map(({ memberships: [membership] }) => membership?.tariffUntil)).toEqual([
      '2026-02-15',
      undefined,
      '2027-04-30',
    ])
  })

  it('may be carried out and its answer lost', async () => {
    const register = await atCounter({ failAfter: ({ method }) => (method === 'POST' ? { status: 502 } : undefined) })
    expect((await register(whole)).status).toBe(502)
    expect(platform.passholders()).toHaveLength(2)
  })
})
