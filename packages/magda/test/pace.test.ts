import { birthDate } from '@vanzelf/source-population-register'
import { testNationalNumber } from '@vanzelf/testing'
import { type Failure, type Loopback, type LoopbackOptions, loopbackMagda, type Question } from '@vanzelf/testing/magda'
import { afterEach, describe, expect, it } from 'vitest'
import type { MagdaConnectors, MagdaOptions, RequestLogged } from '../src/index.ts'
import { ask, over, purpose } from './asking.ts'

const person = testNationalNumber('1985-07-30', 34)

let server: Loopback
afterEach(() => server?.close())
async function platform(options: LoopbackOptions): Promise<void> {
  server = await loopbackMagda({ city: { resident: () => ({ birthDate: '1985-07-30' }) } }, options)
}
const consulting = (options: Partial<MagdaOptions> = {}) => over(server, { register: false, ...options })
const many = (connectors: MagdaConnectors, count: number) =>
  connectors['population-register'].birthDate({
    fact: birthDate,
    at: { on: '2026-01-01' },
    subjects: Array.from({ length: count }, (_, index) => `person-${testNationalNumber('1985-07-30', index + 1)}`),
    purpose,
  })

describe('limits', () => {
  it('hold for one service, and leave another alone', async () => {
    const underWay = new Map<string, number>()
    const most = new Map<string, number>()
    server = await loopbackMagda({ city: { resident: () => ({ birthDate: '1985-07-30' }) } }, { delay: 10 })
    const connectors = over(server, {
      endpoint: undefined as never,
      concurrency: 8,
      limits: { GeefPersoon: { concurrency: 2 } },
      send: async ({ service, envelope }) => {
        const now = (underWay.get(service) ?? 0) + 1
        underWay.set(service, now)
        most.set(service, Math.max(most.get(service) ?? 0, now))
        const response = await fetch(server.endpoint, { method: 'POST', body: envelope })
        const body = await response.text()
        underWay.set(service, (underWay.get(service) ?? 0) - 1)
        return { status: response.status, body }
      },
    })
    await many(connectors, 20)
    expect(most.get('GeefPersoon')).toBe(2)
    expect(most.get('RegistreerInschrijving')).toBe(8)
  })
  it('bound how many begin in any second', async () => {
    const begun: number[] = []
    await platform({
      delay: () => {
        begun.push(performance.now())
        return 0
      },
    })
    await many(consulting({ limits: { GeefPersoon: { perSecond: 5 } } }), 11)
    expect(begun).toHaveLength(11)
    // The clock of a timer may be a little early.
    for (const [place, moment] of begun.slice(5).entries()) expect(moment - (begun[place] ?? 0)).toBeGreaterThan(950)
  })
  it.each([
    [{ limits: { GeefPersoon: { perSecond: 0 } } }, 'limits.GeefPersoon.perSecond'],
    [{ limits: { GeefPersoon: { concurrency: 1.5 } } }, 'limits.GeefPersoon.concurrency'],
    [{ breaker: { failures: 0 } }, 'breaker.failures'],
    [{ breaker: { pause: -1 } }, 'breaker.pause'],
  ])('are whole numbers above zero', async (options, named) => {
    await platform({})
    expect(() => consulting(options)).toThrow(named)
  })
})

describe('a service that fails on and on', () => {
  const failing = (failure: (question: Question, before: number) => Failure | undefined) => platform({ fail: failure })
  const breaker = { failures: 3, pause: 100 }
  const asked = (connectors: MagdaConnectors) => ask(connectors, birthDate, person)
  const leftAlone = { unknown: 'unavailable', code: 'CircuitOpen' }

  it('is left alone, for a while', async () => {
    await failing((_, before) => (before < 3 ? { status: 503 } : undefined))
    const logged: RequestLogged[] = []
    const connectors = consulting({ breaker, log: (event) => logged.push(event) })
    for (const _ of [1, 2, 3]) expect(await asked(connectors)).toEqual({ unknown: 'unavailable', code: 'HTTP 503' })
    expect(await asked(connectors)).toEqual(leftAlone)
    expect(server.asked).toHaveLength(3)
    // What is not sent is not logged as requested.
    expect(logged).toHaveLength(6)
    await new Promise((waited) => setTimeout(waited, 120))
    expect(await asked(connectors)).toEqual({ value: '1985-07-30' })
  })
  it('is left alone again when it fails still, after one question', async () => {
    await failing(() => ({ code: '99996' }))
    const connectors = consulting({ breaker })
    for (const _ of [1, 2, 3]) await asked(connectors)
    await new Promise((waited) => setTimeout(waited, 120))
    expect(await asked(connectors)).toEqual({ unknown: 'unavailable', code: '99996' })
    expect(await asked(connectors)).toEqual(leftAlone)
    expect(server.asked).toHaveLength(4)
  })
  it('answers at last to who tries again for longer than the pause', async () => {
    await failing((_, before) => (before < 3 ? { status: 503 } : undefined))
    const connectors = consulting({ breaker, retry: { attempts: 12, delay: 20 } })
    expect(await asked(connectors)).toEqual({ value: '1985-07-30' })
    expect(server.asked).toHaveLength(4)
  })
  it.each<[string, Failure]>([
    ['that has nothing on record', { code: '30001' }],
    ['that may not tell', { code: '40006' }],
    ['that is asked wrongly', { status: 404 }],
  ])('is not one %s', async (_, failure) => {
    await failing(() => failure)
    const connectors = consulting({ breaker })
    for (const _ of [1, 2, 3, 4, 5]) await asked(connectors)
    expect(server.asked).toHaveLength(5)
  })
  it('does not take others with it', async () => {
    await failing(({ service }) => (service === 'GeefPersoon' ? { status: 503 } : undefined))
    const connectors = over(server, { breaker })
    for (const _ of [1, 2, 3, 4]) await asked(connectors)
    expect(server.asked.map(({ service }) => service)).toEqual([
      'RegistreerInschrijving',
      ...Array(3).fill('GeefPersoon'),
    ])
  })
  it('is pressed on where that is wanted', async () => {
    await failing(() => ({ status: 503 }))
    const connectors = consulting({ breaker: false })
    for (const _ of Array(30)) await asked(connectors)
    expect(server.asked).toHaveLength(30)
  })
})
