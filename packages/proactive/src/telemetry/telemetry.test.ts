import { metrics, SpanStatusCode, trace } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import type { Channel } from '@vanzelf/delivery'
import { type Ledger, openLedger } from '@vanzelf/ledger'
import { calendarYear, euro, fact, ground, money, policy, type Unknown, unknown } from '@vanzelf/rules'
import { type PostgresServer, postgresServer } from '@vanzelf/testing/postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dryRun } from '../campaign/dry-run.ts'
import { runCampaign } from '../campaign/run-campaign.ts'
import { decideOne } from '../decide.ts'
import { log } from './log.ts'

const poor = fact({ source: 'welfare', name: 'poor', about: 'person', value: { type: 'truth' }, when: ['date'] })
const support = policy({
  name: 'exampleville/support',
  about: 'person',
  grounds: [ground('art. 2', poor)],
  benefit: money(euro(50)),
  period: calendarYear,
  basis: { welfare: 'council decision 2026/12, art. 5' },
})

const SUBJECTS = ['subject-anna', 'subject-bram', 'subject-cleo']
type Welfare = (batch: { readonly subjects: readonly string[] }) => Promise<readonly ({ value: boolean } | Unknown)[]>
const answers: Welfare = async ({ subjects }) =>
  subjects.map((subject) =>
    subject === 'subject-cleo' ? unknown('unavailable') : { value: subject === 'subject-anna' },
  )
const paper: Channel = {
  name: 'paper',
  deliver: async (batch) => batch.map(({ id }) => ({ outcome: 'delivered', receipt: id })),
  withdraw: async (batch) => batch.map(() => ({ outcome: 'withdrawn' })),
}

const spans = new InMemorySpanExporter()
const points = new InMemoryMetricExporter(AggregationTemporality.DELTA)
let reader: PeriodicExportingMetricReader
let server: PostgresServer
let ledgers = 0
beforeAll(async () => {
  server = await postgresServer()
  trace.disable()
  metrics.disable()
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).register()
  reader = new PeriodicExportingMetricReader({ exporter: points, exportIntervalMillis: 3_600_000 })
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))
})
afterAll(async () => {
  await reader.shutdown()
  await server.stop()
  trace.disable()
  metrics.disable()
})

let ledger: Ledger
beforeEach(async () => {
  await reader.forceFlush()
  points.reset()
  spans.reset()
  ledger = await openLedger({
    connectionString: server.connectionString,
    schema: `ledger_${ledgers++}`,
    connections: 3,
  })
})
afterEach(() => ledger.close())

const lines: string[] = []
const options = (welfare: Welfare) => {
  lines.length = 0
  return {
    ledger,
    id: 'support 2026',
    connectors: { welfare: { poor: welfare } },
    on: '2026-03-10',
    asker: 'Exampleville',
    population: () => SUBJECTS,
    takesEffect: 'automatically',
    lost: { then: 'keep', law: 'art. 9' },
    channels: [paper],
    log: log({ to: { write: (line) => void lines.push(line) } }),
  } as const
}
const told = () => spans.getFinishedSpans().map(({ name, attributes, status }) => ({ name, attributes, status }))
const spanNamed = (name: string) => told().find((span) => span.name === name)

/** What was counted: each measure with its attributes, and the number or how often it was measured. */
async function counted() {
  await reader.forceFlush()
  const all = points.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((one) => one.metrics))
  return all.flatMap(({ descriptor, dataPoints }) =>
    dataPoints.map(({ attributes, value }) => [
      descriptor.name,
      ...Object.values(attributes),
      typeof value === 'number' ? value : value.count,
    ]),
  )
}

describe('a campaign', () => {
  it('tells a span of itself, its batches, its questions and what it hands over, each within the one before', async () => {
    await runCampaign(support, options(answers))
    const [campaign, batch, ask, handed] = [
      'vanzelf.campaign',
      'vanzelf.batch',
      'vanzelf.ask',
      'vanzelf.hand_over',
    ].map((name) => spans.getFinishedSpans().find((span) => span.name === name))
    const idOf = (span: typeof campaign) => span?.spanContext().spanId
    expect(batch?.parentSpanContext?.spanId).toBe(idOf(campaign))
    expect(ask?.parentSpanContext?.spanId).toBe(idOf(batch))
    expect(handed?.parentSpanContext?.spanId).toBe(idOf(campaign))
    expect(ask?.attributes).toEqual({
      'vanzelf.source.name': 'welfare',
      'vanzelf.fact.name': 'poor',
      'vanzelf.policy.name': 'exampleville/support',
      'vanzelf.subjects': 3,
      'vanzelf.answers.known': 2,
      'vanzelf.answers.unavailable': 1,
    })
    expect(handed?.attributes).toEqual({ 'vanzelf.channel.name': 'paper', 'vanzelf.deliveries': 1 })
  })

  it('counts questions, decisions, effects and deliveries, and measures its sources', async () => {
    await runCampaign(support, options(answers))
    const all = await counted()
    for (const measure of [
      ['vanzelf.questions', 'welfare', 'known', 2],
      ['vanzelf.questions', 'welfare', 'unavailable', 1],
      ['vanzelf.source.duration', 'welfare', 1],
      ['vanzelf.decisions', 'exampleville/support', 'eligible', 1],
      ['vanzelf.decisions', 'exampleville/support', 'not eligible', 1],
      ['vanzelf.decisions', 'exampleville/support', 'undetermined', 1],
      ['vanzelf.effects', 'exampleville/support', 'started', 1],
      ['vanzelf.deliveries', 'paper', 'delivered', 1],
    ])
      expect(all).toContainEqual(measure)
  })

  it('logs that it began, was planned, did a batch and ran, and which source failed', async () => {
    await runCampaign(support, options(answers))
    const all = lines.map((line) => JSON.parse(line))
    expect(all.map(({ level, msg }) => [level, msg])).toEqual([
      ['info', 'campaign began'],
      ['info', 'campaign planned'],
      ['warn', 'source failed'],
      ['info', 'batch done'],
      ['info', 'campaign ran'],
    ])
    expect(all[2]).toMatchObject({ source: 'welfare', fact: 'poor', count: 1, code: 'unavailable' })
    expect(all[4]).toMatchObject({ state: 'done', subjects: 3, eligible: 1, notEligible: 1, undetermined: 1 })
  })

  it('names no subject and no value, wherever it tells something', async () => {
    await runCampaign(support, options(answers))
    const everything = JSON.stringify([told(), await counted(), lines])
    for (const hidden of [...SUBJECTS, 'true', 'false', '5000']) expect(everything).not.toContain(hidden)
  })

  it('that fails tells the code of what was thrown, never its message', async () => {
    const failing = {
      ...options(answers),
      population: () => {
        throw Object.assign(new Error('of subject-anna'), { code: 'EACCES' })
      },
    }
    await expect(runCampaign(support, failing)).rejects.toThrow('of subject-anna')
    expect(spanNamed('vanzelf.campaign')).toMatchObject({
      attributes: { 'error.type': 'EACCES' },
      status: { code: SpanStatusCode.ERROR },
    })
    expect(JSON.stringify([told(), lines])).not.toContain('subject-anna')
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      level: 'error',
      msg: 'campaign failed',
      error: { code: 'EACCES' },
    })
  })

  it('that is taken back after a dry run counts its decisions, and no effect', async () => {
    await dryRun(support, options(answers))
    const names = (await counted()).map(([name]) => name)
    expect(names).toContain('vanzelf.decisions')
    expect(names).not.toContain('vanzelf.effects')
  })
})

describe('a source', () => {
  const one = (welfare: Welfare, signal?: AbortSignal) => {
    const asking = { connectors: { welfare: { poor: welfare } }, on: '2026-03-10', asker: 'Exampleville' } as const
    return decideOne(support, 'subject-anna', signal ? { ...asking, signal } : asking)
  }

  it('that throws is told by the name of its error, and counted as unavailable', async () => {
    await one(async () => {
      throw new TypeError('no answer about subject-anna')
    })
    expect(spanNamed('vanzelf.ask')).toMatchObject({
      attributes: { 'error.type': 'TypeError' },
      status: { code: SpanStatusCode.ERROR },
    })
    expect(JSON.stringify(told())).not.toContain('subject-anna')
    expect(await counted()).toContainEqual(['vanzelf.questions', 'welfare', 'unavailable', 1])
    expect(await counted()).toContainEqual(['vanzelf.source.duration', 'welfare', 'TypeError', 1])
  })

  it('whose error goes by a name that is no word is told as no particular one', async () => {
    await one(async () => {
      throw Object.assign(new Error(), { name: 'about Anna', code: '85.67.30-033.60' })
    })
    expect(spanNamed('vanzelf.ask')?.attributes['error.type']).toBe('_OTHER')
  })

  it('that is no longer waited for is counted as cancelled', async () => {
    const stopped = new AbortController()
    const asking = one(async () => {
      stopped.abort()
      throw new Error('stopped')
    }, stopped.signal)
    await expect(asking).rejects.toThrow()
    expect(await counted()).toContainEqual(['vanzelf.questions', 'welfare', 'cancelled', 1])
  })
})
