import { pseudonyms } from '@vanzelf/source/pseudonyms'
import { testNationalNumber } from '@vanzelf/testing'
import {
  type LoopbackFailure,
  type LoopbackUitpas,
  type LoopbackUitpasOptions,
  loopbackUitpas,
  type UitpasPassholder,
} from '@vanzelf/testing/uitpas'
import { afterEach, describe, expect, it } from 'vitest'
import type { Registration, RegistrationConsent } from './registration.ts'
import { type UitpasOptions, uitpas } from './uitpas.ts'

const people = pseudonyms({ key: 'a secret of thirty-two bytes, or more' })
const inszNumber = testNationalNumber('1985-07-30', 33)
const recipient = people.of(inszNumber)
const TODAY = '2026-03-02'
const now = () => new Date(`${TODAY}T09:00:00Z`)
const address = { street: 'Kouter 1', postalCode: '9000', city: 'Gent' }
const who = { name: 'Peeters', firstName: 'Anna', dateOfBirth: '1985-07-30', address }
const contact = { serviceMails: true, milestoneMails: false, infoMails: false, sms: false, post: true }
const consent: RegistrationConsent = { givenOn: TODAY, by: 'the person', legalTerms: 'on paper', contact }
const anna: Registration = { recipient, who, consent, organizerId: 'counter-1' }
const passholder = (more: Partial<UitpasPassholder> = {}): UitpasPassholder => ({
  id: 'h1',
  ...who,
  inszNumber,
  memberships: [{ cardSystemId: 1, postalCodes: ['9000'] }],
  ...more,
})

let platform: LoopbackUitpas | undefined
afterEach(async () => {
  await platform?.close()
  platform = undefined
})
async function started(options: LoopbackUitpasOptions = {}, more: Partial<UitpasOptions> = {}) {
  platform = await loopbackUitpas({
    now,
    organizers: ['counter-1'],
    cardSystems: [{ id: 1, postalCodes: ['9000'] }],
    cards: [{ uitpasNumber: '0930000000001' }, { uitpasNumber: '0930000000002', socialTariff: true }],
    ...options,
  })
  const { endpoint, client } = platform
  const quick = { perSecond: 1000, attempts: 2, delay: 1, timeout: 1000 }
  const channel = uitpas({ endpoint, client, cardSystemId: 1, pseudonyms: people, now, ...quick, ...more })
  return { platform, channel }
}
const creations = ({ asked }: LoopbackUitpas) => asked.filter(({ method }) => method === 'POST')
const receipt = 'registered-1/1'

describe('a registration', () => {
  it.each([
    ['on paper', { legalTerms: ['on paper'], parental: false }],
    ['digitally', { legalTerms: ['digitally'], parental: false }],
  ] as const)('tells consent as it was given, with legal terms %s, and is done once', async (legalTerms, told) => {
    const { platform, channel } = await started()
    const registration = { ...anna, consent: { ...consent, legalTerms } }
    expect(await channel.register([registration])).toEqual([{ outcome: 'registered', receipt }])
    expect(platform.passholders()).toEqual([
      {
        ...passholder({ id: 'registered-1' }),
        consent: told,
        more: { optInPreferences: contact, registrationOrganizer: { id: 'counter-1' } },
      },
    ])
    expect(await channel.register([registration])).toEqual([{ outcome: 'already registered', receipt }])
    expect(creations(platform)).toHaveLength(1)
  })

  it('tells what else is known of somebody, and nothing that nobody asked to keep', async () => {
    const { platform, channel } = await started()
    const more = { email: 'anna@example.org', phoneNumber: '09 000 00 00', gender: 'X', nationality: 'Belg' } as const
    const strange = { aNote: 'of a form' }
    await channel.register([{ ...anna, who: { ...who, ...more, ...strange } }])
    const [made] = platform.passholders()
    expect(made?.more).toMatchObject(more)
    expect(made?.more).not.toHaveProperty('aNote')
    // The day of consent is for whoever must show it later.
    expect(creations(platform)[0]?.fields).not.toContain('givenOn')
  })

  it('of a card takes that card; without one the pass is digital', async () => {
    const { platform, channel } = await started()
    const card = { ...anna, cardNumber: '0930000000001' }
    expect(await channel.register([card])).toEqual([{ outcome: 'registered', receipt }])
    expect(creations(platform)[0]?.fields).toContain('registrationUitpasNumber')
  })

  it('asks no reduced rate; one that a card gives waits for a person', async () => {
    const { platform, channel } = await started()
    expect(await channel.register([{ ...anna, cardNumber: '0930000000002' }])).toEqual([
      { outcome: 'prepared', needs: 'a person', why: 'reduced-rate-by-card' },
    ])
    expect(creations(platform)[0]?.fields).not.toContain('registrationSocialTariffEndDate')
  })

  it('makes it possible to give the reduced rate', async () => {
    const { channel } = await started()
    await channel.register([anna])
    const benefit = { kind: 'status', what: { nl: 'kansentarief', en: 'reduced rate' } } as const
    const period = { from: '2026-03-01', until: '2027-05-01' }
    expect(await channel.deliver([{ id: 'grant-1', policy: 'ghent/uitpas', recipient, benefit, period }])).toEqual([
      { outcome: 'delivered', receipt: `${receipt}/2027-04-30` },
    ])
  })

  it.each([
    ['already registered', passholder(), { outcome: 'already registered', receipt: 'h1/1' }],
    [
      'in another card system',
      passholder({ memberships: [{ cardSystemId: 2, postalCodes: ['8400'] }] }),
      { outcome: 'prepared', needs: 'a person', why: 'no-membership' },
    ],
  ])('of who is %s writes nothing', async (_, before, outcome) => {
    const { platform, channel } = await started({ passholders: [before] })
    expect(await channel.register([anna])).toEqual([outcome])
    expect(platform.asked.every(({ method }) => method === 'GET')).toBe(true)
    expect(platform.passholders()).toEqual([before])
  })

  it('of who is there twice waits for a person', async () => {
    const { platform, channel } = await started({ passholders: [passholder(), passholder({ id: 'twin' })] })
    expect(await channel.register([anna])).toEqual([
      { outcome: 'prepared', needs: 'a person', why: 'several-passholders' },
    ])
    expect(creations(platform)).toEqual([])
  })

  it('is done once for who is twice in a batch, or in two calls side by side', async () => {
    const { platform, channel } = await started()
    const outcomes = await Promise.all([channel.register([anna, anna]), channel.register([anna])])
    expect(outcomes.flat().map(({ outcome }) => outcome)).toEqual([
      'registered',
      'already registered',
      'already registered',
    ])
    expect(creations(platform)).toHaveLength(1)
  })
})

describe('consent', () => {
  const without = (part: keyof RegistrationConsent) => ({ ...consent, [part]: undefined })
  it.each([
    ['consent-missing', undefined],
    ['consent-missing', true],
    ['consent-date-missing', without('givenOn')],
    ['consent-date-missing', { ...consent, givenOn: 'yesterday' }],
    ['consent-giver-missing', without('by')],
    ['legal-terms-missing', without('legalTerms')],
    ['legal-terms-missing', { ...consent, legalTerms: false }],
    ['contact-preferences-missing', without('contact')],
    ['contact-preferences-missing', { ...consent, contact: { ...contact, sms: undefined } }],
    ['consent-in-the-future', { ...consent, givenOn: '2026-03-03' }],
  ])('that is not whole is refused by name, before anything is asked: %s', async (why, given) => {
    const { platform, channel } = await started()
    // What a form hands over is not checked by a compiler.
    const form: Registration = JSON.parse(JSON.stringify({ ...anna, consent: given }))
    expect(await channel.register([form])).toEqual([{ outcome: 'refused', why }])
    expect(platform.asked).toEqual([])
  })

  it('is told missing before anything else that is', async () => {
    const { channel } = await started()
    const form: Registration = JSON.parse('{"who":{},"recipient":"p"}')
    expect(await channel.register([form])).toEqual([{ outcome: 'refused', why: 'consent-missing' }])
  })

  it.each([
    ['eighteen today', '2008-03-02', 'the person', undefined],
    ['eighteen today', '2008-03-02', 'a parent', 'own-consent-missing'],
    ['eighteen tomorrow', '2008-03-03', 'a parent', undefined],
    ['eighteen tomorrow', '2008-03-03', 'the person', 'parental-consent-missing'],
    ['born today', TODAY, 'a parent', undefined],
    ['born tomorrow', '2026-03-03', 'a parent', 'birth-in-the-future'],
    ['born on 29 February, eighteen since yesterday', '2008-02-29', 'the person', undefined],
  ] as const)('of who is %s (%s) is given by %s: %s', async (_, dateOfBirth, by, why) => {
    const { platform, channel } = await started()
    const outcomes = await channel.register([{ ...anna, who: { ...who, dateOfBirth }, consent: { ...consent, by } }])
    expect(outcomes).toEqual([why === undefined ? { outcome: 'registered', receipt } : { outcome: 'refused', why }])
    expect(platform.passholders().map(({ consent: told }) => told?.parental)).toEqual(
      why === undefined ? [by === 'a parent'] : [],
    )
  })
})

describe('somebody', () => {
  it.each([
    ['name-missing', { who: { ...who, name: ' ' } }],
    ['first-name-missing', { who: { ...who, firstName: undefined } }],
    ['date-of-birth-missing', { who: { ...who, dateOfBirth: '1985-00-00' } }],
    ['date-of-birth-missing', { who: { ...who, dateOfBirth: '1985' } }],
    ['address-missing', { who: { ...who, address: undefined } }],
    ['address-missing', { who: { ...who, address: { ...address, postalCode: '' } } }],
    ['organizer-missing', { organizerId: undefined }],
    ['card-number-missing', { cardNumber: '' }],
    ['registration-incomplete', { who: { ...who, gender: 'F' } }],
    ['recipient-unknown', { recipient: 'somebody else' }],
  ])('of whom something is missing is refused before anything is asked: %s', async (why, more) => {
    const { platform, channel } = await started()
    const form: Registration = JSON.parse(JSON.stringify({ ...anna, ...more }))
    expect(await channel.register([form])).toEqual([{ outcome: 'refused', why }])
    expect(platform.asked).toEqual([])
  })

  it.each([
    ['organizer-not-found', { organizerId: 'counter-9' }, 1],
    ['invalid-card-status', { cardNumber: '0930000000009' }, 1],
    ['cardsystem-not-found', {}, 9],
  ])('whom the API refuses is refused by its code: %s', async (why, more, cardSystemId) => {
    const { platform, channel } = await started({}, { cardSystemId })
    expect(await channel.register([{ ...anna, ...more }])).toEqual([{ outcome: 'refused', why }])
    expect(platform.passholders()).toEqual([])
  })
})

describe('an attempt that fails', () => {
  const failures: readonly (readonly [string, LoopbackFailure])[] = [
    ['an outage', { status: 503 }],
    ['an error', { status: 500, body: '<html>Anna</html>' }],
    ['a limit that asks no wait', { status: 429, type: 'uitpas/rate-limited', retryAfter: '0' }],
    ['a cut', 'cut'],
    ['silence', 'silence'],
  ]
  const first = (failure: LoopbackFailure) => {
    let times = 0
    return ({ method }: { readonly method: string }) => (method === 'POST' && times++ === 0 ? failure : undefined)
  }

  it.each(failures)('before it was carried out is made again after a search: %s', async (_, failure) => {
    const { platform, channel } = await started({ fail: first(failure) })
    expect(await channel.register([anna])).toEqual([{ outcome: 'registered', receipt }])
    expect(platform.asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'POST'])
    expect(platform.passholders()).toHaveLength(1)
  })

  it.each([...failures, ['a reply that cannot be read', { status: 200, body: '{}' }] as const])(
    'after it was carried out is found done, and not made again: %s',
    async (_, failure) => {
      const { platform, channel } = await started({ failAfter: first(failure) })
      expect(await channel.register([anna])).toEqual([{ outcome: 'already registered', receipt }])
      expect(creations(platform)).toHaveLength(1)
      expect(platform.passholders()).toHaveLength(1)
    },
  )

  it('the last time too is found done', async () => {
    const failAfter = ({ method }: { readonly method: string }) => (method === 'POST' ? ('cut' as const) : undefined)
    const { platform, channel } = await started({ failAfter }, { attempts: 1 })
    expect(await channel.register([anna])).toEqual([{ outcome: 'already registered', receipt }])
    expect(creations(platform)).toHaveLength(1)
  })

  it.each([
    ['a conflict', { status: 409, type: 'uitpas/conflict' }, { outcome: 'to retry', why: 'conflict' }, 1],
    ['an outage', { status: 503 }, { outcome: 'to retry', why: 'failed' }, 2],
    ['a permission', { status: 403, type: 'auth/forbidden' }, { outcome: 'refused', why: 'forbidden' }, 1],
    ['a type with a value', { status: 400, type: `uitpas/${inszNumber}` }, { outcome: 'refused', why: 'http-400' }, 1],
  ] as const)('for good is an outcome, where a search finds nobody: %s', async (_, failure, outcome, times) => {
    const { platform, channel } = await started({
      fail: ({ method }) => (method === 'POST' ? failure : undefined),
    })
    expect(await channel.register([anna])).toEqual([outcome])
    expect(creations(platform)).toHaveLength(times)
  })

  it.each([409, 400])('with %i because somebody else was first is already registered', async (status) => {
    const { platform, channel } = await started({
      // Carried out by somebody else, and refused to us.
      failAfter: ({ method }) => (method === 'POST' ? { status, type: 'uitpas/exists' } : undefined),
    })
    expect(await channel.register([anna])).toEqual([{ outcome: 'already registered', receipt }])
    expect(creations(platform)).toHaveLength(1)
  })

  it('of its search creates nobody', async () => {
    const { platform, channel } = await started({
      fail: ({ method }) => (method === 'GET' ? { status: 500 } : undefined),
    })
    expect(await channel.register([anna])).toEqual([{ outcome: 'to retry', why: 'failed' }])
    expect(platform.asked.map(({ method }) => method)).toEqual(['GET', 'GET'])
  })

  it('of too many requests leaves the API alone for as long as it asks', async () => {
    const limited = { status: 429, type: 'uitpas/rate-limited', retryAfter: '120' }
    const { platform, channel } = await started({
      fail: ({ method }) => (method === 'POST' ? limited : undefined),
    })
    expect(await channel.register([anna])).toEqual([{ outcome: 'to retry', why: 'rate-limited', after: 120_000 }])
    expect(platform.asked).toHaveLength(2)
  })

  it('is no outcome when cancelled: it rejects, and the next call finds it done', async () => {
    const controller = new AbortController()
    const { platform, channel } = await started({
      failAfter: ({ method }) => {
        if (method !== 'POST') return undefined
        controller.abort()
        return 'silence'
      },
    })
    await expect(channel.register([anna], controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
    expect(await channel.register([anna])).toEqual([{ outcome: 'already registered', receipt }])
    expect(creations(platform)).toHaveLength(1)
  })

  it('tells a national number nowhere', async () => {
    const outcomes: unknown[] = []
    for (const status of [400, 409, 500]) {
      const { platform, channel } = await started({
        fail: ({ method }) => (method === 'POST' ? { status } : undefined),
      })
      outcomes.push(await channel.register([anna]))
      await platform.close()
    }
    expect(JSON.stringify(outcomes)).not.toContain(inszNumber)
  })
})
