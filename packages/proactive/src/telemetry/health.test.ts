import type { Channel, Outcome } from '@vanzelf/delivery'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import { type PostgresServer, postgresServer } from '@vanzelf/testing/postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendDue } from '../campaign/send-due.ts'
import { health } from './health.ts'

let time = '2026-03-10T09:00:00.000Z'
const now = () => new Date(time)
let server: PostgresServer
let ledgers = 0
beforeAll(async () => {
  server = await postgresServer()
})
afterAll(() => server.stop())
/** A ledger of its own, on one server: embedded ones take seconds to be made. */
const newLedger = () =>
  openLedger({ connectionString: server.connectionString, schema: `ledger_${ledgers++}`, connections: 3, now })

let ledger: Ledger
beforeEach(async () => {
  time = '2026-03-10T09:00:00.000Z'
  ledger = await newLedger()
})
afterEach(() => ledger.close())

const period = { from: '2026-01-01', until: '2027-01-01' } as const
const benefit = { kind: 'money', amount: 42_00 } as const
const handOver = (id: string, grant: string) =>
  ledger.write(({ handOver }) =>
    handOver([
      {
        id,
        grant,
        channel: 'paper',
        action: 'deliver',
        delivery: { id, policy: 'pass', recipient: 'anna', benefit, period },
      },
    ]),
  )
const channel = (outcome: Outcome): Channel => ({
  name: 'paper',
  deliver: async (batch) => batch.map(() => outcome),
  withdraw: async () => [],
})
const partsOf = async (more: Partial<Parameters<typeof health>[0]> = {}) =>
  (await health({ ledger, now, ...more })).parts

describe('health', () => {
  it('is well where nothing waits, and tells the head of the chain', async () => {
    const found = await health({ ledger, now })
    expect(found).toMatchObject({ state: 'ok', live: true, ready: true, head: await ledger.head() })
    expect(found.parts).toEqual([
      { part: 'ledger', state: 'ok' },
      { part: 'batches', state: 'ok', count: 0 },
    ])
  })

  it('tells open batches of what runs, and since when', async () => {
    await ledger.campaigns.begin({ id: 'c', policy: 'pass', version: '1', on: '2026-03-10', options: {} })
    await ledger.campaigns.plan(
      'c',
      (async function* () {
        yield ['anna']
        yield ['bram']
      })(),
    )
    const batches = { part: 'batches', state: 'ok', count: 2, since: '2026-03-10T09:00:00.000Z' }
    expect(await partsOf()).toContainEqual(batches)
    await ledger.campaigns.move('c', 'stopped')
    expect(await partsOf()).toContainEqual({ part: 'batches', state: 'ok', count: 0 })
  })

  it('is degraded once a delivery has waited too long, also one that is tried again', async () => {
    await handOver('g1.1', 'g1')
    const due = { part: 'deliveries', name: 'paper', count: 1, since: '2026-03-10T09:00:00.000Z' }
    expect(await partsOf()).toContainEqual({ ...due, state: 'ok' })
    await sendDue(ledger, channel({ outcome: 'to retry', why: 'busy' }))
    time = '2026-03-10T10:00:00.001Z'
    expect(await partsOf()).toContainEqual({ ...due, state: 'degraded', code: 'late' })
    expect(await partsOf({ lateAfter: 7_200_000 })).toContainEqual({ ...due, state: 'ok' })
    await sendDue(ledger, channel({ outcome: 'delivered', receipt: 'r' }))
    expect((await health({ ledger, now })).state).toBe('ok')
  })

  it('is degraded by what was refused for good, until more is handed over about the same grant', async () => {
    await handOver('g1.1', 'g1')
    time = '2026-03-10T09:30:00.000Z'
    await sendDue(ledger, channel({ outcome: 'refused', why: 'unknown-recipient' }))
    expect(await partsOf()).toContainEqual({
      ...{ part: 'deliveries', name: 'paper', state: 'degraded', code: 'refused', count: 1 },
      since: '2026-03-10T09:30:00.000Z',
    })
    await handOver('g1.2', 'g1')
    await sendDue(ledger, channel({ outcome: 'delivered', receipt: 'r' }))
    expect((await health({ ledger, now })).state).toBe('ok')
  })

  it('is ready where a source is away: what needs it waits', async () => {
    const sources = {
      tax: async () => {
        throw Object.assign(new Error('of anna'), { code: 'ECONNREFUSED' })
      },
      welfare: async () => {},
    }
    const found = await health({ ledger, now, sources })
    expect(found).toMatchObject({ state: 'degraded', live: true, ready: true })
    expect(found.parts.slice(-2)).toEqual([
      { part: 'source', name: 'tax', state: 'degraded', code: 'ECONNREFUSED' },
      { part: 'source', name: 'welfare', state: 'ok' },
    ])
  })

  it('tells since when a job has failed for good', async () => {
    const failed = async () => [{ queue: 'batch', job: {}, code: 'left-behind', at: '2026-03-09T09:00:00.000Z' }]
    expect(await partsOf({ jobs: { failed } })).toContainEqual({
      ...{ part: 'jobs', state: 'degraded', code: 'failed', since: '2026-03-09T09:00:00.000Z', count: 1 },
    })
  })

  it('has failed, and throws nothing, where the ledger cannot be read', async () => {
    const closed = await newLedger()
    await closed.close()
    const found = await health({ ledger: closed, now })
    expect(found).toMatchObject({ state: 'failed', live: true, ready: false })
    expect(found.parts[0]).toMatchObject({ part: 'ledger', state: 'failed', code: expect.any(String) })
  })

  it('has failed, and is not ready, where the database takes nothing that is written', async () => {
    const url = new URL(server.connectionString)
    url.searchParams.set('options', '-c default_transaction_read_only=on')
    const copy = await openLedger({ connectionString: url.href, schema: `ledger_${ledgers - 1}`, connections: 3, now })
    const found = await health({ ledger: copy, now })
    await copy.close()
    expect(found).toMatchObject({ state: 'failed', live: true, ready: false })
    expect(found.parts[0]).toEqual({ part: 'ledger', state: 'failed', code: 'read-only' })
  })
})
