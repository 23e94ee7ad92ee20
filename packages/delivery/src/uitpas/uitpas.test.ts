import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { testNationalNumber } from '@vanzelf/testing'
import {
  type LoopbackFailure,
  type LoopbackUitpas,
  type LoopbackUitpasOptions,
  loopbackUitpas,
  type UitpasMembership,
  type UitpasPassholder,
} from '@vanzelf/testing/uitpas'
import { afterEach, describe, expect, it } from 'vitest'
import type { Delivery } from '../delivery.ts'
import { type UitpasOptions, uitpas } from './uitpas.ts'

const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
const numberOf = (sequence: number) => testNationalNumber('1985-07-30', sequence)
const TODAY = '2026-03-02'
let today = TODAY
const now = () => new Date(`${today}T09:00:00Z`)

const passholder = (
  sequence: number,
  membership: Partial<UitpasMembership> = {},
  more: Partial<UitpasPassholder> = {},
): UitpasPassholder => ({
  id: `h${sequence}`,
  name: 'Peeters',
  firstName: 'Anna',
  dateOfBirth: '1985-07-30',
  inszNumber: numberOf(sequence),
  address: { street: 'Kouter 1', postalCode: '9000', city: 'Gent' },
  memberships: [{ cardSystemId: 1, postalCodes: ['9000', '9050'], ...membership }],
  more: {
    email: 'anna@example.org',
    phoneNumber: '09 000 00 00',
    nationality: 'Belg',
    optInPreferences: { serviceMails: true, infoMails: false, milestoneMails: false, sms: false, post: true },
    aFieldOfTomorrow: [1, 2],
  },
  ...more,
})
const grant = (sequence: number, more: Partial<Delivery> = {}): Delivery => ({
  id: `grant-${sequence}`,
  policy: 'ghent/uitpas-reduced-rate',
  recipient: people.of(numberOf(sequence)),
  benefit: { kind: 'status', what: { nl: 'kansentarief', en: 'reduced rate' } },
  period: { from: '2026-03-01', until: '2027-05-01' },
  ...more,
})

let platform: LoopbackUitpas | undefined
afterEach(async () => {
  await platform?.close()
  platform = undefined
  today = TODAY
})
async function started(options: LoopbackUitpasOptions, more: Partial<UitpasOptions> = {}) {
  platform = await loopbackUitpas({ now, ...options })
  const { endpoint, client } = platform
  const channel = uitpas({
    endpoint,
    client,
    cardSystemId: 1,
    pseudonyms: people,
    perSecond: 1000,
    attempts: 2,
    delay: 1,
    timeout: 1000,
    now,
    ...more,
  })
  return { platform, channel }
}
const writes = ({ asked }: LoopbackUitpas) => asked.filter(({ method }) => method === 'PUT')

describe('a reduced rate', () => {
  it.each([
    ['none', {}, 'delivered'],
    ['one that ends before', { tariffUntil: '2026-04-30' }, 'delivered'],
    ['one in its days of grace', { tariffUntil: '2026-02-15' }, 'delivered'],
    ['one that is over', { tariffUntil: '2025-04-30' }, 'delivered'],
    [
      'one that is over whatever its last day says',
      { tariffUntil: '2027-04-30', tariffStatus: 'EXPIRED' },
      'delivered',
    ],
    ['the same', { tariffUntil: '2027-04-30' }, 'already delivered'],
  ] as const)('is given to who has %s', async (_, membership, outcome) => {
    const before = passholder(1, membership)
    const { platform, channel } = await started({ passholders: [before] })
    const receipt = 'h1/1/2027-04-30'
    expect(await channel.deliver([grant(1)])).toEqual([{ outcome, receipt }])
    expect(writes(platform)).toHaveLength(outcome === 'delivered' ? 1 : 0)
    // Nothing else of the passholder changed.
    const { tariffStatus: _status, ...kept } = { ...before.memberships[0], tariffUntil: '2027-04-30' }
    expect(platform.passholders()).toEqual([{ ...before, memberships: [kept] }])
    expect(await channel.deliver([grant(1)])).toEqual([{ outcome: 'already delivered', receipt }])
  })

  it('that lasts longer is left as it is, and is not ours to withdraw', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1, { tariffUntil: '2028-04-30' })] })
    const [outcome] = await channel.deliver([grant(1)])
    expect(outcome).toEqual({ outcome: 'already delivered', receipt: 'h1/1/kept' })
    expect(await channel.withdraw([{ delivery: grant(1), receipt: 'h1/1/kept' }])).toEqual([
      { outcome: 'refused', why: 'given-by-others' },
    ])
    expect(writes(platform)).toEqual([])
  })

  it('ends on a day of Belgium, in winter too', async () => {
    const { channel } = await started({ passholders: [passholder(1, { tariffUntil: '2026-12-31' })] })
    const period = { from: '2026-01-01', until: '2027-01-01' }
    expect(await channel.deliver([grant(1, { period })])).toEqual([
      { outcome: 'already delivered', receipt: 'h1/1/2026-12-31' },
    ])
  })

  it('is written without consent that nobody gave here', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1)] })
    await channel.deliver([grant(1)])
    const [{ fields = [] } = {}] = writes(platform)
    expect(fields).toContain('registrationSocialTariffEndDate')
    expect(fields.filter((field) => /legal|consent|points|membership|^id$/i.test(field))).toEqual([])
  })

  it.each([
    ['suspended', { tariffUntil: '2026-04-30', tariffStatus: 'SUSPENDED' }],
    ['suspended', { status: 'SUSPENDED' }],
    ['blocked', { status: 'BLOCKED' }],
    ['tariff-status-unknown', { tariffUntil: '2026-04-30', tariffStatus: 'PAUSED' }],
    ['no-membership', { cardSystemId: 2 }],
    ['tariff-without-end', { tariffStatus: 'ACTIVE' }],
  ] as const)('waits for a person: %s', async (why, membership) => {
    const { platform, channel } = await started({ passholders: [passholder(1, membership)] })
    expect(await channel.deliver([grant(1)])).toEqual([{ outcome: 'prepared', needs: 'a person', why }])
    expect(writes(platform)).toEqual([])
  })

  it('waits for a person where there is no pass, or more than one; nobody is registered', async () => {
    const { platform, channel } = await started({ passholders: [passholder(2), passholder(2, {}, { id: 'twin' })] })
    expect(await channel.deliver([grant(1), grant(2)])).toEqual([
      { outcome: 'prepared', needs: 'a person', why: 'no-passholder' },
      { outcome: 'prepared', needs: 'a person', why: 'several-passholders' },
    ])
    expect(platform.asked.every(({ method }) => method === 'GET')).toBe(true)
  })

  it.each([
    ['recipient-unknown', 'refused', { recipient: 'somebody else' }],
    ['no-last-day', 'refused', { period: { from: '2026-03-01', until: null } }],
    ['period-over', 'refused', { period: { from: '2025-03-01', until: TODAY } }],
    ['not-yet', 'to retry', { period: { from: '2026-03-03', until: '2027-05-01' } }],
    ['nothing-granted', 'refused', { benefit: { kind: 'nothing' } }],
    ['benefit-not-settled', 'refused', { benefit: { kind: 'open', among: [] } }],
  ] as const)('is not asked for: %s', async (why, outcome, more) => {
    const { platform, channel } = await started({ passholders: [passholder(1)] })
    expect(await channel.deliver([grant(1, more)])).toEqual([{ outcome, why }])
    expect(platform.asked).toEqual([])
  })

  it('is given on the last day of a grant and on the first', async () => {
    const { channel } = await started({ passholders: [passholder(1)] })
    const period = { from: TODAY, until: '2026-03-03' }
    expect(await channel.deliver([grant(1, { period })])).toMatchObject([{ outcome: 'delivered' }])
  })

  it('is handed over again where somebody else wrote in between', async () => {
    let times = 0
    const { channel } = await started({
      passholders: [passholder(1)],
      afterWrite: (written) => (times++ === 0 ? passholder(1) : written),
    })
    expect(await channel.deliver([grant(1)])).toEqual([{ outcome: 'to retry', why: 'not-as-written' }])
    expect(await channel.deliver([grant(1)])).toMatchObject([{ outcome: 'delivered' }])
  })

  it('is given once to somebody who is twice in a batch', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1)] })
    const outcomes = await channel.deliver([grant(1), grant(1)])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['delivered', 'already delivered'])
    expect(writes(platform)).toHaveLength(1)
  })

  it('is given once when two calls give it side by side', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1)] })
    const outcomes = await Promise.all([channel.deliver([grant(1)]), channel.deliver([grant(1)])])
    expect(outcomes.flat().map(({ outcome }) => outcome)).toEqual(['delivered', 'already delivered'])
    expect(writes(platform)).toHaveLength(1)
  })

  it('is given whatever became of the call before: one that was cancelled, one that waited', async () => {
    const { platform, channel } = await started(
      { passholders: [passholder(1)], fail: (_, before) => (before === 0 ? 'silence' : undefined) },
      { timeout: 10_000 },
    )
    const [first, second] = [new AbortController(), new AbortController()]
    const cut = expect(channel.deliver([grant(1)], first.signal)).rejects.toMatchObject({ name: 'AbortError' })
    const never = expect(channel.deliver([grant(1)], second.signal)).rejects.toMatchObject({ name: 'AbortError' })
    const last = channel.deliver([grant(1)])
    second.abort()
    setTimeout(() => first.abort(), 50)
    await Promise.all([cut, never])
    expect(await last).toMatchObject([{ outcome: 'delivered' }])
    expect(writes(platform)).toHaveLength(1)
  })

  it('is given to many at once', async () => {
    const sequences = Array.from({ length: 60 }, (_, index) => index + 1)
    const warnings: Error[] = []
    const warn = (warning: Error) => warnings.push(warning)
    process.on('warning', warn)
    const { platform, channel } = await started({ passholders: sequences.map((sequence) => passholder(sequence)) })
    const outcomes = await channel.deliver(sequences.map((sequence) => grant(sequence)))
    process.off('warning', warn)
    expect(outcomes).toEqual(
      sequences.map((sequence) => ({ outcome: 'delivered', receipt: `h${sequence}/1/2027-04-30` })),
    )
    expect(platform.tokensAsked()).toBe(1)
    expect(warnings).toEqual([])
  })
})

describe('a withdrawal', () => {
  const receipt = 'h1/1/2027-04-30'
  const given = (membership: Partial<UitpasMembership> = { tariffUntil: '2027-04-30' }) =>
    started({ passholders: [passholder(1, membership)] })
  const withdrawal = { delivery: grant(1), receipt }

  it('ends the reduced rate today, once, and nothing else', async () => {
    const { platform, channel } = await given()
    expect(await channel.withdraw([withdrawal])).toEqual([{ outcome: 'withdrawn' }])
    expect(platform.passholders()).toEqual([passholder(1, { tariffUntil: TODAY })])
    expect(await channel.withdraw([withdrawal])).toEqual([{ outcome: 'already withdrawn' }])
    expect(writes(platform)).toHaveLength(1)
  })

  it.each([
    ['there is none', {}, { outcome: 'already withdrawn' }],
    ['it is over', { tariffUntil: '2025-04-30' }, { outcome: 'already withdrawn' }],
    ['it is in its days of grace', { tariffUntil: '2026-03-01' }, { outcome: 'already withdrawn' }],
    ['its last day is another', { tariffUntil: '2027-12-31' }, { outcome: 'refused', why: 'changed-since' }],
  ])('where %s', async (_, membership, outcome) => {
    const { platform, channel } = await given(membership)
    expect(await channel.withdraw([withdrawal])).toEqual([outcome])
    expect(writes(platform)).toEqual([])
  })

  it('of a passholder who is gone waits for a person; a receipt of elsewhere is refused', async () => {
    const { channel } = await given()
    expect(await channel.withdraw([{ ...withdrawal, receipt: 'h9/1/2027-04-30' }])).toEqual([
      { outcome: 'prepared', needs: 'a person', why: 'no-passholder' },
    ])
    for (const wrong of ['h1/2/2027-04-30', 'file.csv#a', ''])
      expect(await channel.withdraw([{ ...withdrawal, receipt: wrong }])).toEqual([
        { outcome: 'refused', why: 'receipt-unknown' },
      ])
  })
})

describe('a move', () => {
  const recipient = people.of(numberOf(1))
  const within = { street: 'Brusselsesteenweg 2', postalCode: '9050', city: 'Gent' }
  const beyond = { street: 'Kerkstraat 3', postalCode: '8400', city: 'Oostende' }

  it('within the region keeps the reduced rate', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1, { tariffUntil: '2027-04-30' })] })
    expect(await channel.move([{ recipient, address: within }])).toEqual([{ outcome: 'moved' }])
    expect(platform.passholders()).toEqual([passholder(1, { tariffUntil: '2027-04-30' }, { address: within })])
    expect(await channel.move([{ recipient, address: within }])).toEqual([{ outcome: 'already moved' }])
  })

  it('out of the region ends the reduced rate first, and waits until the API no longer counts it', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1, { tariffUntil: '2027-04-30' })] })
    const move = () => channel.move([{ recipient, address: beyond }])
    expect(await move()).toEqual([{ outcome: 'to retry', why: 'reduced-rate-ending' }])
    expect(platform.passholders()).toEqual([passholder(1, { tariffUntil: TODAY })])
    today = '2026-04-01'
    expect(await move()).toEqual([{ outcome: 'to retry', why: 'reduced-rate-ending' }])
    expect(writes(platform)).toHaveLength(1)
    today = '2026-04-02'
    expect(await move()).toEqual([{ outcome: 'moved' }])
    expect(platform.passholders()).toEqual([passholder(1, {}, { address: beyond })])
  })

  it.each([
    ['within', within],
    ['beyond', beyond],
  ])('of who has a reduced rate without an end waits for a person: %s the region', async (_, address) => {
    const { platform, channel } = await started({ passholders: [passholder(1, { tariffStatus: 'ACTIVE' })] })
    expect(await channel.move([{ recipient, address }])).toEqual([
      { outcome: 'prepared', needs: 'a person', why: 'tariff-without-end' },
    ])
    expect(writes(platform)).toEqual([])
  })

  it('takes turns with a grant to the same person: neither writes back what the other replaced', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1)] })
    const [delivered, moved] = await Promise.all([
      channel.deliver([grant(1)]),
      channel.move([{ recipient, address: within }]),
    ])
    expect(delivered).toMatchObject([{ outcome: 'delivered' }])
    expect(moved).toEqual([{ outcome: 'moved' }])
    expect(platform.passholders()).toEqual([passholder(1, { tariffUntil: '2027-04-30' }, { address: within })])
  })

  it('out of the region is plain for who has no reduced rate', async () => {
    const { channel } = await started({ passholders: [passholder(1)] })
    expect(await channel.move([{ recipient, address: beyond }])).toEqual([{ outcome: 'moved' }])
  })
})

describe('a problem', () => {
  const details = (status: number, type: string): LoopbackFailure => ({ status, type })
  it.each([
    ['a mistake', details(400, 'uitpas/invalid-insz-number'), { outcome: 'refused', why: 'invalid-insz-number' }, 1],
    ['a permission', details(403, 'auth/forbidden'), { outcome: 'refused', why: 'forbidden' }, 1],
    ['a token refused twice', details(401, 'auth/unauthorized'), { outcome: 'to retry', why: 'unauthorized' }, 2],
    ['a conflict', details(409, 'uitpas/conflict'), { outcome: 'to retry', why: 'conflict' }, 1],
    ['an outage', { status: 500, body: '<html>Anna</html>' }, { outcome: 'to retry', why: 'http-500' }, 2],
    ['a type with a value', details(400, 'uitpas/85673003360'), { outcome: 'refused', why: 'http-400' }, 1],
    ['another reply', { status: 200, body: '{"member":"Anna"}' }, { outcome: 'to retry', why: 'reply-unreadable' }, 1],
    ['a cut', 'cut', { outcome: 'to retry', why: 'und-err-socket' }, 2],
    ['silence', 'silence', { outcome: 'to retry', why: 'und-err-headers-timeout' }, 2],
  ] as const)('is an outcome: %s', { timeout: 20_000 }, async (_, failure, outcome, tried) => {
    const { platform, channel } = await started({ passholders: [passholder(1)], fail: () => failure })
    expect(await channel.deliver([grant(1)])).toEqual([outcome])
    expect(platform.asked).toHaveLength(tried)
  })

  it.each([
    ['an outage', { status: 503 }],
    ['a limit that asks no wait', { status: 429, type: 'uitpas/rate-limited', retryAfter: '0' }],
    ['a cut', 'cut'],
  ] as const)('that passes is not seen: %s', async (_, failure) => {
    const { channel } = await started({
      passholders: [passholder(1)],
      fail: (_request, before) => (before % 2 === 0 ? failure : undefined),
    })
    expect(await channel.deliver([grant(1)])).toMatchObject([{ outcome: 'delivered' }])
  })

  it('of too many requests leaves the API alone for as long as it asks', async () => {
    const limited = { status: 429, type: 'uitpas/rate-limited', retryAfter: '120' }
    const { platform, channel } = await started(
      { passholders: [passholder(1), passholder(2)], fail: (_, before) => (before === 0 ? limited : undefined) },
      { concurrency: 1 },
    )
    expect(await channel.deliver([grant(1), grant(2)])).toEqual([
      { outcome: 'to retry', why: 'rate-limited', after: 120_000 },
      { outcome: 'to retry', why: 'rate-limited', after: 120_000 },
    ])
    expect(platform.asked).toHaveLength(1)
    today = '2026-03-03'
    expect(await channel.deliver([grant(1)])).toMatchObject([{ outcome: 'delivered' }])
  })

  it('after a write is to be retried, and then found done', async () => {
    const { channel } = await started({
      passholders: [passholder(1)],
      fail: ({ method }, before) => (before > 2 && before < 5 && method === 'GET' ? { status: 500 } : undefined),
    })
    expect(await channel.deliver([grant(1)])).toMatchObject([{ outcome: 'to retry' }])
    expect(await channel.deliver([grant(1)])).toMatchObject([{ outcome: 'already delivered' }])
  })

  it('of who may not give the reduced rate is refused', async () => {
    const { channel } = await started({ passholders: [passholder(1)], mayGiveTariff: false })
    expect(await channel.deliver([grant(1)])).toEqual([{ outcome: 'refused', why: 'forbidden' }])
  })

  it('is no outcome when cancelled: it rejects', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1)], fail: () => 'silence' })
    const controller = new AbortController()
    const delivering = channel.deliver([grant(1)], controller.signal)
    setTimeout(() => controller.abort(), 50)
    await expect(delivering).rejects.toMatchObject({ name: 'AbortError' })
    expect(platform.asked.length).toBeLessThanOrEqual(1)
  })
})

describe('a token', () => {
  it('is asked again when it is withdrawn before its time', async () => {
    const { platform, channel } = await started({ passholders: [passholder(1), passholder(2)] })
    await channel.deliver([grant(1)])
    platform.revoke()
    expect(await channel.deliver([grant(2)])).toMatchObject([{ outcome: 'delivered' }])
    expect(platform.tokensAsked()).toBe(2)
  })

  it.each([
    [3600, 1],
    [30, 4],
    [null, 4],
  ])('that lasts %s seconds is asked %i times for four requests', async (expiresIn, times) => {
    const { platform, channel } = await started({ passholders: [passholder(1)], expiresIn })
    await channel.deliver([grant(1)])
    expect(platform.asked).toHaveLength(4)
    expect(platform.tokensAsked()).toBe(times)
  })

  it('that is refused is not asked for on and on', async () => {
    const { platform } = await started({ passholders: [passholder(1)] })
    const client = { ...platform.client, clientSecret: 'another' }
    const { endpoint } = platform
    const channel = uitpas({ endpoint, client, cardSystemId: 1, pseudonyms: people, now })
    expect(await channel.deliver([grant(1)])).toEqual([{ outcome: 'to retry', why: 'no-token' }])
    expect(platform.tokensAsked()).toBe(1)
  })
})
