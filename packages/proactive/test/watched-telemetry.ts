import { createRequire } from 'node:module'
import { written } from '@vanzelf/tooling/watch'
import { afterAll, beforeAll } from 'vitest'

// Collects every span and measure of a file of tests, for the watch to look at. Where a test loads nothing that tells any,
// OpenTelemetry is not loaded either; one that looks at its own spans disables this.
const { cache } = createRequire(import.meta.url)
const isLoaded = () => Object.keys(cache).some((file) => file.includes('/@opentelemetry/api/'))

let passOn: (() => Promise<void>) | undefined
beforeAll(async () => {
  if (!isLoaded()) return
  const { metrics } = await import('@opentelemetry/api')
  const { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } = await import(
    '@opentelemetry/sdk-trace-node'
  )
  const { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } = await import(
    '@opentelemetry/sdk-metrics'
  )
  const spans = new InMemorySpanExporter()
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).register()
  const measures = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter: measures, exportIntervalMillis: 3_600_000 })
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))
  passOn = async () => {
    await reader.shutdown()
    for (const { name, attributes, status, events } of spans.getFinishedSpans())
      written({ channel: 'a trace or measure', text: JSON.stringify([name, attributes, status, events]), where: name })
    for (const { scopeMetrics } of measures.getMetrics())
      for (const { descriptor, dataPoints } of scopeMetrics.flatMap((scope) => scope.metrics))
        written({
          channel: 'a trace or measure',
          text: JSON.stringify(dataPoints.map(({ attributes }) => attributes)),
          where: descriptor.name,
        })
  }
})
afterAll(() => passOn?.())
